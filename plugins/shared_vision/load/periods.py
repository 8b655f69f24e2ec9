"""The day or period that a cell with a date stands for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from shared_vision.model.dates import add_months, month_end, parse_period
from shared_vision.model.records import Frequency

Span = tuple[date, date]

_YEARS = range(1000, 3000)
_FORMS = "Write a day such as 2025-01-31, or 2025-01, 2025-Q1, 2025-W07 or 2025."
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_LAST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?", re.ASCII)
_SHAPE = re.compile(r"\d{4}-(?:\d{2}(?:-\d{2})?|Q\d|W\d{2})|\d{4}", re.ASCII)
_QUARTER = re.compile(r"(?:(\d{4})[- /]?Q([1-4])|Q([1-4])[- /]?(\d{4}))", re.ASCII | re.IGNORECASE)
_WEEK = re.compile(r"(\d{4})[- /]?W(\d{1,2})", re.ASCII | re.IGNORECASE)
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}.*", re.ASCII)
_MONTH_NAME = re.compile(r"([A-Za-z]{3})[a-z.]*[ ,/-]*(\d{4})", re.ASCII)
_YEARS_SPAN = re.compile(r"(\d{4})[/–-]\d{4}", re.ASCII)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_NAMES = {
    Frequency.DAILY: "day",
    Frequency.WEEKLY: "week",
    Frequency.MONTHLY: "month",
    Frequency.QUARTERLY: "quarter",
    Frequency.YEARLY: "year",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A date as it was `written`, and the period of the KPI's frequency that it `falls` into."""

    written: Span
    falls: Span


@lru_cache(maxsize=1 << 16)
def parse_date(text: str, frequency: Frequency) -> Period | None:
    """What a cell says, or None where it says no date or one too coarse for the frequency."""
    written = parse_period(text)
    if not written or written[0].year not in _YEARS:
        return None
    falls = _around(written[0], frequency) or written
    return Period(written=written, falls=falls) if written[1] <= falls[1] else None


def date_fault(quoted: str, text: str, frequency: Frequency) -> tuple[str, str, str]:
    """Code, message and remedy for a cell that is no date, or one too coarse."""
    if not text:
        return "bad-date", "The date is blank.", "Write the date, or delete the row."
    written = parse_period(text)
    if not written:
        return "bad-date", *_wrong_date(quoted, text)
    if written[0].year not in _YEARS:
        return "bad-date", f"{quoted} is not a believable date.", "Check the year."
    return "coarse-date", *_coarse(quoted, frequency)


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


def _coarse(quoted: str, frequency: Frequency) -> tuple[str, str]:
    name = _NAMES[frequency]
    return (
        f"{quoted} is more than one {name}, but the KPI is {frequency}.",
        f"Write one row for each {name}, or change the KPI's `frequency`.",
    )


def _wrong_date(quoted: str, text: str) -> tuple[str, str]:
    if _SHAPE.fullmatch(text):
        return f"{quoted} is not in the calendar.", "Check the number of the day, week or month."
    if match := _YEAR_LAST.fullmatch(text):
        return _year_last(quoted, *match.groups())
    return f"{quoted} is not a date.", _instead(text)


def _year_last(quoted: str, first: str, second: str, year: str) -> tuple[str, str]:
    as_day = f"{year}-{int(second):02d}-{int(first):02d}"
    as_month = f"{year}-{int(first):02d}-{int(second):02d}"
    real = [text for text in (as_day, as_month) if parse_period(text)]
    if len(set(real)) == 2:
        message = f"{quoted} can be read in two ways."
        return message, f"Write the year first: {as_day} or {as_month}."
    return f"{quoted} is not a date.", f"Write the year first: {real[0]}." if real else _FORMS


def _instead(text: str) -> str:
    """The remedy for a date in a form that other programs write."""
    if match := _TIME.fullmatch(text):
        return f"Leave out the time of day: {match[1]}."
    if _SERIAL.fullmatch(text):
        return "It may be a spreadsheet's number for a day: format the column as yyyy-mm-dd, then save again."
    meant = next((say(match) for form, say in _OTHER_FORMS if (match := form.fullmatch(text))), "")
    return f"Write {meant}." if parse_period(meant) else _FORMS


def _year_first(match: re.Match[str]) -> str:
    return "-".join([match[1], *(f"{int(part):02d}" for part in match.groups()[1:] if part)])


def _named_month(match: re.Match[str]) -> str:
    name = match[1].lower()
    return f"{match[2]}-{_MONTHS.index(name) + 1:02d}" if name in _MONTHS else ""


_OTHER_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_QUARTER, lambda match: f"{match[1] or match[4]}-Q{match[2] or match[3]}"),
    (_WEEK, lambda match: f"{match[1]}-W{int(match[2]):02d}"),
    (_YEARS_SPAN, lambda match: match[1]),
    (_YEAR_FIRST, _year_first),
    (_MONTH_NAME, _named_month),
)
