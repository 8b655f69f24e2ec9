"""The name that somebody probably meant."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache

_LONGEST = 64
_LIKELY = 20
_MOST_LOOKED_AT = 5_000
"""So many names are looked at, those first that share what few share: thousands may be alike."""


def nearest(word: str, names: Iterable[str]) -> str:
    """The name most like a word that may be mistyped, or an empty text where none is near."""
    by_lower, by_pair = _index(tuple(names))
    plain = word[:_LONGEST].strip().lower()
    shared = Counter[str]()
    room = _MOST_LOOKED_AT
    for found_there in sorted((by_pair.get(pair, []) for pair in _pairs(plain)), key=len):
        if (room := room - len(found_there)) < 0:
            break
        shared.update(found_there)
    found = get_close_matches(plain, [name for name, _ in shared.most_common(_LIKELY)], n=1)
    return by_lower[found[0]] if found else ""


def did_you_mean(word: str, names: Iterable[str], otherwise: str) -> str:
    """The remedy for a name that does not exist: the nearest one, or another sentence."""
    name = nearest(word, names)
    return f"Did you mean {name}?" if name else otherwise


@lru_cache(maxsize=64)
def _index(names: tuple[str, ...]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The names by their lower case, and by each pair of neighbouring letters in it.

    Comparing a word with each of thousands of names takes milliseconds; few share its letters.
    """
    by_lower = {name.lower(): name for name in sorted(names)}
    by_pair: dict[str, list[str]] = {}
    for name in by_lower:
        for pair in _pairs(name):
            by_pair.setdefault(pair, []).append(name)
    return by_lower, by_pair


def _pairs(word: str) -> Iterator[str]:
    padded = f" {word} "
    return (padded[start : start + 2] for start in range(len(padded) - 1))
