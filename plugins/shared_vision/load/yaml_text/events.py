"""From a YAML text to its value with the place of everything in it, in one pass over libyaml's events.

libyaml's own composer and constructor crash on deep files, expand merge keys without end
and follow YAML 1.1, so neither is used: a file can be read here at the cost of its length.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from shared_vision.load.yaml_text import refusals
from shared_vision.load.yaml_text.scalars import Source, mark_problem, read_key, read_scalar
from shared_vision.load.yaml_text.syntax import syntax_problem
from shared_vision.model.loaded import Key, Spot
from shared_vision.model.problem import Place, Problem

MOST_LEVELS = 50
REFUSED: Any = object()
"""Stands for a value that has its problem already, so that nobody reports it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The value that a file's text stands for, and where each part of it is."""

    value: dict[str, Any]
    spot: Spot
    problems: tuple[Problem, ...]


_DEPTH = "exceeded maximum nesting depth"


class _TooDeepError(Exception):
    """There are more levels than a record needs."""


def read_tree(text: str, path: str) -> Tree | tuple[Problem, ...]:
    """The mapping in a text with what it may not contain, or only problems where there is no mapping."""
    reader = _Reader(Source(text, path))
    try:
        value, spot = reader.document()
    except yaml.YAMLError as error:
        if _DEPTH in str(error):  # libyaml may count levels before we do
            return (*reader.problems, refusals.too_deep(reader.here(), MOST_LEVELS))
        problem = syntax_problem(error, text, path)
        is_told = any(other.place.line == problem.place.line for other in reader.problems)
        return (*reader.problems, *(() if is_told else (problem,)))
    except _TooDeepError:
        return (*reader.problems, refusals.too_deep(reader.here(), MOST_LEVELS))
    if isinstance(value, dict):
        return Tree(value=value, spot=spot, problems=tuple(reader.problems))
    nothing = refusals.not_a_record(Place(path=path, line=spot.line, column=spot.column), empty=value is None)
    return tuple(reader.problems) or (nothing,)


@dataclass(slots=True)
class _Reader:
    source: Source
    problems: list[Problem] = field(default_factory=list)
    events: Iterator[Event] = field(init=False)
    event: Event = field(init=False)

    def __post_init__(self) -> None:
        self.events = yaml.parse(self.source.text, Loader=yaml.CSafeLoader)

    def next(self) -> Event:
        self.event = next(self.events)
        return self.event

    def here(self) -> Place:
        return self.source.place(self.event)

    def refuse(self, problem: Problem) -> Any:
        self.problems.append(problem)
        return REFUSED

    def document(self) -> tuple[Any, Spot]:
        """The only document of the text; None for an empty text."""
        self.next()
        if type(self.next()) is StreamEndEvent:
            return None, Spot(1, 1, 1, 1)
        found = self.node(self.next(), 1)
        while type(self.next()) is DocumentEndEvent:
            pass
        if type(self.event) is not StreamEndEvent:
            self.refuse(refusals.second_document(self.here()))
        return found

    def node(self, event: Event, depth: int, key: Event | None = None) -> tuple[Any, Spot]:
        """The value that starts with an event, and its spot."""
        mark: Any = event.start_mark
        key_mark: Any = key.start_mark if key else mark
        spot = (mark.line + 1, mark.column + 1, key_mark.line + 1, key_mark.column + 1)
        if isinstance(event, ScalarEvent):
            value = read_scalar(event, self.source)
            value = self.refuse(value) if isinstance(value, Problem) else value
            return value, Spot(*spot, event.value)
        if isinstance(event, CollectionStartEvent):
            value, parts = self.collection(event, depth)
            return value, Spot(*spot, "", parts)
        name = (event.anchor if isinstance(event, AliasEvent) else None) or ""
        return self.refuse(refusals.alias(self.here(), name)), Spot(*spot)

    def collection(self, event: CollectionStartEvent, depth: int) -> tuple[Any, dict[Key, Spot]]:
        if depth > MOST_LEVELS:
            raise _TooDeepError
        problem = mark_problem(event, self.source)
        if problem:
            self.refuse(problem)
        within = self.mapping if isinstance(event, MappingStartEvent) else self.sequence
        value, parts = within(depth)
        return (REFUSED if problem else value), parts

    def sequence(self, depth: int) -> tuple[Any, dict[Key, Spot]]:
        values: list[Any] = []
        parts: dict[Key, Spot] = {}
        while type(event := self.next()) is not SequenceEndEvent:
            value, parts[len(values)] = self.node(event, depth + 1)
            values.append(value)
        return values, parts

    def mapping(self, depth: int) -> tuple[Any, dict[Key, Spot]]:
        values: dict[str, Any] = {}
        parts: dict[Key, Spot] = {}
        while type(key_event := self.next()) is not MappingEndEvent:
            key = self.key(key_event, depth, parts)
            known = len(self.problems)
            value, spot = self.node(self.next(), depth + 1, key_event)
            if key is REFUSED:
                del self.problems[known:]
            else:
                values[key], parts[key] = value, spot
        return values, parts

    def key(self, event: Event, depth: int, known: dict[Key, Spot]) -> Any:
        """A key, or REFUSED: then its value goes with it, whatever is wrong in there."""
        if isinstance(event, ScalarEvent):
            key = read_key(event, self.source, known)
            return self.refuse(key) if isinstance(key, Problem) else key
        problem = refusals.key_not_text(self.here(), "")
        count = len(self.problems)
        self.node(event, depth + 1)
        del self.problems[count:]
        return self.refuse(problem)
