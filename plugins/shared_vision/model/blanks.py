"""Commented records to fill in, of each kind that partners may add."""

from datetime import date
from importlib.resources import files

_DAY = "2026-01-31"
"""The day in the notes, in whose place today goes."""


def blank(kind: str, today: date) -> str:
    """The YAML of a new record of a kind (`goals`), sound as it is."""
    text = (files("shared_vision.model") / "blank" / f"{kind}.yml").read_text(encoding="utf-8")
    return text.replace(_DAY, today.isoformat())
