"""A data file of Open SDG, carried over with cells mended that our reader would refuse."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO

YEAR, VALUE, PROGRESS, SERIES, UNITS = "Year", "Value", "Progress", "Series", "Units"
_PLAIN_YEAR = re.compile(r"\d{4}", re.ASCII)
_QUARTER = re.compile(r"(\d{4})[ -]?Q([1-4])", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


@dataclass(slots=True)
class _Mends:
    """What was mended while a file was read: each kind with its count and first example."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def note(self, kind: str, cell: str = "") -> None:
        """Count a mend."""
        self.counts[kind] += 1
        self.examples.setdefault(kind, cell[:30])

    def sentences(self) -> Iterator[str]:
        """Each kind of mend as a sentence."""
        for kind, count in self.counts.items():
            example = f", first {self.examples[kind]!r}" if self.examples[kind] else ""
            yield f"{kind} ({count:,} {'time' if count == 1 else 'times'}{example})."


class NotATableError(Exception):
    """The file cannot be used as a table; says why in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The carried file: its text, its cells without spaces around them, what was mended in it."""

    content: bytes
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mends: tuple[str, ...]

    def cells(self, column: str, rows: Iterable[tuple[str, ...]]) -> list[str]:
        """The cells of a column in some rows."""
        index = self.columns.index(column)
        return [row[index] for row in rows]


def read_table(content: bytes) -> Table:
    """The table in a file; the same bytes where nothing had to be mended."""
    mends = _Mends()
    lines = _lines(_text(content, mends))
    columns = tuple(name.strip() for name in lines[0])
    if YEAR not in columns or VALUE not in columns:
        raise NotATableError(f"It has no columns {YEAR} and {VALUE}.")
    if len(set(columns)) < len(columns) or "" in columns:
        raise NotATableError("Two of its columns have the same name, or one has none.")
    rows = tuple(_mend(columns, line, mends) for line in lines[1:] if _fits(columns, line, mends))
    return Table(
        content=_write(columns, rows) if mends.counts else content,
        columns=columns,
        rows=rows,
        mends=tuple(mends.sentences()),
    )


def is_number(cell: str) -> bool:
    """Whether a cell is a number by the reader's grammar."""
    return bool(_NUMBER.fullmatch(cell)) and abs(float(cell)) < float("inf")


def _text(content: bytes, mends: _Mends) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        mends.note("The file was no UTF-8; it was read as Windows-1252")
        return content.decode("cp1252", errors="replace")


def _lines(text: str) -> list[list[str]]:
    try:
        lines = [line for line in csv.reader(StringIO(text, newline=""), strict=True) if line]
    except csv.Error as error:
        raise NotATableError("Its quotation marks do not match.") from error
    if not lines:
        raise NotATableError("It is empty.")
    return lines


def _fits(columns: tuple[str, ...], line: list[str], mends: _Mends) -> bool:
    if len(line) == len(columns):
        return True
    mends.note("A row with more or fewer cells than the first line was left out")
    return False


def _mend(columns: tuple[str, ...], line: list[str], mends: _Mends) -> tuple[str, ...]:
    cells = [cell.strip() for cell in line]
    for index, column in enumerate(columns):
        if column == YEAR:
            cells[index] = _mend_year(cells[index], mends)
        elif column in (VALUE, PROGRESS) and cells[index] and not is_number(cells[index]):
            mends.note(f"A cell in {column} that is no number was left blank", cells[index])
            cells[index] = ""
    return tuple(cells)


def _mend_year(cell: str, mends: _Mends) -> str:
    if _PLAIN_YEAR.fullmatch(cell):
        return cell
    if match := _QUARTER.fullmatch(cell):
        mends.note("A quarter was written as in 2025-Q1", cell)
        return f"{match[1]}-Q{match[2]}"
    if match := _PLAIN_YEAR.match(cell):
        mends.note("A period was written as its first year", cell)
        return match[0]
    return cell


def _write(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
