"""What to say about days and lengths of time."""

import re

from shared_vision.load.foreign_dates import dates_meant
from shared_vision.load.record.mistake import Mistake, Words
from shared_vision.model.dates import parse_day, parse_period

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SPAN = re.compile(r"(\d{1,4})\s*(day|week|month|year)s?", re.IGNORECASE)


def not_a_day(mistake: Mistake) -> Words:
    """A value that is no day, such as a month, or one written another way."""
    if isinstance(mistake.value, str) and parse_day(mistake.value):
        return "bad-date", f"{mistake.value} is not a believable date.", "Check the year."
    if isinstance(mistake.value, str) and _DAY.fullmatch(mistake.value):
        return "bad-date", f"The day {mistake.value} is not in the calendar.", "Check the month and the day."
    return "bad-date", f"Expected a date, found {mistake.found}.", _instead(mistake.text)


def not_a_span(mistake: Mistake) -> Words:
    """A value that is no length of time."""
    remedy = "Write P14D for 14 days, P2W for two weeks, P6M for six months or P1Y for a year."
    if isinstance(mistake.value, str) and (match := _SPAN.fullmatch(mistake.value.strip())):
        remedy = f"Write P{int(match[1])}{match[2][0].upper()}."
    return "bad-duration", f"Expected a length of time, found {mistake.found}.", remedy


def _instead(text: str) -> str:
    meant = (text,) if parse_period(text) else dates_meant(text)
    days = [date for date in meant if parse_day(date)]
    if days:
        return f"Write {' or '.join(days)}."
    if meant and (span := parse_period(meant[0])):
        return f"Write a whole day, e.g. {span[1]}."
    return "Write year, month and day, e.g. 2027-12-31."
