"""The path on which a KPI would get from its baseline to its target in time."""

from datetime import date

import numpy as np

from shared_vision.model.measures import Basis, KpiMeasure, Start
from shared_vision.model.records import Direction, Kpi, Milestone

_PIECES = 24


def expected_path(kpi: Kpi, measure: KpiMeasure) -> tuple[tuple[float, float], ...]:
    """Days and values from the start through the milestones to the target; empty where there is no such way.

    There is none to a target that was met at the start.

    Growth by a steady rate bends; every other way goes straight from one agreed value to the next.
    """
    start, target = measure.start, kpi.target
    if kpi.direction is Direction.MAINTAIN or not isinstance(start, Start):
        return ()
    if target is None or target.value is None or target.date <= start.date:
        return ()
    ahead = start.value - target.value
    if (ahead if kpi.direction is Direction.INCREASE else -ahead) > 0:
        return ()
    ends = (start.date.toordinal(), start.value), (target.date.toordinal(), target.value)
    if measure.basis is Basis.GROWTH and start.value * target.value > 0:
        return _growing(*ends)
    return (ends[0], *_stops(milestones_between(kpi, start.date, target.date)), ends[1])


def milestones_between(kpi: Kpi, first: date, last: date) -> tuple[Milestone, ...]:
    """The milestones after the first day and before the last, by date."""
    return tuple(
        sorted((stop for stop in kpi.milestones if first < stop.date < last), key=lambda stop: stop.date)
    )


def _stops(milestones: tuple[Milestone, ...]) -> tuple[tuple[float, float], ...]:
    return tuple((stop.date.toordinal(), stop.value) for stop in milestones)


def _growing(start: tuple[float, float], end: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    """The same share more or less in every year."""
    days = np.linspace(start[0], end[0], _PIECES + 1)
    logs = np.linspace(np.log(abs(start[1])), np.log(abs(end[1])), _PIECES + 1)
    between = np.copysign(np.exp(logs[1:-1]), start[1])
    return (start, *zip(days[1:-1].tolist(), between.tolist(), strict=True), end)
