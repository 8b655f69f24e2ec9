"""Which file that came is one that went, under another name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from shared_vision.model.changes import FieldChange, RecordChange
from shared_vision.model.records import Record

_ALIKE = 0.6
"""The least share of what two records say that must be the same."""


class _Pair(NamedTuple):
    likeness: float
    path: str
    was: str


Versions = Mapping[str, tuple[str, Record]]
"""By path: the name of the content, the record in it."""


def pair_renamed(gone: Versions, come: Versions) -> dict[str, str]:
    """The old path of each file that was renamed: of the same kind, with the same content or much alike."""
    pairs = sorted(
        (
            _Pair(likeness, path, was)
            for path, (content, record) in come.items()
            for was, (old_content, old) in gone.items()
            if old.kind == record.kind
            and (likeness := 1.0 if content == old_content else _likeness(old, record)) >= _ALIKE
        ),
        key=lambda pair: (-pair.likeness, pair.path, pair.was),
    )
    found: dict[str, str] = {}
    for pair in pairs:
        if pair.path not in found and pair.was not in found.values():
            found[pair.path] = pair.was
    return found


def without_renamed(changes: Iterable[RecordChange]) -> Iterator[RecordChange]:
    """The changes of a step, but for references that only follow a record to its new name."""
    found = tuple(changes)
    names = {_id(change.was): _id(change.ref) for change in found if change.was}
    for change in found:
        fields = tuple(_telling(change.fields, names)) if names else change.fields
        if fields or not change.fields or change.was:
            yield replace(change, fields=fields)


def _telling(fields: tuple[FieldChange, ...], names: Mapping[str, str]) -> Iterator[FieldChange]:
    there = {(one.field, one.item) for one in fields}
    back = {new: old for old, new in names.items()}
    for one in fields:
        follows = one.before is None or one.after is None
        other = names.get(_id(one.item)) or back.get(_id(one.item))
        same = other and any((one.field, f"{kind}{other}") in there for kind in (_kind(one.item), ""))
        alone = not one.item and names.get(_id(str(one.before))) == _id(str(one.after))
        if not ((follows and one.item and same) or alone):
            yield one


def _id(ref: str) -> str:
    return ref.rpartition("/")[2]


def _kind(ref: str) -> str:
    return ref[: len(ref) - len(_id(ref))]


def _likeness(one: Record, other: Record) -> float:
    """The share of the fields that either has set in which both are the same; a title counts twice."""
    names = (one.model_fields_set | other.model_fields_set) - {"id"}
    weights = {name: 2 if name == "title" else 1 for name in names}
    same = sum(weight for name, weight in weights.items() if getattr(one, name) == getattr(other, name))
    return same / sum(weights.values()) if weights else 0.0
