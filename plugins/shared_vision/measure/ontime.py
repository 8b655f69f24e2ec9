"""Whether values came when they were due, as git tells."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from shared_vision.measure.freshness import due_day
from shared_vision.model.changes import ChangeKind, History
from shared_vision.model.dates import add_months
from shared_vision.model.document import Document
from shared_vision.model.flow import OnTime
from shared_vision.model.log import Gap
from shared_vision.model.periods import end_after
from shared_vision.model.reason import Reason
from shared_vision.model.records import Frequency, Kpi
from shared_vision.model.series import Point, Series

Came = Mapping[date, date]
"""The day on which the value of each period, by its last day, was first published."""


def on_time(document: Document, history: History, today: date) -> dict[str, OnTime | Reason]:
    """For each KPI how many of the values due within the last year came in time, or why that is not known.

    A value that fell due before the KPI's first ones were published, or before git's history begins, is
    not counted: nobody knows when it came, or it was brought along. One that is missing is counted as late.
    """
    fallen = fallen_due(document, history, add_months(today, -12), today)
    return {kpi: one if isinstance(one, Reason) else _counted(one) for kpi, one in fallen.items()}


class Fallen(NamedTuple):
    """The days on which values of a KPI fell due, whether they came in time, from when that is known."""

    known_from: date
    values: tuple[tuple[date, bool], ...]


def fallen_due(document: Document, history: History, after: date, today: date) -> dict[str, Fallen | Reason]:
    """For each KPI the values that fell due after a day, or why that is not known."""
    arrivals = _arrivals(history)
    known = _known_from(history, arrivals)
    return {
        kpi.id: _of_kpi(
            kpi, document.series.get(kpi.id, Reason.NO_DATA), known, arrivals, _Days(after, today)
        )
        for kpi in document.kpis.values()
    }


class _Days(NamedTuple):
    after: date
    today: date


def _counted(fallen: Fallen) -> OnTime | Reason:
    if not fallen.values:
        return Reason.NOTHING_DUE
    kept = sum(in_time for _, in_time in fallen.values)
    return OnTime(in_time=kept, counted=len(fallen.values), known_from=fallen.known_from)


def _arrivals(history: History) -> dict[str, dict[date, date]]:
    """The day each value was first published, by the KPI's id of today."""
    found: dict[str, dict[date, date]] = {}
    for event in history.events:
        for change in event.data:
            ref = f"kpis/{change.kpi}"
            came = found.setdefault(history.now.get(ref, ref).removeprefix("kpis/"), {})
            for point in change.new:
                came.setdefault(point.end, event.day)
    return found


def _known_from(history: History, arrivals: Mapping[str, Came]) -> Mapping[str, date]:
    """The day from which it is known when the values of each KPI came.

    Where the history was cut off, only a KPI that began after the cut is known from its own first values on.
    """
    first = {kpi: min(came.values()) for kpi, came in arrivals.items() if came}
    if history.gap is not Gap.SHALLOW or not history.since:
        return first
    began = {
        history.now.get(change.ref, change.ref)
        for event in history.events
        for change in event.records
        if change.kind is ChangeKind.ADDED
    }
    return {kpi: day if f"kpis/{kpi}" in began else history.since for kpi, day in first.items()}


def _of_kpi(
    kpi: Kpi,
    series: Series | Reason,
    known: Mapping[str, date],
    arrivals: Mapping[str, Came],
    days: _Days,
) -> Fallen | Reason:
    if isinstance(series, Reason):
        return series
    if kpi.frequency is Frequency.IRREGULAR:
        return Reason.NO_SCHEDULE
    if kpi.id not in known:
        return Reason.NO_HISTORY
    start, came = known[kpi.id], arrivals[kpi.id]
    due = _fallen_due(kpi.frequency, series.points, max(start, days.after), days.today)
    return Fallen(start, tuple((day, end is not None and came.get(end, date.max) <= day) for end, day in due))


def _fallen_due(
    frequency: Frequency, points: tuple[Point, ...], after: date, today: date
) -> Iterator[tuple[date | None, date]]:
    """The end of each value that fell due after a day, and the day it did; None where it is missing.

    The last day counts only once it is over: until then the value may still come.
    """
    ends = [point.end for point in points]
    if not ends or ends != sorted(ends):
        return
    last, ahead = ends[-1], 0
    while due_day(end_after(last, frequency, ahead + 1), frequency) < today:
        ahead += 1
    back = -ahead
    while True:
        end, before = (end_after(last, frequency, -back - step) for step in (0, 1))
        due = due_day(end, frequency)
        if due <= after or end < ends[0]:
            return
        place = bisect_left(ends, before + timedelta(days=1))
        there = place < len(ends) and ends[place] <= end
        if due < today and (there or frequency is not Frequency.DAILY):
            yield (ends[place] if there else None), due
        back += 1
