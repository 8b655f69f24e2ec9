"""Which of a few words somebody meant."""

from collections.abc import Sequence
from difflib import get_close_matches

_ALIKE = 0.8
"""Rejected and selected are alike by three quarters; only slips of the pen are to be mended."""
_SAME = {
    "accepted": ("adopted", "agreed", "approved", "yes"),
    "achieved": ("done", "finished", "met", "reached"),
    "agreed": ("accepted", "adopted", "approved"),
    "chosen": ("accepted", "approved", "selected", "taken", "yes"),
    "decrease": ("decreasing", "down", "less", "lower"),
    "done": ("complete", "completed", "ended", "finished"),
    "increase": ("higher", "increasing", "more", "up"),
    "maintain": ("keep", "stable"),
    "mean": ("average", "avg"),
    "planned": ("open",),
    "proposed": ("open", "pending"),
    "rejected": ("declined", "no", "refused"),
    "running": ("active", "ongoing", "started"),
    "stopped": ("cancelled", "canceled", "paused"),
    "sum": ("total",),
    "yearly": ("annual", "annually"),
}


def choice_meant(text: str, choices: Sequence[str]) -> str:
    """The choice that is a slip of the pen or another word away, or an empty text."""
    plain = text[:64].strip().lower()
    if plain in choices:
        return plain
    same = (choice for choice in choices if plain in _SAME.get(choice, ()))
    return next(same, "") or next(iter(get_close_matches(plain, choices, n=1, cutoff=_ALIKE)), "")
