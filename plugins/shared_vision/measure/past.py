"""How the KPIs stood at the end of each month."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from shared_vision.measure.kpis import judge
from shared_vision.measure.lapse import with_lapse
from shared_vision.measure.start import find_start
from shared_vision.measure.verdict import Verdict
from shared_vision.model.cuts import RECENT
from shared_vision.model.dates import add_months, month_end
from shared_vision.model.document import Document
from shared_vision.model.measures import Measures, Past, Start, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.series import Point, Series

MONTHS = 24


def look_back(document: Document, measures: Measures) -> Past:
    """The status of every KPI in the latest 24 months, from what is published as of today.

    It is what a build as of each month's end would say, had it read only the values of periods over
    by then; the last is that of today. Each new value is judged once: months without one are free.
    """
    before = _month_ends(measures.today)
    series = document.series
    return Past(
        days=(*before, measures.today),
        kpis={
            id_: (*_statuses(kpi, series.get(id_, Reason.NO_DATA), before), measures.kpis[id_].status)
            for id_, kpi in document.kpis.items()
        },
    )


def _month_ends(today: date) -> tuple[date, ...]:
    """The ends of the months before that of today."""
    first = today.replace(day=1)
    return tuple(month_end(add_months(first, -back)) for back in range(MONTHS - 1, 0, -1))


def _statuses(kpi: Kpi, series: Series | Reason, days: Sequence[date]) -> list[Status]:
    if isinstance(series, Reason):
        return [Status.UNKNOWN] * len(days)
    found = _by_value(kpi, series.points, days)
    hidden = bisect_left(days, kpi.publish_from) if kpi.publish_from else 0
    return [Status.UNKNOWN] * hidden + found[hidden:]


def _by_value(kpi: Kpi, points: tuple[Point, ...], days: Sequence[date]) -> list[Status]:
    ends = [point.end for point in points]
    if ends != sorted(ends):  # where periods overlap, those over by a day are no first part of the series
        known = [tuple(point for point in points if point.end <= day) for day in days]
        verdicts = [_verdict(kpi, some, find_start(kpi.baseline, some)) for some in known]
    else:
        start, counts = find_start(kpi.baseline, points), [bisect_right(ends, day) for day in days]
        found = {many: _verdict(kpi, points[max(many - RECENT, 0) : many], start) for many in set(counts)}
        known, verdicts = [points[many - 1 : many] for many in counts], [found[many] for many in counts]
    return [
        with_lapse(verdict, kpi, some[-1], day).status if verdict else Status.UNKNOWN
        for verdict, some, day in zip(verdicts, known, days, strict=True)
    ]


def _verdict(kpi: Kpi, points: tuple[Point, ...], start: Start | Reason) -> Verdict | None:
    """What the last of the points says; a band looks at the recent ones before it, too."""
    return judge(kpi, points, start) if points else None
