"""From a record's plain values to the record, or to what is wrong with them."""

from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from shared_vision.load.events import REFUSED, Tree
from shared_vision.load.folders import RecordFile
from shared_vision.load.messages import Mistake, explain
from shared_vision.model.loaded import Key, Spot
from shared_vision.model.nearest import nearest
from shared_vision.model.problem import Place, Problem
from shared_vision.model.records import (
    Decision,
    Goal,
    Initiative,
    Kpi,
    Part,
    Partner,
    Record,
    Vision,
)

MODELS: Mapping[str, type[Record]] = {
    model.kind: model for model in (Vision, Partner, Goal, Kpi, Initiative, Decision)
}
Loc = tuple[Key, ...]
Known = Mapping[str, Collection[str]]
"""The ids of each kind for which there is a file."""


def validate(tree: Tree, file: RecordFile, known: Known, *, most: int) -> Record | tuple[Problem, ...]:
    """The record, or the first so many of its mistakes; none that the tree names already."""
    model = MODELS[file.kind]
    values = {key: value for key, value in tree.value.items() if key != "id"}
    strays = (_stray_id(tree.spot, file.path),) if "id" in tree.value else ()
    try:
        record = model.model_validate({**values, "id": file.id})
    except ValidationError as error:
        mistakes = islice(_tidy(error.errors(include_url=False)), most)
        return (*strays, *(_problem(mistake, tree.spot, file, known) for mistake in mistakes))
    return strays or record


def _stray_id(spot: Spot, path: str) -> Problem:
    return Problem(
        place=Place(path=path, line=spot.at("id").key_line, column=spot.at("id").key_column),
        code="unknown-key",
        message="The id of a record is the name of its file.",
        remedy="Delete this line, and rename the file if need be.",
        field="id",
    )


def _tidy(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The errors without those of refused values, and one for a value that may have several forms."""
    strays = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    for error in errors:
        loc = error["loc"]
        if error["input"] is REFUSED or (error["type"] == "missing" and _mistyped(loc, strays)):
            continue
        if loc[:2] != ("source", "where") or len(loc) < 4:
            yield error
        elif len(loc) > 4 or (not isinstance(error["input"], list) and error["type"] == "string_type"):
            yield {**error, "loc": loc[:3] + loc[4:]}


def _mistyped(loc: Loc, strays: list[Loc]) -> bool:
    """Whether a missing key is there, but misspelt: then the misspelt one has a problem already."""
    keys = (str(stray[-1]).partition(":")[0] for stray in strays if stray[:-1] == loc[:-1])
    return bool(nearest(str(loc[-1]), keys))


def _problem(error: ErrorDetails, root: Spot, file: RecordFile, known: Known) -> Problem:
    loc = error["loc"]
    model = MODELS[file.kind]
    missing = error["type"] == "missing"
    spot = root.at(*loc[:-1]) if missing else root.at(*loc)
    by_key = error["type"] == "extra_forbidden" or (not missing and not spot.text and error["input"] is None)
    mistake = Mistake(
        error=error,
        text=spot.text,
        part=_part_at(model, loc[:-1]),
        inner=_part_at(model, loc),
        known=known,
    )
    code, message, remedy = explain(mistake)
    return Problem(
        place=Place(
            path=file.path,
            line=spot.key_line if by_key else spot.line,
            column=spot.key_column if by_key else spot.column,
        ),
        code=code,
        message=message,
        remedy=remedy,
        field=_field(root, loc, missing=missing),
    )


def _part_at(model: type[Part], loc: Loc) -> type[Part]:
    """The model of the mapping at a path."""
    for key in loc:
        if isinstance(key, str) and key in model.model_fields:
            model = _part_in(model.model_fields[key].annotation) or model
    return model


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for inner in get_args(annotation) if (part := _part_in(inner))), None)


def _field(root: Spot, loc: Loc, *, missing: bool) -> str:
    """A path as people write it, `options[0].outcome`, as far as the file goes."""
    text = ""
    spot = root
    for key in loc:
        if key not in spot.parts and not missing:
            break
        spot = spot.parts.get(key, spot)
        text += f"[{key}]" if isinstance(key, int) else f".{key}"
    return text.removeprefix(".")
