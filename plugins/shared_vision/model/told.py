"""What happened, in words that each face shows in its own way."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from shared_vision.model.changes import ChangeKind
from shared_vision.model.log import Gap


class Mark(Enum):
    """What stands out in a line; the signs around it are control characters, which no record may hold."""

    NAME = ("\x02", "\x03")
    GONE = ("\x0e", "\x0f")
    COME = ("\x10", "\x11")

    def around(self, text: str) -> str:
        """The text with the mark around it."""
        return f"{self.value[0]}{text}{self.value[1]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change in words, with marks; `ref` is the record it is about, as it is called today.

    `decisions` are the ids of those that justify it; `field` is what it tells of, or else what `became` of
    the record as a whole. A line `about_values` tells of a KPI's
    data, a `routine` one of nothing but new values; an `agreed` one of words or
    targets that partners agree to.
    """

    ref: str
    text: str
    decisions: tuple[str, ...] = ()
    field: str = ""
    became: ChangeKind | None = None
    routine: bool = False
    about_values: bool = False
    agreed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one step changed, in words; `partners` are the ids of those who did it, as far as known."""

    commit: str
    day: date
    partners: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def news(self) -> tuple[Line, ...]:
        """What is more than new values."""
        return tuple(line for line in self.lines if not line.routine)

    @property
    def routine(self) -> tuple[Line, ...]:
        """The lines on new values."""
        return tuple(line for line in self.lines if line.routine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Everything that changed, the latest first; `gap` says why it is absent or known only `since` a day.

    `unreadable` counts the versions of records that could not be read.
    """

    tellings: tuple[Telling, ...] = ()
    gap: Gap | None = None
    since: date | None = None
    unreadable: int = 0


NOTHING_TOLD = Story(gap=Gap.NO_REPOSITORY)


_MARKS = re.compile(f"([{''.join(sign for mark in Mark for sign in mark.value)}])")


def shown(text: str, escape: Callable[[str], str], signs: Mapping[Mark, tuple[str, str]]) -> str:
    """A line for one face: escaped, then each mark as the signs that the face has for it."""
    said = {sign: shown for mark, pair in signs.items() for sign, shown in zip(mark.value, pair, strict=True)}
    return "".join(said[piece] if piece in said else escape(piece) for piece in _MARKS.split(text))
