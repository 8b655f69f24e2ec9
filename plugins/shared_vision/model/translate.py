"""A document in another of its languages."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import TypeVar

from shared_vision.model.by_language import Translated
from shared_vision.model.document import Document
from shared_vision.model.fields import Part

T = TypeVar("T")
Loc = tuple[str | int, ...]


def in_language(document: Document, language: str, main: str) -> Document:
    """The document with every text in a language, or in the main one, or else in the first given."""
    changed: dict[str, object] = {}
    for field in fields(document):
        value = getattr(document, field.name)
        if isinstance(value, Part):
            changed[field.name] = _said(value, (language, main))
        elif isinstance(value, Mapping) and isinstance(next(iter(value.values()), None), Part):
            changed[field.name] = {key: _said(record, (language, main)) for key, record in value.items()}
    return replace(document, **changed)  # type: ignore[arg-type]  # each value is of its field's type


def texts_by_language(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, Translated]]:
    """Every text in a record that is given by language, with its path."""
    if isinstance(value, Translated):
        yield loc, value
    elif isinstance(value, Part):
        for name, inner in value.__dict__.items():
            yield from texts_by_language(inner, (*loc, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from texts_by_language(inner, (*loc, index))


def _said(value: T, wanted: tuple[str, str]) -> T:
    """The value itself where nothing in it changes: most of a record is in no language."""
    changed: object = value
    if isinstance(value, Translated):
        changed = Translated(value.texts, *wanted)
    elif isinstance(value, Part):
        said = {name: (inner, _said(inner, wanted)) for name, inner in value.__dict__.items()}
        updates = {name: new for name, (old, new) in said.items() if new is not old}
        changed = value.model_copy(update=updates) if updates else value
    elif isinstance(value, tuple):
        entries = tuple(_said(inner, wanted) for inner in value)
        changed = entries if any(new is not old for new, old in zip(entries, value, strict=True)) else value
    return changed  # type: ignore[return-value]  # of the same type, as only texts in it change
