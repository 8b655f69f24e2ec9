"""From the cells of a KPI's columns to its rows with a value."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from shared_vision.load.data.date_faults import date_fault
from shared_vision.load.data.findings import Findings
from shared_vision.load.data.gather import Row
from shared_vision.load.data.numbers import number_fault, parse_number, parse_numbers
from shared_vision.load.data.periods import Period, parse_date
from shared_vision.load.data.standing import standings
from shared_vision.load.data.table import Table
from shared_vision.load.quote import quote
from shared_vision.model.records import Aggregate, Frequency, Kpi

T = TypeVar("T")


def read_rows_of(kpi: Kpi, table: Table, chosen: Sequence[int], findings: Findings) -> dict[str, list[Row]]:
    """The chosen rows that have a value, by group (all under an empty name where there is no breakdown)."""
    source = kpi.source
    lines = _pick(table.lines, chosen)
    periods = _periods(_pick(table.column(source.date), chosen), lines, kpi.frequency, findings)
    values = _numbers(source.value, table, chosen, findings, counted=source.aggregate == Aggregate.COUNT)
    divisors = _numbers(source.per, table, chosen, findings) if source.per else [1.0] * len(chosen)
    names = _pick(table.column(source.by), chosen) if source.by else [""] * len(chosen)
    stands = standings(source, table, chosen, findings)
    groups: dict[str, list[Row]] = {}
    for name, period, value, divisor, line, provisional in zip(
        names, periods, values, divisors, lines, stands, strict=True
    ):
        if period and value is not None and divisor is not None:
            groups.setdefault(name, []).append(Row(period, value, divisor, line, provisional))
    return groups


def _pick(cells: Sequence[T], chosen: Sequence[int]) -> Sequence[T]:
    return cells if len(chosen) == len(cells) else [cells[row] for row in chosen]


def _periods(
    cells: Sequence[str], lines: Sequence[int], frequency: Frequency, findings: Findings
) -> list[Period | None]:
    periods = [parse_date(cell, frequency) for cell in cells]
    if None not in periods:
        return periods
    for period, cell, line in zip(periods, cells, lines, strict=True):
        if not period:
            code, message, remedy = date_fault(quote(cell), cell, frequency)
            findings.report(line, code, message, remedy)
    return periods


def _numbers(
    column: str, table: Table, chosen: Sequence[int], findings: Findings, *, counted: bool = False
) -> Sequence[float | None]:
    """The numbers of a column; where rows are only counted, any text counts as one."""
    cells = _pick(table.column(column), chosen)
    if counted:
        return [1.0 if cell else None for cell in cells]
    return parse_numbers(cells) or list(_one_by_one(cells, _pick(table.lines, chosen), column, findings))


def _one_by_one(
    cells: Sequence[str], lines: Sequence[int], column: str, findings: Findings
) -> Iterator[float | None]:
    for cell, line in zip(cells, lines, strict=True):
        value = parse_number(cell)
        if cell and value is None:
            message, remedy = number_fault(quote(cell), cell)
            findings.report(line, "bad-number", f"Column {quote(column)}: {message}", remedy)
        yield value
