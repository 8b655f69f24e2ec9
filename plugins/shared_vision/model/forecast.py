"""What is to be expected of a KPI, and how far earlier forecasts held."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shared_vision.model.reason import Reason


class Way(StrEnum):
    """How a forecast was made."""

    LINE = "line"
    """The median slope, damped: below ten values."""
    HOLT = "holt"
    SEASONAL = "seasonal"
    """Damped Holt on values without their season, which is added again."""


FOUR_IN_FIVE = 1.4
"""Four in five errors are smaller than this times the mean of their sizes.

Of a normal distribution it would be 1.61; errors have longer tails than that. Set once, on the series that
`benchmarks/calibration.py` replays, none of which the program sees.
"""
CHANGES = 2
"""So many errors is the mean change from one value to the next worth."""
UNSURE = 0.5
"""By this, over the number of errors known, an interval is wider: few may be small by chance."""
DEVIATIONS = 1.2816
"""Four in five values of a normal distribution lie within so many standard deviations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What is expected of one period to come: the middle, and where four in five should lie."""

    start: date
    end: date
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was said of a period one period before it ended, and what came."""

    start: date
    end: date
    value: float
    low: float
    high: float
    came: float

    @property
    def held(self) -> bool:
        """Whether what came lay within what was said."""
        return self.low <= self.came <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The periods to come, in the KPI's unit.

    A step's middle is `level` + `slope` x (phi + phi^2 + ...) + its entry of `season`; `miss` is by how
    much forecasts of one period ahead were wrong on average, `known` how many of
    these there were. `chance` is that of meeting the target on its
    date, from 0 to 1; `crossing` the last day of the period in which the middle first meets it. `held`
    counts, for one period ahead, two and so on: how often earlier intervals held, of how many.
    `told` holds the latest forecasts of one period ahead.
    """

    way: Way
    steps: tuple[Ahead, ...]
    level: float
    slope: float
    phi: float
    season: tuple[float, ...]
    miss: float
    known: int
    values: int
    chance: float | Reason
    crossing: date | Reason
    held: tuple[tuple[int, int], ...]
    told: tuple[Told, ...]

    @property
    def half(self) -> float:
        """Half the width of the interval one period ahead."""
        return FOUR_IN_FIVE * self.miss * (1 + UNSURE / (self.known + CHANGES))
