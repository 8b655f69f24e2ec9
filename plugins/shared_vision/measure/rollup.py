"""How a goal is doing, from its KPIs and sub-goals."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from shared_vision.measure.linear import pace
from shared_vision.model.contribution import contribution
from shared_vision.model.cuts import ENOUGH, NEARLY, SCORES, by_cuts
from shared_vision.model.measures import GOOD, GoalMeasure, KpiMeasure, Status
from shared_vision.model.reason import Reason

_FROM_WORST = (
    Status.MOVING_AWAY,
    Status.OFF_TRACK,
    Status.AT_RISK,
    Status.TOO_EARLY,
    Status.ON_TRACK,
    Status.ACHIEVED,
    Status.UNKNOWN,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A KPI or sub-goal of a goal; without data it counts only in the weight that is missing."""

    weight: float
    status: Status
    worst: Status
    progress: float | Reason
    expected: float | Reason
    score: float | Reason
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """What the members of a goal amount to."""

    status: Status
    reason: Reason | None
    worst: Status
    progress: float | Reason
    expected: float | Reason
    score: float | Reason
    coverage: float


def kpi_member(kpi: KpiMeasure, weight: float) -> Member:
    """A KPI as a member; one without a status has no data."""
    return Member(
        weight=weight,
        status=kpi.status,
        worst=kpi.status,
        progress=kpi.progress,
        expected=kpi.expected,
        score=kpi.score,
        coverage=0.0 if kpi.status == Status.UNKNOWN else 1.0,
    )


def goal_member(goal: GoalMeasure) -> Member:
    """A sub-goal as a member, of weight 1; what it lacks is lacking above it too."""
    return Member(
        weight=1.0,
        status=goal.status,
        worst=goal.worst,
        progress=goal.progress,
        expected=goal.expected,
        score=goal.score,
        coverage=goal.coverage,
    )


def roll_up(members: Sequence[Member]) -> RollUp:
    """Weighted means of progress, expected progress and score, and the worst status.

    Nothing counts for more than the whole way. Where all members with data have a score, their mean
    decides (cuts -2.5, 0, 2.5), else the mean progress over the mean expected, with the linear cuts; on
    track only where any of them is. Achieved only where all are. Under 80 % of the weight with data there
    is no status. Source: methods.md, C1, C3 and C7; data/README.md.
    """
    present = [member for member in members if member.coverage > 0]
    if not present:
        return _empty(Reason.INCOMPLETE if members else Reason.NO_KPIS)
    pairs = [contribution(member.status, member.progress, member.expected) for member in present]
    weights = [member.weight for member in present]
    progress = _mean([pair.done for pair in pairs], weights)
    expected = _mean([pair.expected for pair in pairs], weights)
    score = _mean_score(present, weights)
    coverage = _mean([member.coverage for member in members], [member.weight for member in members])
    whole = coverage >= ENOUGH - NEARLY
    return RollUp(
        status=_status(present, progress, expected, score) if whole else Status.UNKNOWN,
        reason=None if whole else Reason.INCOMPLETE,
        worst=min((member.worst for member in present), key=_FROM_WORST.index),
        progress=progress,
        expected=expected,
        score=score,
        coverage=coverage,
    )


def _empty(reason: Reason) -> RollUp:
    return RollUp(
        status=Status.UNKNOWN,
        reason=reason,
        worst=Status.UNKNOWN,
        progress=reason,
        expected=reason,
        score=reason,
        coverage=0.0,
    )


def _mean(values: Sequence[float], weights: Sequence[float]) -> float:
    largest = max(weights)  # so that no sum of huge weights overflows
    shares = [weight / largest for weight in weights]
    whole = fsum(shares)
    return fsum(value * (share / whole) for value, share in zip(values, shares, strict=True))


def _mean_score(members: Sequence[Member], weights: Sequence[float]) -> float | Reason:
    scores = [member.score for member in members if isinstance(member.score, float)]
    return _mean(scores, weights) if len(scores) == len(members) else Reason.NOT_DEFINED


def _status(members: Sequence[Member], progress: float, expected: float, score: float | Reason) -> Status:
    if all(member.status == Status.ACHIEVED for member in members):
        return Status.ACHIEVED
    if not isinstance(score, Reason):
        return by_cuts(score, SCORES)
    status = pace(progress, expected)
    if status == Status.ON_TRACK and not any(member.status in GOOD for member in members):
        return Status.AT_RISK  # a target missed by a little is not on track, neither is a goal of such ones
    return status
