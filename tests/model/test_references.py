import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Annotated, Any, TypeVar, get_args

import pytest
from pydantic import TypeAdapter

from shared_vision.model.document import Document
from shared_vision.model.fields import ID_PATTERN, KINDS, PAGED, Part
from shared_vision.model.records import (
    Decision,
    Expectation,
    Goal,
    Idea,
    Initiative,
    Kpi,
    KpiLink,
    Option,
    Partner,
    Record,
    ScopeItem,
    Survey,
    Update,
    Vision,
)
from shared_vision.model.references import SLOTS, Reference, closed, references, without

R = TypeVar("R", bound=Record)
MODELS = (Vision, Partner, Goal, Kpi, Initiative, Decision)


def _parts(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def _holds_ids(part: type[Part], key: str) -> bool:
    field = part.model_fields[key]
    whole: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    return ID_PATTERN.strip("^$") in json.dumps(TypeAdapter(whole).json_schema())


def _id_fields(model: type[Record]) -> Iterator[tuple[str, str]]:
    for key, field in model.model_fields.items():
        parts = list(_parts(field.annotation))
        if not parts and key != "id" and _holds_ids(model, key):
            yield key, ""
        for part in parts:
            yield from ((key, inner) for inner in part.model_fields if _holds_ids(part, inner))


@pytest.mark.parametrize("model", MODELS)
def test_every_field_with_an_id_in_it_is_looked_up(model: type[Record]) -> None:
    own = {("scope", "id")}
    assert set(_id_fields(model)) - own == {(slot.field, slot.part) for slot in SLOTS[model.kind]}


def test_a_reference_has_its_path_and_its_kind() -> None:
    goal = Goal(id="x", title="x", parent="p", kpis=(KpiLink(id="k"),), partners=("a", "b"))
    assert [(found.loc, found.kind, found.id) for found in references("goals", goal)] == [
        (("parent",), "goals", "p"),
        (("partners", 0), "partners", "a"),
        (("partners", 1), "partners", "b"),
        (("kpis", 0, "id"), "kpis", "k"),
    ]


def test_an_entry_that_is_nothing_without_its_reference_goes_with_it() -> None:
    goal = Goal(id="x", title="x", parent="p", kpis=(KpiLink(id="k"), KpiLink(id="l")), partners=("a", "b"))
    left = without(goal, {("parent",), ("partners", 0), ("kpis", 0, "id")})
    assert left == Goal(id="x", title="x", kpis=(KpiLink(id="l"),), partners=("b",))


def test_an_option_stays_when_nobody_is_known_to_have_proposed_it() -> None:
    record = {"id": "x", "title": "x", "date": "2025-01-01", "status": "accepted"}
    decision = Decision.model_validate({**record, "options": ({"title": "o", "proposed_by": "a"},)})
    assert without(decision, {("options", 0, "proposed_by")}).options == (Option(title="o"),)


def test_an_item_of_the_scope_stays_without_its_partner() -> None:
    vision = Vision(id="vision", title="x", scope=(ScopeItem(id="s", title="s", partners=("a", "b")),))
    left = without(vision, {("scope", 0, "partners", 0)})
    assert left.scope == (ScopeItem(id="s", title="s", partners=("b",)),)


def test_a_record_whose_references_hold_stays_the_same() -> None:
    initiative = Initiative(id="x", title="x", expects=(Expectation(kpi="k", direction="increase"),))
    assert without(initiative, set()) is initiative


def _linked(to: str) -> Document:
    """A document with a record of each kind, named `here`, in which every field that can points to `to`."""
    found = Document(vision=_filled(Vision, to, id="vision"))
    common = {"date": "2026-01-01", "status": "accepted"}
    return replace(
        found,
        partners={"here": _filled(Partner, to)},
        goals={"here": _filled(Goal, to)},
        kpis={"here": _filled(Kpi, to, direction="increase")},
        initiatives={"here": _filled(Initiative, to)},
        decisions={"here": _filled(Decision, to, **common)},
        updates={"here": _filled(Update, to, date="2026-01-01")},
        ideas={"here": _filled(Idea, to, date="2026-01-01")},
    )


NEEDED = {
    "scope": [{"id": "s", "title": "s"}],
    "kpis": [{}],
    "expects": [{"direction": "increase"}],
    "options": [{"title": "o"}],
    "positions": [{"position": "consent"}],
    "answer": {"on": "2026-01-02", "outcome": "adopted"},
    "signed": [{"on": "2026-01-02"}],
    "goals": [{}],
    "governance": {},
}
"""What the entries of a field, or its value, have besides the reference."""


def _filled(model: type[R], to: str, **fields: Any) -> R:
    values: dict[str, Any] = {"id": "here", "title": "Here", **fields}
    for slot in SLOTS[model.kind]:
        link = to if slot.kind else [f"{kind}/{to}" for kind in PAGED]
        if not slot.part:
            is_list = "tuple" in str(model.model_fields[slot.field].annotation)
            values[slot.field] = [link] if is_list and slot.kind else link
            continue
        held = values.get(slot.field, deepcopy(NEEDED[slot.field]))
        for entry in held if isinstance(held, list) else [held]:
            entry[slot.part] = [to] if slot.part in {"partners", "decided_by"} else to
        values[slot.field] = held
    return model.model_validate(values)


def _links(document: Document) -> list[Reference]:
    records = (document.vision, *(one for kind in KINDS for one in getattr(document, kind).values()))
    return [link for record in records for link in references(record.kind, record)]


def test_a_document_keeps_the_references_that_hold() -> None:
    document = replace(_linked("here"), surveys={"here": _filled(Survey, "here", date="2026-01-01")})
    assert {(link.kind, link.id) for link in _links(document)} == {(kind, "here") for kind in PAGED}
    assert closed(document) == document


def test_no_reference_in_a_document_leads_out_of_it() -> None:
    document = _linked("gone")
    assert len(_links(document)) >= sum(map(len, SLOTS.values()))
    assert _links(closed(document)) == []


def test_what_nobody_stands_for_goes_and_what_points_to_it() -> None:
    document = _linked("gone")
    decision = document.decisions["here"].model_copy(update={"affects": ("ideas/here", "goals/here")})
    found = closed(replace(document, decisions={"here": decision}))
    assert (found.ideas, found.updates) == ({}, {})
    assert found.decisions["here"].affects == ("goals/here",)
