"""What to say of a cell that is no date, or one too coarse."""

import re

from shared_vision.load.foreign_dates import dates_meant
from shared_vision.model.dates import YEARS, parse_period
from shared_vision.model.records import Frequency

_FORMS = "Write a day such as 2025-01-31, or 2025-01, 2025-Q1, 2025-W07 or 2025."
_SHAPE = re.compile(r"\d{4}-(?:\d{2}(?:-\d{2})?|Q\d|W\d{2})|\d{4}", re.ASCII)
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[T ].*", re.ASCII)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_NAMES = {
    Frequency.DAILY: "day",
    Frequency.WEEKLY: "week",
    Frequency.MONTHLY: "month",
    Frequency.QUARTERLY: "quarter",
    Frequency.YEARLY: "year",
}


def date_fault(quoted: str, text: str, frequency: Frequency) -> tuple[str, str, str]:
    """Code, message and remedy for a cell that is no date, or one too coarse."""
    if not text:
        return "bad-date", "The date is blank.", "Write the date, or delete the row."
    written = parse_period(text)
    if not written:
        return "bad-date", *_wrong_date(quoted, text)
    if written[0].year not in YEARS:
        return "bad-date", f"{quoted} is not a believable date.", "Check the year."
    return "coarse-date", *_coarse(quoted, frequency)


def _coarse(quoted: str, frequency: Frequency) -> tuple[str, str]:
    name = _NAMES[frequency]
    return (
        f"{quoted} is more than one {name}, but the KPI is {frequency}.",
        f"Write one row for each {name}, or change the KPI's `frequency`.",
    )


def _wrong_date(quoted: str, text: str) -> tuple[str, str]:
    if _SHAPE.fullmatch(text):
        return f"{quoted} is not in the calendar.", "Check the number of the day, week or month."
    meant = dates_meant(text)
    if len(meant) > 1:
        return f"{quoted} can be read in two ways.", f"Write the year first: {' or '.join(meant)}."
    return f"{quoted} is not a date.", _instead(text, *meant)


def _instead(text: str, meant: str = "") -> str:
    if _SERIAL.fullmatch(text):
        return "It may be a spreadsheet's number for a day: format the column as yyyy-mm-dd, then save again."
    if meant:
        return f"Leave out the time of day: {meant}." if _TIME.fullmatch(text) else f"Write {meant}."
    return _FORMS
