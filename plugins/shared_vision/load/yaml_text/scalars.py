"""What a single value or a key of YAML stands for, or why it is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from yaml.events import CollectionStartEvent, Event, ScalarEvent

from shared_vision.load.core_schema import Scalar, resolve
from shared_vision.load.decode import TURNS, UNPRINTABLE, unprintable
from shared_vision.load.plain_number import plain_number
from shared_vision.load.yaml_text import refusals
from shared_vision.model.loaded import Key, Spot
from shared_vision.model.problem import Place, Problem

_WITH_COMMA = re.compile(r"[+-]?[\d.,]*\d,$")
_REST = re.compile(r"[\d.,]*\d")
_NEAR = 40


@dataclass(frozen=True)
class Source:
    """The text that is read, and the path of its file."""

    text: str
    path: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.splitlines()

    def place(self, event: Event) -> Place:
        """Where an event starts."""
        mark: Any = event.start_mark
        return Place(path=self.path, line=mark.line + 1, column=mark.column + 1)


def read_scalar(event: ScalarEvent, source: Source) -> Scalar | Problem:
    """A single value; quoted or in a block, it is always text."""
    if problem := mark_problem(event, source):
        return problem
    if event.implicit[0]:
        return _joined_dash(event, source) or resolve(event.value)
    return _hidden(event, source) or event.value


def read_key(event: ScalarEvent, source: Source, known: Mapping[Key, Spot]) -> str | Problem:
    """A key that is a text, and new among those known."""
    place = source.place(event)
    if problem := mark_problem(event, source) or _hidden(event, source):
        return problem
    if event.implicit[0] and event.value == "<<":
        return refusals.merge(place)
    if event.implicit[0] and not isinstance(resolve(event.value), str):
        return _not_text(event, source)
    if event.value in known:
        return refusals.duplicate_key(place, event.value, known[event.value].key_line)
    return event.value


def mark_problem(event: ScalarEvent | CollectionStartEvent, source: Source) -> Problem | None:
    """The problem with a value that has an anchor or a tag."""
    if event.anchor is not None:
        return refusals.anchor(source.place(event), event.anchor)
    if event.tag is not None:
        return refusals.tag(source.place(event), event.tag)
    return None


def _not_text(event: ScalarEvent, source: Source) -> Problem:
    at = cast("Any", event.start_mark).index
    before = _WITH_COMMA.search(source.text[max(at - _NEAR, 0) : at])
    rest = _REST.match(source.text, at, at + _NEAR)
    if before and rest:
        return refusals.decimal_comma(source.place(event), plain_number(before[0] + rest[0]))
    return refusals.key_not_text(source.place(event), event.value)


def _hidden(event: ScalarEvent, source: Source) -> Problem | None:
    """Characters that nobody sees can come in by escapes in double quotes, where nobody warns of them."""
    if event.style != '"':
        return None
    turn = TURNS.search(event.value)
    found = UNPRINTABLE.search(event.value) or (turn if turn and turn[0] not in source.text else None)
    return unprintable(found[0], source.place(event)) if found else None


def _joined_dash(event: ScalarEvent, source: Source) -> Problem | None:
    """An unquoted text a further line of which starts with a dash: meant as a list, read as one text."""
    start: Any = event.start_mark
    end: Any = event.end_mark
    if start.line == end.line or " -" not in event.value:
        return None
    for number, line in enumerate(source.lines[start.line + 1 : end.line + 1], start.line + 2):
        entry = line.lstrip()
        if entry.startswith("-"):
            place = Place(path=source.path, line=number, column=len(line) - len(entry) + 1)
            return refusals.joined_list(place) if entry[1:2] == " " else refusals.tight_dash(place)
    return None
