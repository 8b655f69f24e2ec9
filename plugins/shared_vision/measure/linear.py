"""Progress along a straight path from baseline to target, through the milestones."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import isfinite

from shared_vision.measure.verdict import Journey, Verdict, figure, unknown
from shared_vision.model.cuts import LINEAR, NEARLY, TOO_EARLY, by_cuts
from shared_vision.model.measures import Basis, Status
from shared_vision.model.reason import Reason


def linear(journey: Journey) -> Verdict:
    """Linear pace: done = (y - b) / (T - b) against the share expected by now.

    b is the base, y the latest value, T the target, all in the KPI's unit. Cuts of done / expected:
    0.95 on track, 0.75 at risk, 0 off track, below 0 moving away; too early while less than 0.1 is
    expected. A target that is met counts as achieved on any day. Source: methods.md, C6.
    """
    if journey.target is None or journey.target_date is None:
        return unknown(Reason.NO_TARGET, Basis.LINEAR)
    if journey.target_date <= journey.base_date:
        return unknown(Reason.TARGET_BEFORE_BASELINE, Basis.LINEAR)
    if journey.begins_at_target:
        return unknown(Reason.BASE_EQUALS_TARGET, Basis.LINEAR)
    if journey.begins_beyond_target:
        return _beyond(journey)
    done = share_of_way(journey.base, journey.target, journey.now)
    end = (journey.target_date, journey.target)
    path = expected_path((journey.base_date, journey.base), end, journey.milestones)
    expected = share_of_way(journey.base, journey.target, value_on_path(path, journey.now_date))
    status = Status.ACHIEVED if journey.met else pace(done, expected)
    return Verdict(status=status, basis=Basis.LINEAR, progress=figure(done), expected=figure(expected))


def pace(done: float, expected: float) -> Status:
    """The status of a share done against the share expected by now."""
    if expected < TOO_EARLY - NEARLY:
        return Status.TOO_EARLY
    return by_cuts(done / expected, LINEAR)


def share_of_way(base: float, target: float, value: float) -> float:
    """Share of the way from base to a different target; below 0 is backwards."""
    way, gone = target - base, value - base
    if not isfinite(way) or not isfinite(gone):
        way, gone = target / 2 - base / 2, value / 2 - base / 2
    return gone / way


def expected_path(
    start: tuple[date, float], end: tuple[date, float], milestones: Sequence[tuple[date, float]]
) -> tuple[tuple[date, float], ...]:
    """The corners of the way, in order of time; milestones on or outside its ends do not count."""
    between = sorted({day: value for day, value in milestones if start[0] < day < end[0]}.items())
    return (start, *between, end)


def value_on_path(path: Sequence[tuple[date, float]], day: date) -> float:
    """The value that straight lines between the corners give for a day, held at both ends."""
    if day <= path[0][0]:
        return path[0][1]
    for (left, low), (right, high) in pairwise(path):
        if day <= right:
            share = (day - left).days / (right - left).days
            return low * (1 - share) + high * share
    return path[-1][1]


def _beyond(journey: Journey) -> Verdict:
    return Verdict(
        status=Status.ACHIEVED if journey.met else Status.MOVING_AWAY,
        basis=Basis.LINEAR,
        progress=Reason.BASE_BEYOND_TARGET,
        expected=Reason.BASE_BEYOND_TARGET,
    )
