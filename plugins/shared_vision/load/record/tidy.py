"""Which of the validator's errors are worth a problem."""

from collections.abc import Iterator, Sequence

from pydantic_core import ErrorDetails

from shared_vision.load.record.entries import takes_id
from shared_vision.load.record.fields import first_key, part_at
from shared_vision.load.record.mistake import Known
from shared_vision.load.yaml_text.events import REFUSED
from shared_vision.model.fields import Part
from shared_vision.model.loaded import Key
from shared_vision.model.nearest import nearest

Loc = tuple[Key, ...]
_IN_WHERE = 4
"""How long the path of a value in `source: {where: ...}` is, with the form that was tried at its end."""


def tidy(errors: Sequence[ErrorDetails], model: type[Part], known: Known) -> Iterator[ErrorDetails]:
    """The errors without those that another one explains."""
    strays = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    for error in errors:
        loc = error["loc"]
        if error["input"] is REFUSED or (
            error["type"] == "missing" and _is_there(error, strays, model, known)
        ):
            continue
        if loc[:1] == ("invited",) and len(loc) > 1:
            yield from _of_invited(error)
        elif loc[:2] != ("source", "where") or len(loc) < _IN_WHERE:
            yield error
        elif len(loc) > _IN_WHERE or (
            not isinstance(error["input"], list) and error["type"] == "string_type"
        ):
            yield {**error, "loc": loc[:3] + loc[4:]}  # a value there may have several forms: one will do


def _of_invited(error: ErrorDetails) -> Iterator[ErrorDetails]:
    """The error in the one of the two forms of `invited` that was meant: a number, or keys with numbers."""
    around, form, *within = (key for key in error["loc"] if key != "[key]")
    if within or not (str(form).startswith("dict") or isinstance(error["input"], dict)):
        yield {**error, "loc": (around, *within)}


def _is_there(error: ErrorDetails, strays: list[Loc], model: type[Part], known: Known) -> bool:
    """Whether a missing key is there, but misspelt, or with an id in place of its name."""
    *around, key = error["loc"]
    part = part_at(model, around)
    found = [str(stray[-1]).partition(":")[0] for stray in strays if stray[:-1] == tuple(around)]
    if any(nearest(name, part.model_fields) == key for name in found):
        return True
    is_id = any(name in ids for name in found for ids in known.values())
    return is_id and takes_id(part) and (len(error["input"]) == 1 or key == first_key(part))
