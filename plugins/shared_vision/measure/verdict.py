"""What one arithmetic says about a KPI."""

from dataclasses import dataclass
from datetime import date
from math import isclose, isfinite

from shared_vision.model.cuts import NEARLY
from shared_vision.model.measures import Basis, Growth, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Status, reason, progress, expected progress and score, with the arithmetic they rest on."""

    status: Status
    basis: Basis
    reason: Reason | None = None
    progress: float | Reason
    expected: float | Reason
    score: float | Reason = Reason.NOT_DEFINED
    growth: Growth | Reason = Reason.NOT_DEFINED
    fell_back: bool = False
    lapsed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """Where a KPI started, where it is, where it should get to; `sign` is 1 where more is better, else -1."""

    sign: int
    base: float
    base_date: date
    now: float
    now_date: date
    target: float | None = None
    target_date: date | None = None
    limit: float | None = None
    milestones: tuple[tuple[date, float], ...] = ()

    @property
    def met(self) -> bool:
        """Whether the latest value is at the target or beyond it."""
        return self.target is not None and _reaches(self.now, self.target, self.sign)

    @property
    def begins_at_target(self) -> bool:
        """Whether there is no way to go between base and target."""
        return self.target is not None and _same(self.base, self.target)

    @property
    def begins_beyond_target(self) -> bool:
        """Whether the base is better than the target."""
        if self.target is None or self.begins_at_target:
            return False
        return self.sign * self.base > self.sign * self.target


def sign_of(direction: Direction) -> int:
    """1 where more is better, else -1."""
    return 1 if direction == Direction.INCREASE else -1


def unknown(reason: Reason, basis: Basis) -> Verdict:
    """No status, for one reason that holds for every figure."""
    return Verdict(
        status=Status.UNKNOWN, basis=basis, reason=reason, progress=reason, expected=reason, score=reason
    )


def figure(value: float) -> float | Reason:
    """A number that can be shown, or that there is none: values at the edge of arithmetic overflow."""
    return value + 0.0 if isfinite(value) else Reason.NOT_DEFINED  # -0.0 + 0.0 is a plain zero


def _same(one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=NEARLY)


def _reaches(value: float, target: float, sign: int) -> bool:
    return sign * value >= sign * target or _same(value, target)
