"""Civil dates as partners write them: days, periods such as 2025-Q1, durations such as P2M."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

YEARS = range(1000, 3000)
"""The years that are believable; reckoning from their days never leaves the calendar."""
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
_DURATION = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of calendar time: whole months, then days."""

    months: int = 0
    days: int = 0

    def after(self, day: date) -> date:
        """The day this long after `day`, or the last there is; the 31st becomes a shorter month's last."""
        number = add_months(day, self.months).toordinal() + self.days
        return date.fromordinal(min(max(number, date.min.toordinal()), date.max.toordinal()))


def parse_day(text: str) -> date | None:
    """The day that an ISO date such as 2025-01-31 names, or None where the text names none."""
    match = _DAY.fullmatch(text)
    return _date(*map(int, match.groups())) if match else None


def parse_period(text: str) -> tuple[date, date] | None:
    """First and last day of 2025-01-31, 2025, 2025-03, 2025-Q1 or 2025-W07; None for any other text."""
    if day := parse_day(text):
        return day, day
    if (match := _YEAR.fullmatch(text)) and (first := _date(int(match[1]), 1, 1)):
        return first, date(first.year, 12, 31)
    if (match := _MONTH.fullmatch(text)) and (first := _date(int(match[1]), int(match[2]), 1)):
        return first, month_end(first)
    if (match := _QUARTER.fullmatch(text)) and (first := _date(int(match[1]), 3 * int(match[2]) - 2, 1)):
        return first, month_end(add_months(first, 2))
    if match := _WEEK.fullmatch(text):
        return _week(int(match[1]), int(match[2]))
    return None


def parse_duration(text: str) -> Duration | None:
    """The duration an ISO text such as P14D, P2W, P6M or P1Y names, or None."""
    match = _DURATION.fullmatch(text)
    if not match or not any(match.groups()):
        return None
    years, months, weeks, days = (int(number or 0) for number in match.groups())
    return Duration(12 * years + months, 7 * weeks + days)


def add_months(day: date, months: int) -> date:
    """The same day `months` later or that month's last day; years are kept within 1 to 9999."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_between(start: date, end: date) -> float:
    """Years from one day to a later one: whole between equal days of the year, else with a share of days."""
    years = end.year - start.year
    anniversary = add_months(start, 12 * years)
    if anniversary > end:
        years -= 1
        anniversary = add_months(start, 12 * years)
    length = (add_months(start, 12 * (years + 1)) - anniversary).days
    return years + ((end - anniversary).days / length if length else 0.0)


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _week(year: int, week: int) -> tuple[date, date] | None:
    try:
        return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
    except ValueError:
        return None
