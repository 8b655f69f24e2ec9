"""What a KPI's values say by themselves: where they are going, and what is unusual among them."""

from dataclasses import dataclass
from enum import StrEnum

from shared_vision.model.reason import Reason
from shared_vision.model.series import Point

LIMIT = 2.66
"""3 / 1.128: three standard deviations, told from the mean of the moving ranges."""


class Course(StrEnum):
    """Where a KPI is going; a KPI to be kept in a band rises or falls, which is neither good nor bad."""

    BETTER = "better"
    WORSE = "worse"
    RISING = "rising"
    FALLING = "falling"
    NONE = "none"
    """Nothing that could not be chance."""


class Oddity(StrEnum):
    """What is unusual about values in a control chart."""

    OUTSIDE = "outside"
    """Beyond a limit."""
    SIDE = "side"
    """Seven or more in a row on one side of the centre."""
    STEADY = "steady"
    """Seven or more in a row, each higher (or each lower) than the one before."""
    NEAR = "near"
    """Two of three in a row beyond two thirds of the way to the same limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Values that chance alone does not explain, from the first to the last of them.

    `high` says which side they are on, or that they rise; `count` is how many they are, `back` how many
    values have come since. `usual` is true where the season explains it: at the same time of the year
    before, the value was beyond the same limit.
    """

    oddity: Oddity
    high: bool
    first: Point
    last: Point
    count: int
    back: int
    usual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A control chart of single values (XmR) over the recent ones.

    `moving` is the mean difference between neighbours, `ranges` how many of them went into it, `screened` how
    many were left out as too large to be usual, and `left_out` how many values were with them. `trial`
    marks limits from fewer than 12 values. `calm` is true where the latest value neither is part of a
    signal nor moved more than values usually do.
    """

    centre: float
    low: float
    high: float
    moving: float
    ranges: int
    screened: int
    left_out: int
    points: int
    trial: bool
    calm: bool
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slope:
    """The median change per period (per day for values at no fixed times), with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """How a Mann-Kendall test came out.

    `score` is the pairs that rise less those that fall, of `pairs`; `spread` the score's standard deviation
    by chance, `factor` how much more its variance is because neighbours resemble each other. `p` is how
    often chance alone gives such a score; `exact` where that was counted, `ties` where values are equal.
    """

    score: int
    pairs: int
    spread: float
    factor: float
    p: float
    exact: bool
    ties: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Where the recent values of a KPI are going; `since` is the point at which that began.

    `season` is how many periods make a year where only the same times of different years were compared,
    else 0. `turned` is true where the latest run goes against what the whole of them says.
    """

    course: Course
    since: Point | None
    slope: Slope | Reason
    rank: Rank | Reason
    points: int
    first: Point
    last: Point
    season: int = 0
    turned: bool = False

    @property
    def leads(self) -> bool:
        """Whether the interval of the slope leaves no doubt that the values go up, or that they go down."""
        return isinstance(self.slope, Slope) and (self.slope.low > 0 or self.slope.high < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """What is signal and what noise in a KPI's values.

    `within_noise` is true where the latest value changed the status, but moved no more than usual; `stale`
    where there was no news for so long that what is said holds for the time of the latest value alone.
    """

    trend: Trend
    control: Control | Reason
    within_noise: bool = False
    stale: bool = False

    @property
    def unusual(self) -> tuple[Signal, ...]:
        """The values beyond the limits that neither a season nor a way up or down explains."""
        signals = () if isinstance(self.control, Reason) or self.trend.leads else self.control.signals
        return tuple(one for one in signals if one.oddity is Oddity.OUTSIDE and not one.usual)
