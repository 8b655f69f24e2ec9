"""Which rows of a data file a KPI's `where` uses."""

from collections.abc import Iterable, Sequence

from shared_vision.load.data.table import Table
from shared_vision.load.quote import quote
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.problem import Problem, Severity
from shared_vision.model.records import Kpi

Wanted = str | tuple[str, ...] | None

_MOST_LISTED = 8


def choose_rows(kpi: LoadedRecord[Kpi], table: Table) -> tuple[Sequence[int], tuple[Problem, ...]]:
    """The numbers of the rows that meet every condition, with what is wrong about the conditions."""
    where = kpi.record.source.where
    if empty := [column for column, wanted in where.items() if not _texts(wanted)]:
        return (), tuple(_empty_list(kpi, column) for column in empty)
    rows: Sequence[int] = range(len(table.lines))
    for column, wanted in where.items():
        cells, texts = table.column(column), _texts(wanted)
        rows = [row for row in rows if cells[row] in texts]
    if not where or not table.lines:
        return rows, ()
    problems = [
        _no_such_value(kpi, table, column, text, Severity.WARNING if rows else Severity.ERROR)
        for column, wanted in where.items()
        for text in _missing(_texts(wanted), table.column(column))
        if rows or _missing(_texts(wanted), table.column(column)) == _texts(wanted)
    ]
    if not rows and not problems:
        problems = [_never_together(kpi)]
    return rows, tuple(problems)


def _texts(wanted: Wanted) -> tuple[str, ...]:
    if wanted is None:
        return ("",)
    return (wanted,) if isinstance(wanted, str) else wanted


def _missing(texts: tuple[str, ...], cells: Sequence[str]) -> tuple[str, ...]:
    present = set(cells)
    return tuple(text for text in texts if text not in present)


def _no_such_value(
    kpi: LoadedRecord[Kpi], table: Table, column: str, text: str, severity: Severity
) -> Problem:
    found = quote(text) if text else "a blank cell"
    present = dict.fromkeys(cell for cell in table.column(column) if cell)
    return Problem(
        place=kpi.place("source", "where", column),
        code="where-value",
        message=f"No row of {table.path} has {found} in the column {quote(column)}.",
        remedy=did_you_mean(text, present, f"The column has {_listing(present)}."),
        field=f"source.where.{column}",
        severity=severity,
    )


def _listing(values: Iterable[str]) -> str:
    quoted = [quote(value) for value in values]
    if not quoted:
        return "only blank cells"
    rest = len(quoted) - _MOST_LISTED
    return ", ".join(quoted[:_MOST_LISTED]) + (f" and {rest:,} more values" if rest > 0 else "")


def _empty_list(kpi: LoadedRecord[Kpi], column: str) -> Problem:
    return Problem(
        place=kpi.place("source", "where", column),
        code="where-nothing",
        message="The list is empty, so no row is used.",
        remedy="Write the values to use, or delete the condition to use all rows.",
        field=f"source.where.{column}",
    )


def _never_together(kpi: LoadedRecord[Kpi]) -> Problem:
    return Problem(
        place=kpi.place("source", "where"),
        code="where-nothing",
        message="No row meets all the conditions together.",
        remedy="Each of them alone is met by some row; leave one out.",
        field="source.where",
    )
