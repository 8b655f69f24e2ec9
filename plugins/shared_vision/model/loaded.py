"""Records as read from their files, each with the place of every value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Generic, Literal, NamedTuple, TypeVar, overload

from shared_vision.model.document import BrokenRecord
from shared_vision.model.problem import Place, Problem
from shared_vision.model.records import (
    Decision,
    Goal,
    Idea,
    Initiative,
    Kpi,
    Partner,
    Record,
    Survey,
    Update,
    Vision,
)

R_co = TypeVar("R_co", bound=Record, covariant=True)
Key = str | int
_NOTHING: Mapping[Key, "Spot"] = MappingProxyType({})


class Spot(NamedTuple):
    """Where one value and its key stand in a file, and every value inside it.

    `text` is a single value as it was written; `parts` holds the values inside a mapping (by
    key) or a list (by index). A value without a key has its own place as the key's.
    """

    line: int
    column: int
    key_line: int
    key_column: int
    text: str = ""
    parts: "Mapping[Key, Spot]" = _NOTHING

    def at(self, *loc: Key) -> "Spot":
        """The value at a path such as `"kpis", 1, "id"`, or the innermost one around it that is written."""
        spot = self
        for key in loc:
            if key not in spot.parts:
                break
            spot = spot.parts[key]
        return spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Something from one file, with the place of everything in it."""

    path: str
    spot: Spot = field(repr=False)

    def place(self, *loc: Key) -> Place:
        """Where the value at a path such as `"source", "file"` stands, or what is around it."""
        spot = self.spot.at(*loc)
        return Place(path=self.path, line=spot.line, column=spot.column)

    def key_place(self, *loc: Key) -> Place:
        """Where the key of that value stands."""
        spot = self.spot.at(*loc)
        return Place(path=self.path, line=spot.key_line, column=spot.key_column)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedRecord(Placed, Generic[R_co]):
    """One record with its file and the place of everything in it."""

    record: R_co


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains(Placed):
    """What a broken record says: plain values, any of which may be wrong."""

    kind: str
    id: str
    values: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Every record that could be read, by kind (in order of id), and what was wrong with the others.

    `remains` holds what could be read of those others all the same.
    """

    records: Mapping[str, tuple[LoadedRecord[Any], ...]]
    broken: tuple[BrokenRecord, ...] = ()
    problems: tuple[Problem, ...] = ()
    remains: tuple[Remains, ...] = ()

    @overload
    def of_kind(self, kind: Literal["vision"]) -> tuple[LoadedRecord[Vision], ...]: ...
    @overload
    def of_kind(self, kind: Literal["partners"]) -> tuple[LoadedRecord[Partner], ...]: ...
    @overload
    def of_kind(self, kind: Literal["goals"]) -> tuple[LoadedRecord[Goal], ...]: ...
    @overload
    def of_kind(self, kind: Literal["kpis"]) -> tuple[LoadedRecord[Kpi], ...]: ...
    @overload
    def of_kind(self, kind: Literal["initiatives"]) -> tuple[LoadedRecord[Initiative], ...]: ...
    @overload
    def of_kind(self, kind: Literal["decisions"]) -> tuple[LoadedRecord[Decision], ...]: ...
    @overload
    def of_kind(self, kind: Literal["updates"]) -> tuple[LoadedRecord[Update], ...]: ...
    @overload
    def of_kind(self, kind: Literal["ideas"]) -> tuple[LoadedRecord[Idea], ...]: ...
    @overload
    def of_kind(self, kind: Literal["surveys"]) -> tuple[LoadedRecord[Survey], ...]: ...
    @overload
    def of_kind(self, kind: str) -> tuple[LoadedRecord[Record], ...]: ...
    def of_kind(self, kind: str) -> tuple[LoadedRecord[Any], ...]:
        """The records of one kind, in order of id."""
        return self.records.get(kind, ())
