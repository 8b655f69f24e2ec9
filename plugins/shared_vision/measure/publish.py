"""What of a series may be seen by a day."""

from dataclasses import replace
from datetime import date

from shared_vision.measure.embargo import is_embargoed
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.series import Group, Point, Series


def publish(kpi: Kpi, series: Series | Reason, today: date) -> Series | Reason:
    """The series without what lies in the future; nothing of it before `publish_from`.

    A period counts once it has begun and the dates written in its rows are there; where rows of several
    days were gathered, once it is over: so no row of the future is part of a sum.
    """
    if is_embargoed(kpi, today):
        return Reason.EMBARGOED
    if isinstance(series, Reason):
        return series
    points = _past(series.points, today, gathered=series.gathered)
    groups = tuple(_past_group(group, today, gathered=series.gathered) for group in series.groups)
    if points == series.points and groups == series.groups:
        return series
    groups = tuple(group for group in groups if group.points)
    return replace(series, points=points, groups=groups) if points or groups else Reason.NO_DATA


def _past_group(group: Group, today: date, *, gathered: bool) -> Group:
    return replace(group, points=_past(group.points, today, gathered=gathered))


def _past(points: tuple[Point, ...], today: date, *, gathered: bool) -> tuple[Point, ...]:
    if not points or points[-1].end <= today:
        return points
    return tuple(point for point in points if _is_past(point, today, gathered=gathered))


def _is_past(point: Point, today: date, *, gathered: bool) -> bool:
    return point.end <= today if gathered else max(point.start, point.dated) <= today
