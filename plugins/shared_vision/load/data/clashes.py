"""Rows of a data file that cannot both be the value of one period."""

from collections.abc import Sequence

from shared_vision.load.data.findings import Findings
from shared_vision.load.data.gather import Periods, Row, Rule, latest_rows
from shared_vision.load.data.periods import Span, period_name
from shared_vision.load.quote import quote
from shared_vision.model.records import Aggregate

_SAY_HOW = "Delete one of them, or say in the KPI how they make up one value, e.g. `aggregate: sum`."


def report_clashes(periods: Periods, rule: Rule, group: str, findings: Findings) -> None:
    """Report each row that stands beside another one where the KPI does not say how they become one."""
    if rule.joins and rule.aggregate != Aggregate.LAST:
        return
    of_group = f" of {quote(group)}" if group else ""
    for span, rows in periods.items():
        if len(rows) == 1:
            continue
        if rule.joins:
            _report_last(rows, of_group, findings)
        else:
            _report_all(span, rows, of_group, findings)


def _report_last(rows: Sequence[Row], of_group: str, findings: Findings) -> None:
    first, *others = latest_rows(rows)
    for row in others:
        message = f"{_date(row)}{of_group} is here again (first in line {first.line}), so no row is the last."
        findings.report(row.line, "duplicate-date", message, "Delete one of them.")


def _report_all(span: Span, rows: Sequence[Row], of_group: str, findings: Findings) -> None:
    first: dict[Span, Row] = {}
    for row in rows:
        before = first.setdefault(row.period.written, row)
        if before is not row:
            message = f"{_date(row)}{of_group} is here again (first in line {before.line})."
            findings.report(row.line, "duplicate-date", message, _SAY_HOW)
        elif row is not rows[0]:
            message = f"This row and line {rows[0].line} are both in {period_name(span)}{of_group}."
            findings.report(row.line, "duplicate-period", message, _SAY_HOW)


def _date(row: Row) -> str:
    return period_name(row.period.written)
