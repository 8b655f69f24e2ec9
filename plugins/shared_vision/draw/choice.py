"""Which groups of a breakdown are drawn."""

from collections.abc import Sequence

from shared_vision.model.records import Direction, Kpi
from shared_vision.model.series import Group


def choose_groups(kpi: Kpi, groups: Sequence[Group], most: int) -> tuple[Group, ...]:
    """All that have values, as given; of more than `most` those with the newest and then worst values."""
    found = tuple(group for group in groups if group.points)
    if len(found) <= most:
        return found
    return tuple(sorted(found, key=lambda group: _need(kpi, group))[:most])


def _need(kpi: Kpi, group: Group) -> tuple[int, float]:
    """What sorts the newest first, then those furthest on the wrong side."""
    latest = group.points[-1]
    return -latest.end.toordinal(), -_badness(kpi, latest.value)


def _badness(kpi: Kpi, value: float) -> float:
    if kpi.direction is Direction.MAINTAIN and kpi.target:
        low, high = kpi.target.low, kpi.target.high
        return max(low - value if low is not None else 0.0, value - high if high is not None else 0.0)
    return value if kpi.direction is Direction.DECREASE else -value
