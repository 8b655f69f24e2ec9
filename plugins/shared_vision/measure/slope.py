"""The Theil-Sen slope: the median of the changes between all pairs."""

from typing import NamedTuple

from shared_vision.measure.window import Numbers

NINETY_FIVE = 1.959963984540054
"""So many standard deviations on either side hold 95 % of a normal curve."""


class Middle(NamedTuple):
    """A median slope with its 95 % interval."""

    value: float
    low: float
    high: float


def middle_of(ordered: Numbers, spread: float) -> Middle:
    """The median of slopes in order, between the ranks (N - 1.96 sd) / 2 and (N + 1.96 sd) / 2.

    N is how many they are, at least one, `spread` the standard deviation of Kendall's S for the same pairs.
    Sources: Sen 1968; for seasons Gilbert 1987, 17.4 (methods.md, C9).
    """
    count = len(ordered)
    half = count // 2
    value = ordered[half] if count % 2 else (ordered[half - 1] + ordered[half]) / 2
    low = max(round((count - NINETY_FIVE * spread) / 2) - 1, 0)
    high = min(round((count + NINETY_FIVE * spread) / 2), count - 1)
    return Middle(float(value), float(ordered[low]), float(ordered[high]))
