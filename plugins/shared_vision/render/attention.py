"""What needs attention comes first."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from shared_vision.model.measures import GoalMeasure, KpiMeasure, Status
from shared_vision.model.records import Record

R = TypeVar("R", bound=Record)
_ORDER = {
    status: place
    for place, status in enumerate(
        (
            Status.MOVING_AWAY,
            Status.OFF_TRACK,
            Status.AT_RISK,
            Status.UNKNOWN,
            Status.TOO_EARLY,
            Status.ON_TRACK,
            Status.ACHIEVED,
        )
    )
}


def by_attention(records: Iterable[R], measures: Mapping[str, KpiMeasure | GoalMeasure]) -> tuple[R, ...]:
    """Records by how much they need attention: the status, then how little is done, then the title."""
    return tuple(sorted(records, key=lambda record: _need(record, measures[record.id])))


def needs_attention(measure: KpiMeasure | GoalMeasure) -> bool:
    """Whether something is not where it should be."""
    return _ORDER[measure.status] <= _ORDER[Status.AT_RISK]


def _need(record: Record, measure: KpiMeasure | GoalMeasure) -> tuple[int, float, str]:
    progress = measure.progress if isinstance(measure.progress, float) else 0.0
    return (_ORDER[measure.status], progress, record.title)
