"""The name that somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 64


def nearest(word: str, names: Iterable[str]) -> str:
    """The name most like a word that may be mistyped, or an empty text where none is near."""
    by_lower = {name.lower(): name for name in names}
    found = get_close_matches(word[:_LONGEST].strip().lower(), by_lower, n=1)
    return by_lower[found[0]] if found else ""


def did_you_mean(word: str, names: Iterable[str], otherwise: str) -> str:
    """The remedy for a name that does not exist: the nearest one, or another sentence."""
    name = nearest(word, names)
    return f"Did you mean {name}?" if name else otherwise
