"""The rows of a survey's export, with its columns by name."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from shared_vision.load.decode import decode_any
from shared_vision.load.quote import quote
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.problem import Place, Problem

MOST_BYTES = 4 * 1024 * 1024
MOST_ROWS = 20_000
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows below the head, each with its line, and the number of each column by every name it has.

    A name that several columns have is in `doubtful`.
    """

    path: str
    rows: tuple[tuple[int, list[str]], ...]
    columns: Mapping[str, int]
    doubtful: frozenset[str]

    def find(self, name: str) -> int | Problem:
        """The number of a column."""
        place, said = Place(path=self.path, line=1), quote(name)
        if name in self.columns:
            return self.columns[name]
        if name in self.doubtful:
            message = f"Several columns have the name {said}."
            remedy = 'Write its number in place of its name, e.g. "#4" for the fourth column.'
            return Problem(place=place, code="doubtful-column", message=message, remedy=remedy)
        named = [one for one in self.columns if not one.startswith("#")]
        remedy = did_you_mean(name, named, 'Write a name from the head of the file, or a number, e.g. "#4".')
        message = f"There is no column {said} here."
        return Problem(place=place, code="unknown-column", message=message, remedy=remedy)


def read_sheet(content: bytes, path: str, header_rows: int) -> Sheet | Problem:
    """The sheet, or what is wrong with the file as a whole.

    Commas, semicolons or tabs may be between its columns. With two rows at the head a column is called
    `upper | lower`; by either of them alone where no other column is; the upper one goes on to the right
    until the next. `#4` is the fourth column.
    """
    text = decode_any(content, path, MOST_BYTES, "a survey")
    if isinstance(text, Problem):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
    try:
        reader = csv.reader(StringIO(text), delimiter=_delimiter(text), strict=True)
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        message = f"The file is no CSV: {error}."
        return _wrong(path, message, "Save it as CSV with commas between the columns.")
    if len(rows) <= header_rows:
        remedy = "Save the export again, with the rows that name the columns."
        return _wrong(path, "The file has no answers.", remedy)
    if len(rows) > MOST_ROWS:
        return _wrong(
            path, f"The file has more than {MOST_ROWS:,} rows.", "Bring the answers of fewer people."
        )
    columns, doubtful = _named([row for _, row in rows[:header_rows]])
    return Sheet(path=path, rows=tuple(rows[header_rows:]), columns=columns, doubtful=doubtful)


def _delimiter(text: str) -> str:
    """The sign that stands most often in the first line."""
    first = text.lstrip("\n").partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def _wrong(path: str, message: str, remedy: str) -> Problem:
    return Problem(place=Place(path=path), code="bad-survey-file", message=message, remedy=remedy)


def _named(head: Sequence[Sequence[str]]) -> tuple[dict[str, int], frozenset[str]]:
    width = max(map(len, head))
    upper = _to_the_right([*head[0], *[""] * (width - len(head[0]))]) if len(head) > 1 else list(head[0])
    lower = [*head[1], *[""] * (width - len(head[1]))] if len(head) > 1 else [""] * width
    found: dict[str, int] = {}
    doubtful: set[str] = set()
    for number in range(width):
        above, below = _one_line(upper[number]), _one_line(lower[number])
        for name in {f"{above} | {below}" if below else above, above, below, f"#{number + 1}"} - {""}:
            if found.setdefault(name, number) != number:
                doubtful.add(name)
    return {name: number for name, number in found.items() if name not in doubtful}, frozenset(doubtful)


def _to_the_right(cells: Sequence[str]) -> list[str]:
    filled: list[str] = []
    for cell in cells:
        filled.append(cell if cell.strip() or not filled else filled[-1])
    return filled


def _one_line(text: str) -> str:
    return " ".join(text.split())
