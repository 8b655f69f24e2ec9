"""The rows of a survey's export, with its columns by name."""

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO

from shared_vision.load.decode import decode_any
from shared_vision.load.quote import quote
from shared_vision.load.survey.head import one_line, read_head
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.problem import Place, Problem

MOST_BYTES = 4 * 1024 * 1024
MOST_ROWS = 20_000
_QUOTED = re.compile(r'"(?:[^"]|"")*+(?:"|$)')
MOST_COLUMNS = 5_000
_DELIMITERS = ",;\t"
_ANY = 1 << 30
Rows = list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows below the head, each with the line it begins on, and the number of each column by its names.

    A name that several columns have is in `doubtful`; `told` are those that a message may tell. `head` are
    the rows that name the columns, up to the column number `width`.
    """

    path: str
    rows: tuple[tuple[int, list[str]], ...]
    columns: Mapping[str, int]
    doubtful: frozenset[str]
    told: tuple[str, ...] = ()
    head: tuple[tuple[int, list[str]], ...] = ()
    width: int = _ANY

    def find(self, name: str) -> int | Problem:
        """The number of a column."""
        name = one_line(name)
        place, said = Place(path=self.path, line=self.head[0][0] if self.head else 1), quote(name)
        if name in self.columns:
            return self.columns[name]
        if name in self.doubtful:
            message = f"Several columns have the name {said}."
            remedy = 'Write its number in place of its name, e.g. "#4" for the fourth column.'
            return Problem(place=place, code="doubtful-column", message=message, remedy=remedy)
        other = 'Write a name from the head of the file, or a number, e.g. "#4".'
        message = f"There is no column {said} here."
        remedy = did_you_mean(name, self.told, other)
        return Problem(place=place, code="unknown-column", message=message, remedy=remedy)


def read_sheet(
    content: bytes, path: str, header_rows: int, is_answer: Callable[[str], bool]
) -> Sheet | Problem:
    """The sheet, or what is wrong with the file as a whole.

    Commas, semicolons or tabs may be between its columns. `is_answer` tells whether somebody may have
    answered a text.
    """
    text = decode_any(content, path, MOST_BYTES, "a survey")
    if isinstance(text, Problem):
        return text
    rows = _rows(text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " "), path)
    if isinstance(rows, Problem):
        return rows
    if len(rows) <= header_rows:
        remedy = "Save the export again, with the rows that name the columns."
        return _wrong(path, "The file has no answers.", remedy)
    if len(rows) > MOST_ROWS:
        return _wrong(
            path, f"The file has more than {MOST_ROWS:,} rows.", "Bring the answers of fewer people."
        )
    if (columns := max(len(row) for _, row in rows[:header_rows])) > MOST_COLUMNS:
        message = f"The head has {columns:,} columns; that of a survey may have {MOST_COLUMNS:,}."
        return _wrong(path, message, "Leave out those that no question is about.", rows[0][0])
    named = read_head([row for _, row in rows[:header_rows]], is_answer)
    return Sheet(
        path=path,
        rows=tuple(rows[header_rows:]),
        columns=named.columns,
        doubtful=named.doubtful,
        told=named.told,
        head=tuple(rows[:header_rows]),
        width=named.width,
    )


def _rows(text: str, path: str) -> Rows | Problem:
    """The rows that are not blank, each with the line it begins on."""
    reader = csv.reader(StringIO(text), delimiter=_delimiter(text), strict=True)
    rows: Rows = []
    start = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((start, row))
            start = reader.line_num + 1
    except csv.Error as error:
        remedy = (
            'Close each quotation mark in the row that begins here, and write those within a cell twice ("").'
        )
        return _wrong(path, f"The file is no CSV: {error}.", remedy, start)
    return rows


def _delimiter(text: str) -> str:
    """The sign that stands most often in the first line, beside what is quoted."""
    first = _QUOTED.sub("", text.lstrip("\n").partition("\n")[0])
    return max(_DELIMITERS, key=first.count)


def _wrong(path: str, message: str, remedy: str, line: int = 0) -> Problem:
    return Problem(place=Place(path=path, line=line), code="bad-survey-file", message=message, remedy=remedy)
