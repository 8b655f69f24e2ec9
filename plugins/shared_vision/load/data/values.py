"""The values of one KPI from the table it reads."""

from collections.abc import Mapping, Sequence
from math import isinf
from typing import NamedTuple

from shared_vision.load.data.cells import read_rows_of
from shared_vision.load.data.choose import choose_rows
from shared_vision.load.data.clashes import report_clashes
from shared_vision.load.data.columns import columns_of, unknown_columns
from shared_vision.load.data.findings import Findings
from shared_vision.load.data.gather import Periods, Row, Rule, by_period, points, several_days
from shared_vision.load.data.source_faults import in_source, source_problems
from shared_vision.load.data.table import Table
from shared_vision.load.data.whole import no_whole, report_missing, rows_of_whole
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Problem, Severity
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.series import Group, Point, Series

MOST_GROUPS = 1_000


class Values(NamedTuple):
    """The series of a KPI, or why it has none, with the problems that lie in its record."""

    series: Series | Reason
    problems: tuple[Problem, ...] = ()


def read_values(kpi: LoadedRecord[Kpi], table: Table, findings: Findings) -> Values:
    """The values that a KPI's source describes; what is wrong in the file's cells goes to `findings`."""
    source = kpi.record.source
    problems = unknown_columns(kpi, table, findings)
    wrong = problems or any(column not in table.wanted for column in columns_of(source))
    if wrong or any(source_problems(kpi)):
        return Values(Reason.BAD_DATA, problems)
    chosen, problems = choose_rows(kpi, table)
    if not chosen and problems:
        return Values(Reason.BAD_DATA, problems)
    errors = findings.errors
    groups = read_rows_of(kpi.record, table, chosen, findings)
    series, more = _series(kpi, table, groups, findings)
    if findings.errors > errors or any(problem.severity == Severity.ERROR for problem in more):
        return Values(Reason.BAD_DATA, (*problems, *more))
    return Values(series if series.points or series.groups else Reason.NO_DATA, (*problems, *more))


def _series(
    kpi: LoadedRecord[Kpi], table: Table, groups: Mapping[str, Sequence[Row]], findings: Findings
) -> tuple[Series, tuple[Problem, ...]]:
    source = kpi.record.source
    rule = Rule(source.aggregate, source.per is not None, source.scale)
    named = {name: by_period(groups[name]) for name in sorted(groups) if name}
    if len(named) > MOST_GROUPS:
        return Series(file=table.path, points=()), (_too_many_groups(kpi, len(named)),)
    if "" not in groups and not rule.joins and (problem := no_whole(kpi, named)):
        return Series(file=table.path, points=()), (problem,)
    whole = by_period(rows_of_whole(groups))
    if "" in groups:
        report_missing(whole, named, source.by or "", findings, joins=rule.joins)
    spans = {"": whole, **named}
    for name, periods in spans.items():
        report_clashes(periods, rule, name, findings)
    found = {name: points(periods, rule) for name, periods in spans.items()}
    _report_infinite(found, findings)
    _warn_of_zeros(found, spans, source.per or "", findings)
    return Series(
        file=table.path,
        points=found.pop(""),
        groups=tuple(Group(name=name, points=of_group) for name, of_group in found.items()),
        gathered=any(map(several_days, spans.values())),
    ), ()


def _report_infinite(found: Mapping[str, tuple[Point, ...]], findings: Findings) -> None:
    for point in (point for series in found.values() for point in series):
        if isinf(point.value):
            message = "The value that comes out for this period is too large to reckon with."
            findings.report(point.line, "bad-number", message, "Check the numbers and the `scale`.")


def _warn_of_zeros(
    found: Mapping[str, tuple[Point, ...]], spans: Mapping[str, Periods], column: str, findings: Findings
) -> None:
    for name, periods in spans.items():
        if len(found[name]) < len(periods):
            present = {(point.start, point.end) for point in found[name]}
            lost = (((name, span), rows[0].line) for span, rows in periods.items() if span not in present)
            findings.warn_of_zeros(column, lost)


def _too_many_groups(kpi: LoadedRecord[Kpi], count: int) -> Problem:
    message = f"The column has {count:,} different values; a breakdown may have {MOST_GROUPS:,}."
    return in_source(kpi, ("source", "by"), "too-large", message, "Break down by a column with fewer values.")
