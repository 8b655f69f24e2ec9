"""Commented records to fill in, of each kind that partners may add."""

from datetime import date
from importlib.resources import files

_DAY = "2026-01-31"
"""The day in the notes, in whose place today goes."""


_PARTNER = "\nby: a-partner "
"""Where a record says whose it is."""


def blank(kind: str, today: date, partner: str = "") -> str:
    """The YAML of a new record of a kind (`goals`), sound as it is in a vision that has this partner."""
    text = (files("shared_vision.model") / "blank" / f"{kind}.yml").read_text(encoding="utf-8")
    text = text.replace(_PARTNER, f"\nby: {partner} ") if partner else text
    return text.replace(_DAY, today.isoformat())
