"""The one way to write a number in a data file."""

import re
from collections.abc import Sequence

from shared_vision.load.plain_number import without_decimal_comma
from shared_vision.model.fields import LARGEST

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_CELL = re.compile(rf"(?:{_NUMBER.pattern})?")
_LEAVE_BLANK = "Leave the cell blank where there is no value."
_MISSING = re.compile(
    r"[-+]?(?:na|nan|null|none|nil|inf|infinity|missing|unknown|tbc|tbd|x|#|n[/.]a\.?|[–—?]|\.*)",
    re.IGNORECASE,
)
_MINUSES = "−–—‐‑"
_CURRENCIES = "$€£¥₹₩₽₺"
_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"#\w.*[!?A]$"),
        "The spreadsheet had an error in this cell: mend it there, or leave the cell blank.",
    ),
    (re.compile(r"=.*"), "Write the result in place of the formula."),
    (re.compile(rf"[{_MINUSES}].*"), "Write a plain minus sign, as in -5."),
    (re.compile(r"\(.*\)"), "Write a negative number with a minus sign, as in -5."),
    (re.compile(r".*[%‰]|[%‰].*"), "Leave out the sign; the KPI's `unit` says what is counted."),
    (re.compile(rf".*[{_CURRENCIES}].*"), "Leave out the currency; the KPI's `unit` says what is counted."),
    (
        re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?"),
        "Leave out commas between thousands (1500); a decimal point is a dot (1.5).",
    ),
    (
        re.compile(r"[+-]?[\d.,]*,[\d.,]*"),
        "Write the decimal point as a dot (1.5) and nothing between thousands (1500).",
    ),
    (re.compile(r"[+-]?\d[\d\s'’_.,]*"), "Write the digits without anything between them, as in 1500."),
)
_OTHERWISE = f"Write a plain number such as 12.5. {_LEAVE_BLANK}"


def parse_number(text: str) -> float | None:
    """The number a cell says: sign, digits, decimal point, exponent; None for anything else, or too large."""
    if not _NUMBER.fullmatch(text):
        return None
    value = float(text)
    return value if abs(value) <= LARGEST else None


def parse_numbers(cells: Sequence[str]) -> Sequence[float | None] | None:
    """The numbers of a whole column, None for a blank cell; nothing at all where any cell is wrong."""
    if not all(map(_CELL.fullmatch, cells)):
        return None
    if "" in cells:
        values = [float(cell) if cell else None for cell in cells]
        return values if all(abs(value) <= LARGEST for value in values if value is not None) else None
    numbers = list(map(float, cells))
    return numbers if max(map(abs, numbers), default=0) <= LARGEST else None


def number_fault(quoted: str, text: str) -> tuple[str, str]:
    """Message and remedy for a cell that is no number."""
    if _NUMBER.fullmatch(text):
        return (
            f"{quoted} is too large to reckon with.",
            "Check the number, or count in a larger unit such as millions.",
        )
    return f"{quoted} is not a number.", _remedy(text)


def _remedy(text: str) -> str:
    if _MISSING.fullmatch(text):
        return _LEAVE_BLANK
    if plain := without_decimal_comma(text):
        return f"Write {plain}: the decimal point is a dot."
    return next((remedy for pattern, remedy in _KINDS if pattern.fullmatch(text[:100])), _OTHERWISE)
