import json
from collections.abc import Iterator
from typing import Annotated, Any, get_args

import pytest
from pydantic import TypeAdapter

from shared_vision.join.references import SLOTS, references, without
from shared_vision.model.fields import ID_PATTERN, Part
from shared_vision.model.records import (
    Decision,
    Expectation,
    Goal,
    Initiative,
    Kpi,
    KpiLink,
    Option,
    Partner,
    Record,
    ScopeItem,
    Vision,
)

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
