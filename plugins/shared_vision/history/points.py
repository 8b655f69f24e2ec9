"""Two versions of one KPI's values."""

from shared_vision.model.changes import DataChange
from shared_vision.model.records import Kpi
from shared_vision.model.series import Point


def compare_points(kpi: Kpi, before: tuple[Point, ...], after: tuple[Point, ...]) -> DataChange | None:
    """Which periods have a value now, another value, or none any more; None where nothing changed."""
    old = {(point.start, point.end): point for point in before}
    now = {(point.start, point.end): point for point in after}
    change = DataChange(
        kpi=kpi.id,
        title=kpi.title,
        unit=kpi.unit,
        new=tuple(point for period, point in now.items() if period not in old),
        revised=tuple(
            (old[period], point)
            for period, point in now.items()
            if period in old and old[period].value != point.value
        ),
        gone=tuple(point for period, point in old.items() if period not in now),
    )
    return change if change.new or change.revised or change.gone else None
