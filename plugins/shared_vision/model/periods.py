"""Periods in a row: which number a value's period has, and what the next ones are called."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from shared_vision.model.dates import add_months, month_end
from shared_vision.model.records import Frequency
from shared_vision.model.series import Point

MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}
DAYS = {Frequency.DAILY: 1, Frequency.WEEKLY: 7}
A_YEAR = {Frequency.MONTHLY: 12, Frequency.QUARTERLY: 4}
"""Periods of a year in which a season may show."""

_GAPS = (
    (1, 1, Frequency.DAILY),
    (7, 7, Frequency.WEEKLY),
    (28, 31, Frequency.MONTHLY),
    (89, 92, Frequency.QUARTERLY),
    (365, 366, Frequency.YEARLY),
)


def frequency_of(declared: Frequency, points: Sequence[Point]) -> Frequency:
    """The frequency as declared; where it is irregular, that which the usual gap between values shows."""
    if declared is not Frequency.IRREGULAR or len(points) < 2:
        return declared
    gap = median((later.end - earlier.end).days for earlier, later in pairwise(points))
    return next((found for low, high, found in _GAPS if low <= gap <= high), declared)


def number_of(point: Point, frequency: Frequency) -> int:
    """The number of a value's period, one more for each period; the frequency is not irregular."""
    if frequency in MONTHS:
        return (point.end.year * 12 + point.end.month - 1) // MONTHS[frequency]
    return (point.start.toordinal() - 1) // DAYS[frequency]


def end_after(end: date, frequency: Frequency, periods: int) -> date:
    """The last day of the period so many after one that ends on a day; before it where that is negative.

    Months, quarters and years end with the last day of a month.
    """
    if frequency in DAYS:
        return end + timedelta(days=DAYS[frequency] * periods)
    return month_end(add_months(end, MONTHS[frequency] * periods))


def period_after(point: Point, frequency: Frequency, periods: int) -> tuple[date, date]:
    """First and last day of the period so many periods after a value's; a single day stays one."""
    if frequency in MONTHS and point.end != month_end(point.end):
        day = add_months(point.end, MONTHS[frequency] * periods)
        return day, day
    end = end_after(point.end, frequency, periods)
    if point.start == point.end:
        return end, end
    return end_after(point.end, frequency, periods - 1) + timedelta(days=1), end
