"""The day or period that a cell with a date stands for."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from shared_vision.model.dates import YEARS, add_months, month_end, parse_period
from shared_vision.model.records import Frequency

Span = tuple[date, date]

_WEEK = timedelta(days=6)
_TO_THURSDAY = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A date as it was `written`, and the period of the KPI's frequency that it `falls` into.

    A week that lies across two months or years falls into the one that has its Thursday, as in ISO 8601.
    """

    written: Span
    falls: Span


@lru_cache(maxsize=1 << 16)
def parse_date(text: str, frequency: Frequency) -> Period | None:
    """What a cell says, or None where it says no date or one too coarse for the frequency."""
    written = parse_period(text)
    if not written or written[0].year not in YEARS:
        return None
    middle = written[0] + _TO_THURSDAY if _length(written) == _WEEK else written[0]
    falls = _around(middle, frequency) or written
    return Period(written=written, falls=falls) if _length(written) <= _length(falls) else None


def _length(span: Span) -> timedelta:
    return span[1] - span[0]


def period_name(span: Span) -> str:
    """A period as a data file writes it: 2025-01-31, 2025-W07, 2025-01, 2025-Q1 or 2025."""
    start, _ = span
    year, week, _ = start.isocalendar()
    quarter = f"{start.year}-Q{(start.month + 2) // 3}"
    names = (start.isoformat(), f"{year}-W{week:02d}", f"{start:%Y-%m}", quarter, str(start.year))
    return next(name for name in names if parse_period(name) == span)


def _around(day: date, frequency: Frequency) -> Span | None:
    match frequency:
        case Frequency.DAILY:
            return day, day
        case Frequency.WEEKLY:
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=6)
        case Frequency.MONTHLY:
            return day.replace(day=1), month_end(day)
        case Frequency.QUARTERLY:
            first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
            return first, month_end(add_months(first, 2))
        case Frequency.YEARLY:
            return date(day.year, 1, 1), date(day.year, 12, 31)
        case Frequency.IRREGULAR:
            return None
