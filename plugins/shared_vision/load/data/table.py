"""The cells of a data file by column."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from shared_vision.load.data.data_text import data_text
from shared_vision.load.data.findings import Findings
from shared_vision.load.data.header import column_names
from shared_vision.load.data.rows import read_rows

MOST_ROWS = 1_000_000
_BATCH = 5_000
_LONGEST_SHOWN = 60

Rows = Iterator[tuple[int, list[str]]]
Same = Callable[[str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The wanted columns of a file: their cells without spaces around them, the line of each row."""

    path: str
    names: tuple[str, ...]
    wanted: tuple[str, ...]
    lines: Sequence[int] = field(repr=False)
    cells: tuple[Sequence[str], ...] = field(repr=False)

    def column(self, name: str) -> Sequence[str]:
        """The cells of a column that was asked for."""
        return self.cells[self.wanted.index(name)]


def read_table(content: bytes, wanted: frozenset[str], findings: Findings) -> Table | None:
    """The columns in `wanted` that the file has, or None where it is no table at all."""
    text = data_text(content, findings)
    if text is None:
        return None
    errors = findings.errors
    rows = read_rows(text, findings)
    line, row = next(rows, (0, []))
    if findings.errors > errors:
        return None  # without the names of its columns the rest cannot be told
    if not row:
        findings.report(
            0, "empty-file", "The file is empty.", "Name the columns in its first line: date,value."
        )
        return None
    names = column_names(row, line, wanted, findings)
    return _table(names, rows, wanted, findings) if names else None


def _table(names: tuple[str, ...], rows: Rows, wanted: frozenset[str], findings: Findings) -> Table:
    present = tuple(name for name in dict.fromkeys(names) if name in wanted)
    columns = tuple((names.index(name), list[str]()) for name in present)
    same = dict[str, str]().setdefault  # equal cells share memory
    lines: list[int] = []
    batch: list[list[str]] = []
    for line, row in _whole_rows(rows, len(names), findings):
        lines.append(line)
        batch.append(row)
        if len(batch) == _BATCH:
            _move(batch, columns, same)
    _move(batch, columns, same)
    cells = tuple(column for _, column in columns)
    return Table(path=findings.path, names=names, wanted=present, lines=lines, cells=cells)


def _whole_rows(rows: Rows, width: int, findings: Findings) -> Rows:
    """The rows that have a cell for each column, as many as there may be."""
    room = MOST_ROWS
    for line, row in rows:
        if len(row) != width:
            _report_cell_count(line, row, width, findings)
        elif room:
            room -= 1
            yield line, row
        else:
            message = f"The file has more than {MOST_ROWS:,} rows."
            findings.report(line, "too-large", message, "Sum up rows, for example by day.")
            return


def _move(batch: list[list[str]], columns: tuple[tuple[int, list[str]], ...], same: Same) -> None:
    for index, column in columns:
        cells = [row[index].strip() for row in batch]
        column.extend(map(same, cells, cells))
    batch.clear()


def _report_cell_count(line: int, row: list[str], width: int, findings: Findings) -> None:
    cells = "1 cell" if len(row) == 1 else f"{len(row):,} cells"
    columns = "1 column" if width == 1 else f"{width} columns"
    message = f"This row has {cells}, but the first line names {columns}."
    remedy = "Put a text with a comma in quotation marks, and write decimals with a dot (1.5)."
    findings.report(line, "cell-count", message, remedy if len(row) > width else _keep_commas(row, width))


def _keep_commas(row: list[str], width: int) -> str:
    which = "the comma of a blank cell" if width - len(row) == 1 else "the commas of blank cells"
    whole = ",".join((*row, *[""] * (width - len(row))))
    is_plain = len(whole) <= _LONGEST_SHOWN and not any(mark in cell for cell in row for mark in ',"\r\n')
    return f"Keep {which}: {whole}" if is_plain else f"Keep {which} at the end of the row."
