"""JSON Schemas of the records, for editors."""

from collections.abc import Iterator, Mapping
from typing import Any

from shared_vision.load.record.validate import MODELS

_DRAFT = "http://json-schema.org/draft-07/schema#"
_PLACE = "#/definitions/{model}"


def schemas() -> Mapping[str, dict[str, Any]]:
    """The schema of a record file of each kind, in the draft that editors know best."""
    return {kind: _schema(kind) for kind in MODELS}


def _schema(kind: str) -> dict[str, Any]:
    schema = MODELS[kind].model_json_schema(ref_template=_PLACE)
    definitions = schema.pop("$defs", {})
    schema["properties"].pop("id", None)
    schema["required"] = [key for key in schema.get("required", ()) if key != "id"]
    for part in _parts({**schema, "definitions": definitions}):
        _wrap_reference(part)
    return {"$schema": _DRAFT, **schema, "definitions": definitions}


def _parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a schema."""
    if isinstance(value, dict):
        yield value
        for inner in list(value.values()):
            yield from _parts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _parts(inner)


def _wrap_reference(part: dict[str, Any]) -> None:
    """This draft ignores what stands beside a reference, so that a description there would be lost."""
    if "$ref" in part and len(part) > 1:
        part["allOf"] = [{"$ref": part.pop("$ref")}]
