"""From a record's plain values to the record, or to what is wrong with them."""

from collections.abc import Mapping
from itertools import islice

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from shared_vision.load.record.fields import part_at
from shared_vision.load.record.folders import RecordFile
from shared_vision.load.record.messages import explain
from shared_vision.load.record.mistake import Known, Mistake, value_at
from shared_vision.load.record.tidy import Loc, tidy
from shared_vision.load.yaml_text.events import Tree
from shared_vision.model.by_language import Reader
from shared_vision.model.loaded import Spot
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

MODELS: Mapping[str, type[Record]] = {
    model.kind: model for model in (Vision, Partner, Goal, Kpi, Initiative, Decision, Update, Idea, Survey)
}


def validate(
    tree: Tree, file: RecordFile, known: Known, reader: Reader, *, most: int
) -> Record | tuple[Problem, ...]:
    """The record for a reader, or the first so many of its mistakes; none that the tree names already."""
    model = MODELS[file.kind]
    values = {key: value for key, value in tree.value.items() if key != "id"}
    strays = (_stray_id(tree.spot, file.path),) if "id" in tree.value else ()
    try:
        record = model.model_validate({**values, "id": file.id}, context=reader)
    except ValidationError as error:
        mistakes = islice(tidy(error.errors(include_url=False), model, known), most)
        return (*strays, *(_problem(mistake, tree, file, known) for mistake in mistakes))
    return strays or record


def _stray_id(spot: Spot, path: str) -> Problem:
    return Problem(
        place=Place(path=path, line=spot.at("id").key_line, column=spot.at("id").key_column),
        code="unknown-key",
        message="The id of a record is the name of its file.",
        remedy="Delete this line, and rename the file if need be.",
        field="id",
    )


def _problem(error: ErrorDetails, tree: Tree, file: RecordFile, known: Known) -> Problem:
    loc, root, model = error["loc"], tree.spot, MODELS[file.kind]
    missing = error["type"] == "missing"
    around = root.at(*loc[:-1])
    spot = around if missing else root.at(*loc)
    by_key = error["type"] in ("extra_forbidden", "language") or (
        not missing and not spot.text and error["input"] is None
    )
    mistake = Mistake(
        error=error,
        spot=spot,
        around=value_at(tree.value, loc[:-1]),
        around_spot=around,
        part=part_at(model, loc[:-1]),
        inner=part_at(model, loc),
        known=known,
        within=f"{file.kind}/{file.id}",
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
