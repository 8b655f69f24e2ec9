"""What changed in the records and the data, and who changed it when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from shared_vision.model.log import Gap
from shared_vision.model.series import Point


class ChangeKind(StrEnum):
    """What became of a record."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    BROKEN = "broken"
    """Its file has a mistake from here on."""
    MENDED = "mended"
    """Its file can be read again, and says what it said before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that has another value; None is a value that is not there.

    `field` is its path, e.g. `target.value`. In a list whose entries have a name of their own, `item`
    is that name and `field` leads to what changed in it, or to the list itself where the whole entry
    came or went. Of a text given by language, `language` is the tag of the one that changed.
    """

    field: str
    before: object = None
    after: object = None
    item: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """What became of one record in one step; `was` is the reference it had before it was renamed.

    `decisions` are the ids of those that justify it: they affect the record and were added or accepted
    in the same step, or the step's message names them.
    """

    kind: ChangeKind
    ref: str
    title: str
    was: str = ""
    fields: tuple[FieldChange, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DataChange:
    """What became of a KPI's values: new ones, others than were published before, some gone."""

    kpi: str
    title: str
    unit: str = ""
    new: tuple[Point, ...] = ()
    revised: tuple[tuple[Point, Point], ...] = ()
    gone: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One step with all that it changed; `partners` are the ids of those who wrote it, as far as known."""

    commit: str
    day: date
    partners: tuple[str, ...] = ()
    records: tuple[RecordChange, ...] = ()
    data: tuple[DataChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Everything that changed, the oldest first; `gap` says why it is absent or incomplete.

    `since` is the day from which it is known, `unreadable` counts the versions that today's program
    cannot read. `now` gives the reference of today for each that a record had before, `embargoes` the day
    from which the numbers of a KPI may be published, as last written down. `wordings` gives for the vision
    and each goal the day on which each wording began, with its fingerprint, the oldest first.
    """

    events: tuple[Event, ...] = ()
    gap: Gap | None = None
    since: date | None = None
    unreadable: int = 0
    now: Mapping[str, str] = field(default_factory=dict)
    embargoes: Mapping[str, date] = field(default_factory=dict)
    wordings: Mapping[str, tuple[tuple[date, str], ...]] = field(default_factory=dict)


NOTHING_KNOWN = History(gap=Gap.NO_REPOSITORY)
"""Where there is no repository."""
