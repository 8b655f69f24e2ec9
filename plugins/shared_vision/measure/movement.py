"""What is signal and what noise in the values of every KPI."""

from collections.abc import Mapping

from shared_vision.measure.control import control_chart
from shared_vision.measure.kpis import judge
from shared_vision.measure.trend import trend_of
from shared_vision.measure.window import window_of
from shared_vision.model.cuts import RECENT
from shared_vision.model.document import Document
from shared_vision.model.measures import Freshness, KpiMeasure, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.series import Point, Series
from shared_vision.model.trend import Control, Course, Movement

_SAYS_NOTHING = (Status.UNKNOWN, Status.TOO_EARLY)


def movements(document: Document, measures: Mapping[str, KpiMeasure]) -> Mapping[str, Movement]:
    """The movement of every KPI that has values, by id, given how it is doing."""
    found = ((kpi, document.series.get(kpi.id)) for kpi in document.kpis.values())
    return {
        kpi.id: movement_of(kpi, series.points, measures[kpi.id])
        for kpi, series in found
        if isinstance(series, Series) and series.points
    }


def movement_of(kpi: Kpi, points: tuple[Point, ...], measure: KpiMeasure) -> Movement:
    """The course and the control chart of a KPI's recent values, of which there is at least one."""
    window = window_of(points, kpi.frequency)
    control = control_chart(window)
    trend = trend_of(window, control, kpi.direction)
    quiet = isinstance(control, Control) and control.calm and trend.course is Course.NONE
    return Movement(
        trend=trend,
        control=control,
        within_noise=quiet and _changed_status(kpi, points, measure),
        stale=measure.freshness is Freshness.DORMANT,
    )


def _changed_status(kpi: Kpi, points: tuple[Point, ...], measure: KpiMeasure) -> bool:
    """Whether the latest value brought another status than the one before it, by the same rules."""
    before = points[-1 - RECENT : -1]
    if not before or measure.lapsed or measure.status in _SAYS_NOTHING or isinstance(measure.start, Reason):
        return False
    earlier = judge(kpi, before, measure.start).status
    return earlier not in _SAYS_NOTHING and earlier is not measure.status
