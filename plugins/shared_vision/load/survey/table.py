"""The rows of a survey's export, with its columns by name."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from shared_vision.load.decode import decode
from shared_vision.load.quote import quote
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.problem import Place, Problem

MOST_ROWS = 20_000


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
        if name in self.columns:
            return self.columns[name]
        if name in self.doubtful:
            message = f"{self.path} has several columns {quote(name)}."
            remedy = f'Write both rows of its head, "{quote(name)[1:-1]} | ...", or its number, e.g. "#4".'
            return Problem(
                place=Place(path=self.path), code="doubtful-column", message=message, remedy=remedy
            )
        near = did_you_mean(
            name, [one for one in self.columns if not one.startswith("#")], 'Its number works, too: "#4".'
        )
        message = f"{self.path} has no column {quote(name)}."
        return Problem(place=Place(path=self.path), code="unknown-column", message=message, remedy=near)


def read_sheet(content: bytes, path: str, header_rows: int) -> Sheet | Problem:
    """The sheet, or what is wrong with the file as a whole.

    With two rows at the head a column is called `upper | lower`; by either of them alone where no other
    column is; the upper one goes on to the right until the next. `#4` is the fourth column.
    """
    text = decode(content, path, most=4 * 1024 * 1024)
    if isinstance(text, Problem):
        return text
    try:
        reader = csv.reader(StringIO(text), strict=True)
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        return _wrong(
            path, f"The file is no CSV: {error}.", "Save it as CSV with commas between the columns."
        )
    if len(rows) <= header_rows:
        return _wrong(
            path, "The file has no answers.", "Save the export again, with the rows that name the columns."
        )
    if len(rows) > MOST_ROWS:
        return _wrong(path, f"The file has more than {MOST_ROWS:,} rows.", "Take a part of it.")
    columns, doubtful = _named([row for _, row in rows[:header_rows]])
    return Sheet(path=path, rows=tuple(rows[header_rows:]), columns=columns, doubtful=doubtful)


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
