"""Where one status ends and the next begins."""

from collections.abc import Sequence

from shared_vision.model.measures import Status

NEARLY = 1e-9
"""Numbers closer than this are the same: rounding must not decide a status."""
TOO_EARLY = 0.1
"""While less of the way than this is expected, nothing is said of the pace."""
LINEAR = (0.95, 0.75, 0.0)
"""Of the share done over the share expected by now. Source: methods.md, C6."""
TOWARDS_TARGET = (0.95, 0.6, 0.0)
"""Of the growth a year over the growth needed. Source: methods.md, C1."""
FREE_GROWTH = (0.015, 0.005, 0.0)
"""Of the growth a year where there is no target. Source: methods.md, C1."""
SCORES = (2.5, 0.0, -2.5)
"""Of the mean score. Source: methods.md, C1."""
MOSTLY = 0.75
"""Of the share of recent values inside a band."""
RECENT = 12
"""So many values are recent."""
ENOUGH = 0.8
"""Of the weight that can be judged. Source: methods.md, C3."""

_FROM_BEST = (Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK)


def by_cuts(figure: float, cuts: Sequence[float]) -> Status:
    """The status of a figure between three cuts, from the highest down."""
    for cut, status in zip(cuts, _FROM_BEST, strict=True):
        if figure >= cut - NEARLY:
            return status
    return Status.MOVING_AWAY


def near_limit(factor: float) -> tuple[float, ...]:
    """The cuts of growth without a target where only a part of the usual growth is asked."""
    return tuple(cut * factor for cut in FREE_GROWTH)


def least_for(status: Status, cuts: Sequence[float]) -> float | None:
    """The cut that a status begins at; none for what lies below them all."""
    return cuts[_FROM_BEST.index(status)] if status in _FROM_BEST else None
