"""Which stretch of time a chart shows, from which value to which."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, isfinite, log10

from matplotlib.ticker import MaxNLocator

_AIR = 0.1
_LOCATOR = MaxNLocator()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The edges of a chart: days as ordinals, values times `factor`.

    The factor is 1 except for values so large or small that arithmetic on them would overflow.
    """

    first: float
    last: float
    low: float
    high: float
    factor: float = 1.0

    def value(self, scaled: float) -> float:
        """The value that stands at a height of the chart; it may be infinite beyond the largest number."""
        return scaled / self.factor


def frame_of(days: Iterable[int], values: Iterable[float]) -> Frame:
    """The frame that holds all the days, at least a month, with some air above and below the values."""
    days, values = tuple(days), tuple(values)
    first, last = min(days), max(days)
    factor = _factor(max(map(abs, values)))
    low, high = _with_air(min(values) * factor, max(values) * factor)
    if first == last:
        first, last = first - 15, last + 15
    return Frame(first=first, last=last, low=low, high=high, factor=factor)


def _factor(largest: float) -> float:
    if largest == 0 or not isfinite(largest) or 1e-100 < largest < 1e100:
        return 1.0
    return 10.0 ** min(max(-floor(log10(largest)), -300), 300)


def _with_air(low: float, high: float) -> tuple[float, float]:
    """A little more than the values need, yet no room below zero for values that never are."""
    below, above = _LOCATOR.nonsingular(low, high)
    air = (high - low) * _AIR
    below, above = below - air, above + air
    return (0.0 if low >= 0 > below and high > 0 else below), above
