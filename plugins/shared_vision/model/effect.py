"""Whether an action moved a KPI, as far as the values tell."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    """What the values say of an action; it never says that the action was the cause."""

    HELPED = "helped"
    HURT = "hurt"
    NO_CHANGE = "no-visible-change"
    CANNOT_TELL = "cannot-tell"


class Doubt(StrEnum):
    """Why it cannot be told."""

    NO_DATA = "no-data"
    NOT_BEGUN = "not-begun"
    NO_RHYTHM = "no-rhythm"
    TOO_EARLY = "too-early"
    """Too few values since."""
    TOO_FEW_BEFORE = "too-few-before"
    OVERLAPS = "overlaps"
    """Another action began too near for the two to be told apart."""
    NEVER_MOVED = "never-moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A segmented regression, in the KPI's unit.

    `step` is the change of level at the start, `low` and `high` its interval of 95 %; `slope_before` and
    `slope_change` are per period. `error` is the standard error by Newey and West, `wider` the factor by
    which placebo dates widened it, `placebos` how many there were; `p` the chance of as large a step without
    any action, `q` the same after the correction for all pairs that were looked at. `without` are day and
    value of what would have been expected without the action, at each value since.
    """

    step: float
    low: float
    high: float
    slope_before: float
    slope_change: float
    error: float
    wider: float
    placebos: int
    seasonal: bool
    p: float
    q: float
    without: tuple[tuple[date, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What came of one action on one KPI that it should move.

    `start` is the day it began, `since` that from which it should show (its declared lag later).
    `before` and `after` count the values used on each side, `middles` are their medians, or None where a
    side has none. `estimate` is None where it cannot be told, and `doubt` says why; `others` are the actions
    that began too near. `partners` are one and the same action: the initiatives that carry out a
    decision, the decisions behind an initiative.
    """

    action: str
    kpi: str
    start: date | None
    since: date | None
    verdict: Verdict
    doubt: Doubt | None = None
    before: int = 0
    after: int = 0
    middles: tuple[float | None, float | None] = (None, None)
    estimate: Estimate | None = None
    others: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()

    @property
    def told_elsewhere(self) -> bool:
        """Whether it is a decision whose initiative tells the same."""
        return self.action.startswith("decisions/") and any(
            ref.startswith("initiatives/") for ref in self.partners
        )
