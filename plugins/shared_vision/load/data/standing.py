"""Which values of a data file are provisional."""

from collections.abc import Sequence

from shared_vision.load.data.findings import Findings
from shared_vision.load.data.table import Table
from shared_vision.load.quote import quote
from shared_vision.model.records import Source

USUAL = "status"
"""The column that is looked at where a KPI names none."""
_PROVISIONAL = frozenset({"provisional", "preliminary", "p", "estimated", "estimate", "e"})
_FINAL = frozenset({"final", "f", ""})
_REMEDY = "Write provisional or estimated, or final or nothing where the value stays as it is."


def standings(source: Source, table: Table, chosen: Sequence[int], findings: Findings) -> Sequence[bool]:
    """For each chosen row whether its value is provisional.

    A column that the KPI names may hold nothing but such words. One that is only called `status` may be
    about something else: with any other word in it, it says nothing about the values.
    """
    column = source.status or USUAL
    if column not in table.wanted or (not source.status and column in _roles(source)):
        return [False] * len(chosen)
    cells = table.column(column)
    known = {cell: _is_provisional(cell) for cell in {cells[row] for row in chosen}}
    if None in known.values():
        if not source.status:
            return [False] * len(chosen)
        _report(column, table, [row for row in chosen if known[cells[row]] is None], findings)
    return [bool(known[cells[row]]) for row in chosen]


def _roles(source: Source) -> tuple[str | None, ...]:
    return (source.date, source.value, source.per, source.by)


def _is_provisional(cell: str) -> bool | None:
    """Whether a word says provisional or final; None for any other word."""
    word = cell.casefold()
    return True if word in _PROVISIONAL else False if word in _FINAL else None


def _report(column: str, table: Table, rows: Sequence[int], findings: Findings) -> None:
    cells = table.column(column)
    for row in rows:
        message = f"Column {quote(column)}: {quote(cells[row])} says neither provisional nor final."
        findings.report(table.lines[row], "value-status", message, _REMEDY)
