"""Numbers with commas, gaps or units in them."""

import re

from shared_vision.load.core_schema import resolve

_DECIMAL_COMMA = re.compile(r"[+-]?\d+(?:\.\d{3})*,(?:\d{1,2}|\d{4,})", re.ASCII)
_BETWEEN = re.compile(r"[\s,_’']")
_LONGEST = 20


def plain_number(text: str) -> str:
    """The number as it should be written, or an empty text."""
    bare = text.strip().strip("%€$£ ").strip()
    plain = without_decimal_comma(bare) or _BETWEEN.sub("", bare)
    return plain if plain and isinstance(resolve(plain), int | float) and len(plain) < _LONGEST else ""


def without_decimal_comma(text: str) -> str:
    """The number with a point for its comma; empty where there is none, or one between thousands."""
    is_decimal = len(text) < _LONGEST and _DECIMAL_COMMA.fullmatch(text)
    return text.replace(".", "").replace(",", ".") if is_decimal else ""
