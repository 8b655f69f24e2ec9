import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from shared_vision.load.record.schema import schemas
from shared_vision.load.yaml_text.events import Tree, read_tree

DESIGN = Path(__file__).parents[3] / ".." / "shared" / "design.md"
KINDS = ("vision", "partners", "goals", "kpis", "initiatives", "decisions")


def _examples() -> Iterator[tuple[str, Any]]:
    if not DESIGN.exists():
        return
    for text in re.findall(r"```yaml\n(.*?)```", DESIGN.read_text(encoding="utf-8"), re.DOTALL):
        match = re.match(r"# vision/(\w+)", text)
        if match and match[1] in KINDS:
            tree = read_tree(text, "x.yml")
            assert isinstance(tree, Tree)
            yield match[1], tree.value


def _description(about: dict[str, Any], definitions: dict[str, Any]) -> str:
    inner = next(iter(about.get("allOf", [about]))).get("$ref", "").rpartition("/")[2]
    return str(about.get("description") or definitions.get(inner, {}).get("description", ""))


def _errors(kind: str, record: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft7Validator(schemas()[kind]).iter_errors(record)]


@pytest.mark.skipif(not DESIGN.exists(), reason="the design with its examples is not beside the repository")
def test_the_examples_of_the_design_are_valid() -> None:
    examples = list(_examples())
    assert [kind for kind, _ in examples] == list(KINDS)
    assert [message for kind, record in examples for message in _errors(kind, record)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_itself(kind: str) -> None:
    Draft7Validator.check_schema(schemas()[kind])
    assert json.loads(json.dumps(schemas()[kind], allow_nan=False))["$schema"].endswith("draft-07/schema#")


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_a_description(kind: str) -> None:
    schema = schemas()[kind]
    nameless: list[str] = []
    for part in (schema, *schema["definitions"].values()):
        for one in (part, *part.get("anyOf", ())):
            keys = one.get("properties", {})
            nameless += [key for key, about in keys.items() if not _description(about, schema["definitions"])]
    assert nameless == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_s_name_is_the_id_so_a_record_has_none(kind: str) -> None:
    assert "id" not in schemas()[kind]["properties"]
    assert "id" not in schemas()[kind]["required"]


@pytest.mark.parametrize(
    ("kind", "record", "message"),
    [
        ("goals", {}, "'title' is a required property"),
        (
            "goals",
            {"title": "x", "onwer": "y"},
            "Additional properties are not allowed ('onwer' was unexpected)",
        ),
        (
            "goals",
            {"title": {"french": "x"}},
            "'french' does not match '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'",
        ),
        ("goals", {"title": {"en": ""}}, "'' should be non-empty"),
        ("goals", {"title": {}}, "{} should be non-empty"),
        ("goals", {"title": "x", "tags": [{"en": "x"}]}, "{'en': 'x'} is not of type 'string'"),
        ("goals", {"title": 2025}, "2025 is not of type 'string', 'object'"),
        (
            "goals",
            {"title": "x", "status": "done"},
            "'done' is not one of ['draft', 'proposed', 'agreed', 'achieved', 'retired']",
        ),
        (
            "goals",
            {"title": "x", "kpis": [{"id": "y", "weight": 0}]},
            "{'id': 'y', 'weight': 0} is not valid under any of the given schemas",
        ),
        (
            "kpis",
            {"title": "x", "direction": "decrease", "target": {"value": 1}},
            "{'value': 1} is not valid under any of the given schemas",
        ),
        (
            "decisions",
            {"title": "x", "date": "2025-01-01", "status": "accepted", "affects": ["y"]},
            (
                "'y' does not match "
                "'^(vision/vision|(goals|kpis|initiatives|decisions|partners|ideas|surveys)/[a-z0-9][a-z0-9-]{0,63})$'"
            ),
        ),
        ("vision", {"title": "x", "survey": {"minimum_answers": 1}}, "1 is less than the minimum of 3"),
    ],
)
def test_a_mistake_is_seen_by_the_editor_too(kind: str, record: dict[str, Any], message: str) -> None:
    assert _errors(kind, record) == [message]
