"""Where a KPI is counted from."""

from bisect import bisect_left
from collections.abc import Sequence

from shared_vision.model.measures import Start
from shared_vision.model.reason import Reason
from shared_vision.model.records import Baseline
from shared_vision.model.series import Point


def find_start(baseline: Baseline | None, points: Sequence[Point]) -> Start | Reason:
    """The baseline; where it has no value, that of the first period ending on its day or later."""
    if baseline is None:
        return Reason.NO_BASELINE
    if baseline.value is not None:
        return Start(date=baseline.date, value=baseline.value)
    index = bisect_left(points, baseline.date, key=lambda point: point.end)
    if index == len(points):
        return Reason.BEFORE_BASELINE
    return Start(date=points[index].end, value=points[index].value, from_data=True)
