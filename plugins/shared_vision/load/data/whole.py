"""What the whole is of a KPI that is broken down."""

from collections.abc import Iterable, Mapping, Sequence

from shared_vision.load.data.findings import Findings
from shared_vision.load.data.gather import Periods, Row
from shared_vision.load.data.periods import Span, period_name
from shared_vision.load.data.source_faults import in_source
from shared_vision.load.quote import quote
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Place, Problem, Severity
from shared_vision.model.records import Kpi


def rows_of_whole(groups: Mapping[str, Sequence[Row]]) -> Sequence[Row]:
    """The rows without a group; where each row has one, all rows together."""
    return groups.get("") or [row for rows in groups.values() for row in rows]


def no_whole(kpi: LoadedRecord[Kpi], named: Mapping[str, Periods]) -> Problem | None:
    """The problem of groups that nothing makes one value of, also where no two of them share a period."""
    if len(named) < 2:
        return None
    column = quote(kpi.record.source.by or "")
    if shared := _shared(named.values()):
        message = f"There are several rows for {shared}, one for each {column}; how do they make one value?"
    else:
        one, other = (quote(name) for name in [*named][:2])
        message = (
            f"The rows of {one} and {other} would pass as one series, though no period has both; "
            "how do they make one value?"
        )
    remedy = f"Write `aggregate: sum` (or mean, ...), or add rows with a blank {column}."
    return in_source(kpi, ("source", "by"), "no-whole", message, remedy)


def _shared(among: Iterable[Periods]) -> str:
    """The first period that two groups have."""
    seen: set[Span] = set()
    shared: list[Span] = []
    for periods in among:
        shared += [span for span in periods if span in seen]
        seen.update(periods)
    return period_name(min(shared)) if shared else ""


def report_missing(
    whole: Periods, named: Mapping[str, Periods], column: str, findings: Findings, *, joins: bool
) -> None:
    """Report periods that groups have and the rows without a group lack.

    It is an error where all rows together would make up a whole: one forgotten name, and a part would
    pass as the whole. Elsewhere no value is wrong, only missing.
    """
    missing = sorted({span for periods in named.values() for span in periods} - whole.keys())
    if not missing:
        return
    line = min(row.line for rows in whole.values() for row in rows)
    message = (
        f"Rows with a blank {quote(column)} (the first is here) are the whole, "
        f"but there is none for {period_name(missing[0])}{_more(len(missing) - 1)}."
    )
    forgotten = (
        f"Write the {quote(column)} here if it was forgotten; otherwise add such a row for each period"
    )
    if joins:
        remedy = f"{forgotten}, or delete them all, and the whole is worked out."
        findings.report(line, "whole-missing", message, remedy)
    else:
        findings.warn(
            Problem(
                place=Place(path=findings.path, line=line, column=1),
                code="whole-missing",
                message=message,
                remedy=f"{forgotten} that has a whole.",
                severity=Severity.WARNING,
            )
        )


def _more(count: int) -> str:
    if not count:
        return ""
    return " and 1 more period" if count == 1 else f" and {count:,} more periods"
