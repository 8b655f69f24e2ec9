"""Choices by which a list can be narrowed down."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A question to a list: its name in the address, its label, its choices as (value, words, how many)."""

    name: str
    label: str
    choices: tuple[tuple[str, str, int], ...]


def chosen(name: str, label: str, words: Mapping[str, str], values: Iterable[str | None]) -> Filter:
    """The filter over those of the values that occur, in the order of `words`."""
    counts = Counter(value for value in values if value is not None)
    choices = tuple((str(value), text, counts[value]) for value, text in words.items() if counts[value])
    return Filter(name=name, label=label, choices=choices)


def said(words: Mapping[str, str], say: Callable[[str], str]) -> dict[str, str]:
    """The names of states in the reader's language."""
    return {state: say(name) for state, name in words.items()}
