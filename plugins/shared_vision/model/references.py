"""Which records a record points to."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from shared_vision.model.document import Document
from shared_vision.model.fields import KINDS, Part, is_id
from shared_vision.model.loaded import Key
from shared_vision.model.records import Record

R = TypeVar("R", bound=Record)
Loc = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A field that holds ids of one kind, in itself or in the field `part` of its entries or of its value.

    Without a kind it holds references such as `goals/x`. `once` means that none should come twice.
    """

    field: str
    kind: str = ""
    part: str = ""
    once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One id in one record; `group` is where the same id should not come again, or empty."""

    loc: Loc
    kind: str
    id: str
    group: Loc = ()


SLOTS: Mapping[str, tuple[Slot, ...]] = {
    "vision": (
        Slot("scope", "partners", part="partners", once=True),
        Slot("governance", "partners", part="decided_by", once=True),
        Slot("signed", "partners", part="partner"),
    ),
    "partners": (),
    "goals": (
        Slot("parent", "goals"),
        Slot("owner", "partners"),
        Slot("partners", "partners", once=True),
        Slot("kpis", "kpis", part="id", once=True),
        Slot("signed", "partners", part="partner"),
    ),
    "kpis": (Slot("owner", "partners"),),
    "initiatives": (
        Slot("goals", "goals", once=True),
        Slot("owner", "partners"),
        Slot("partners", "partners", once=True),
        Slot("expects", "kpis", part="kpi", once=True),
    ),
    "decisions": (
        Slot("options", "partners", part="proposed_by"),
        Slot("affects", once=True),
        Slot("expects", "kpis", part="kpi", once=True),
        Slot("decided_by", "partners", once=True),
        Slot("consulted", "partners", once=True),
        Slot("informed", "partners", once=True),
        Slot("positions", "partners", part="partner"),
        Slot("supersedes", "decisions", once=True),
    ),
    "updates": (Slot("by", "partners"), Slot("goals", "goals", part="id", once=True)),
    "ideas": (
        Slot("by", "partners"),
        Slot("goals", "goals", once=True),
        Slot("asked", "partners", once=True),
        Slot("answer", "partners", part="by"),
        Slot("answer", "decisions", part="decision"),
        Slot("answer", "initiatives", part="initiative"),
    ),
    "surveys": (),
}


def references(kind: str, record: Record | Mapping[str, Any]) -> Iterator[Reference]:
    """Every reference in a record of a kind, or in the values of a broken one, in the order of its fields."""
    for slot in SLOTS[kind]:
        for loc, text in _ids(record, slot):
            to, _, name = (slot.kind, "", text) if slot.kind else text.partition("/")
            if to in KINDS and is_id(name):
                yield Reference(loc=loc, kind=to, id=name, group=_group(loc) if slot.once else ())


def without(record: R, gone: Collection[Loc]) -> R:
    """The record without the references at some paths, or entries that are nothing without theirs."""
    update: dict[str, Any] = {}
    for slot in SLOTS[record.kind]:
        if any(loc[0] == slot.field for loc in gone):
            kept = update.get(slot.field, getattr(record, slot.field))
            update[slot.field] = _kept((slot.field,), kept, slot, gone)
    return record.model_copy(update=update) if update else record


def closed(document: Document) -> Document:
    """The document with no reference to a record that is not in it, nor a record that nobody stands for."""
    known = {kind: getattr(document, kind).keys() for kind in KINDS}
    held: dict[str, Any] = {kind: _held_all(getattr(document, kind), known) for kind in KINDS}
    found = replace(document, vision=_held(document.vision, known), **held)
    return found if all(held[kind].keys() == known[kind] for kind in KINDS) else closed(found)


def _held_all(records: Mapping[str, R], known: Mapping[str, Collection[str]]) -> dict[str, R]:
    held = {name: _held(record, known) for name, record in records.items()}
    return {name: record for name, record in held.items() if getattr(record, "by", True)}


def _held(record: R, known: Mapping[str, Collection[str]]) -> R:
    return without(
        record, {link.loc for link in references(record.kind, record) if link.id not in known[link.kind]}
    )


def _ids(record: Record | Mapping[str, Any], slot: Slot) -> Iterator[tuple[Loc, str]]:
    value = _get(record, slot.field)
    if not slot.part:
        yield from _texts((slot.field,), value)
        return
    if isinstance(value, Part | Mapping):
        yield from _texts((slot.field, slot.part), _get(value, slot.part))
    for number, entry in enumerate(value if isinstance(value, tuple | list) else ()):
        bare = isinstance(entry, str) and slot.part == "id"
        yield from _texts((slot.field, number, slot.part), entry if bare else _get(entry, slot.part))


def _group(loc: Loc) -> Loc:
    """The list that an id is in: that of a field, of one of its entries, or of its value."""
    if len(loc) > 3 or (len(loc) == 3 and isinstance(loc[1], str)):
        return loc[:-1]
    return (loc[0], *loc[2:3])


def _get(holder: Any, key: str) -> Any:
    return holder.get(key) if isinstance(holder, Mapping) else getattr(holder, key, None)


def _texts(loc: Loc, value: Any) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, tuple | list):
        yield from (((*loc, number), text) for number, text in enumerate(value) if isinstance(text, str))


def _kept(loc: Loc, value: Any, slot: Slot, gone: Collection[Loc]) -> Any:
    if isinstance(value, Part):
        return _entry(loc, value, slot, gone)
    if not isinstance(value, tuple):
        return None if loc in gone else value
    entries = ((entry, _entry((*loc, number), entry, slot, gone)) for number, entry in enumerate(value))
    return tuple(kept for _, kept in entries if kept is not None)


def _entry(loc: Loc, entry: str | Part, slot: Slot, gone: Collection[Loc]) -> Any:
    if isinstance(entry, str):
        return None if loc in gone else entry
    inner = (*loc, slot.part)
    kept = _kept(inner, getattr(entry, slot.part), slot, gone)
    if kept is None and type(entry).model_fields[slot.part].is_required():
        return None
    return entry.model_copy(update={slot.part: kept})
