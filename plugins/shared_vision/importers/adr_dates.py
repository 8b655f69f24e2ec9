"""The day that a record gives, however it is written."""

import re

from shared_vision.model.dates import parse_day

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b", re.ASCII)
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})\b")
_MONTH_DAY = re.compile(r"\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def find_date(text: str) -> str:
    """The first day in a text as 2025-01-31, else nothing: 03/04/2025 can be read in two ways."""
    for match in _ISO.finditer(text):
        if day := _day(match[1], int(match[2]), match[3]):
            return day
    for match in _DAY_MONTH.finditer(text):
        if day := _day(match[3], _month(match[2]), match[1]):
            return day
    for match in _MONTH_DAY.finditer(text):
        if day := _day(match[3], _month(match[1]), match[2]):
            return day
    return ""


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()) + 1 if name.lower() in _MONTHS else 0


def _day(year: str, month: int, day: str) -> str:
    text = f"{year}-{month:02d}-{int(day):02d}"
    return text if parse_day(text) else ""
