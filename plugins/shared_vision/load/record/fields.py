"""What the models say about the value that a path leads to."""

from collections.abc import Iterable
from typing import Any, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from shared_vision.model.fields import ID_PATTERN, Part
from shared_vision.model.loaded import Key


def part_at(model: type[Part], loc: Iterable[Key]) -> type[Part]:
    """The model of the mapping at a path."""
    for key in loc:
        if isinstance(key, str) and key in model.model_fields:
            model = _part_in(model.model_fields[key].annotation) or model
    return model


def is_one_id(field: FieldInfo) -> bool:
    """Whether a field holds a single id."""
    if any(map(_is_id, field.metadata)):
        return get_origin(field.annotation) is not tuple
    choices = get_args(field.annotation) if get_origin(field.annotation) is not tuple else ()
    return any(_is_id(rule) for choice in choices for rule in get_args(choice))


def first_key(part: type[Part]) -> str:
    """The key that comes first in a mapping."""
    return next(iter(part.model_fields))


def needed_keys(part: type[Part]) -> tuple[str, ...]:
    """The keys that a mapping must have."""
    return tuple(key for key, field in part.model_fields.items() if field.is_required())


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for inner in get_args(annotation) if (part := _part_in(inner))), None)


def _is_id(rule: object) -> bool:
    return isinstance(rule, StringConstraints) and rule.pattern == ID_PATTERN
