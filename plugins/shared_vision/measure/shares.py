"""Intervals of a share, and of the difference of two."""

from math import sqrt

from shared_vision.model.surveyed import Interval

NORMAL = 1.959964
"""The standard normal quantile of 97.5 %, for intervals of 95 %."""


def wilson(share: float, answers: int, asked: int | None = None) -> Interval:
    """The 95 % interval of a share of `answers`; narrower where many of all `asked` answered.

    Source: Wilson, Probable inference (1927). With the finite population correction, so many answers of so
    many count as `answers * (asked - 1) / (asked - answers)` of a boundless crowd: Cochran, Sampling
    Techniques (1977), section 2.6.
    """
    if asked and asked <= answers:
        return Interval(low=share, high=share)
    count = answers * (asked - 1) / (asked - answers) if asked else answers
    square = NORMAL * NORMAL
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = NORMAL / (1 + square / count) * sqrt(share * (1 - share) / count + square / (4 * count**2))
    return Interval(low=max(middle - half, 0.0), high=min(middle + half, 1.0))


def newcombe(now: float, around: Interval, before: float, around_before: Interval) -> Interval:
    """The interval of how much a share rose, from the intervals of both shares.

    Source: Newcombe, Interval estimation for the difference between independent proportions (1998), method
    10.
    """
    rose = now - before
    return Interval(
        low=rose - sqrt((now - around.low) ** 2 + (around_before.high - before) ** 2),
        high=rose + sqrt((around.high - now) ** 2 + (before - around_before.low) ** 2),
    )
