"""From the rows of a KPI to one value for each period."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from math import fsum, inf
from typing import NamedTuple

from shared_vision.load.data.periods import Period, Span
from shared_vision.model.fields import LARGEST
from shared_vision.model.records import Aggregate
from shared_vision.model.series import Point


class Row(NamedTuple):
    """One row of a data file that has a value; `per` is what to divide by."""

    period: Period
    value: float
    per: float
    line: int
    provisional: bool = False


class Rule(NamedTuple):
    """How the rows of one period become one value."""

    aggregate: Aggregate | None
    ratio: bool
    scale: float

    @property
    def joins(self) -> bool:
        """Whether several rows may become one value."""
        return self.ratio or self.aggregate is not None


Periods = Mapping[Span, Sequence[Row]]


def by_period(rows: Iterable[Row]) -> Periods:
    """The rows of each period, in order of their ends: dates of an irregular KPI may overlap."""
    periods: dict[Span, list[Row]] = {}
    for row in rows:
        periods.setdefault(row.period.falls, []).append(row)
    return {span: periods[span] for span in sorted(periods, key=lambda span: span[::-1])}


def several_days(periods: Periods) -> bool:
    """Whether rows of several dates went into any one period."""
    return any(len(rows) > 1 and len({row.period.written for row in rows}) > 1 for rows in periods.values())


def points(periods: Periods, rule: Rule) -> tuple[Point, ...]:
    """A value for each period: infinite where it is too large, none where the divisor adds up to zero."""
    found = []
    for (start, end), rows in periods.items():
        value = _value(rows, rule) if rule.joins else rule.scale * rows[0].value
        if value is not None:
            found.append(_point(start, end, value if abs(value) <= LARGEST else inf, rows))
    return tuple(found)


def _point(start: date, end: date, value: float, rows: Sequence[Row]) -> Point:
    if len(rows) == 1:
        line, dated = rows[0].line, rows[0].period.written[0]
    else:
        line, dated = max(row.line for row in rows), max(row.period.written[0] for row in rows)
    return Point(
        start=start,
        end=end,
        value=value,
        line=line,
        rows=len(rows),
        dated=dated,
        provisional=any(row.provisional for row in rows),
    )


def latest_rows(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of the last date among those of a period."""
    last = max(row.period.written[::-1] for row in rows)
    return [row for row in rows if row.period.written[::-1] == last]


def _value(rows: Sequence[Row], rule: Rule) -> float | None:
    try:
        return _ratio(rows, rule.scale) if rule.ratio else rule.scale * _joined(rows, rule)
    except OverflowError:
        return inf


def _ratio(rows: Sequence[Row], scale: float) -> float | None:
    divisor = fsum(row.per for row in rows)
    return scale * fsum(row.value for row in rows) / divisor if divisor else None


def _joined(rows: Sequence[Row], rule: Rule) -> float:
    return _JOINS[rule.aggregate or Aggregate.SUM](rows)


def _median(rows: Sequence[Row]) -> float:
    values = sorted(row.value for row in rows)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


_JOINS: Mapping[Aggregate, Callable[[Sequence[Row]], float]] = {
    Aggregate.SUM: lambda rows: fsum(row.value for row in rows),
    Aggregate.MEAN: lambda rows: fsum(row.value for row in rows) / len(rows),
    Aggregate.MEDIAN: _median,
    Aggregate.LAST: lambda rows: latest_rows(rows)[-1].value,
    Aggregate.COUNT: len,
    Aggregate.MIN: lambda rows: min(row.value for row in rows),
    Aggregate.MAX: lambda rows: max(row.value for row in rows),
}
