"""Two versions of one record, field by field."""

from collections.abc import Iterator, Mapping
from typing import Any

from shared_vision.model.by_language import Translated
from shared_vision.model.changes import FieldChange
from shared_vision.model.fields import Part
from shared_vision.model.records import Record

_NAMES = ("id", "kpi", "partner", "title", "date")
"""What tells the entries of a list apart; the first that its entries have."""
_SILENT = frozenset({"id", "domains", "github", "source_key"})
"""What is not for readers."""


def compare(before: Record, after: Record, language: str = "") -> tuple[FieldChange, ...]:
    """What another version of a record says differently, in the order of its fields.

    `language` is the main one: a text that was not given by language is in that.
    """
    return tuple(_Comparison(language).parts("", before, after))


class _Comparison:
    def __init__(self, language: str) -> None:
        self._language = language

    def parts(self, path: str, before: Part, after: Part) -> Iterator[FieldChange]:
        for name in type(after).model_fields:
            if path or name not in _SILENT:
                old, new = getattr(before, name), getattr(after, name)
                yield from self._field(f"{path}.{name}" if path else name, old, new)

    def _field(self, field: str, old: Any, new: Any) -> Iterator[FieldChange]:
        if isinstance(old, Translated) or isinstance(new, Translated):
            yield from self._texts(field, old, new)
        elif old == new:
            if isinstance(old, tuple):
                yield from self._list(field, old, new)  # equal, but perhaps not in every language
            elif isinstance(old, Part):
                yield from self.parts(field, old, new)
        elif isinstance(old, Part) and isinstance(new, Part):
            yield from self.parts(field, old, new)
        elif isinstance(old, tuple) and isinstance(new, tuple):
            yield from self._list(field, old, new)
        elif isinstance(old, Part) or isinstance(new, Part):
            yield from _came_or_went(field, old, new)
        else:
            yield FieldChange(field=field, before=_plain(old), after=_plain(new))

    def _texts(self, field: str, old: object, new: object) -> Iterator[FieldChange]:
        """A text in each language in which it changed; that of the main one is in no other."""
        before, after = self._by_language(old), self._by_language(new)
        for tag in dict.fromkeys((*after, *before)):
            one, other = before.get(tag), after.get(tag)
            if one != other:
                shown = "" if tag == self._language else tag
                yield FieldChange(field=field, before=one, after=other, language=shown)

    def _by_language(self, text: object) -> Mapping[str, str]:
        if isinstance(text, Translated):
            return text.texts
        return {self._language: str(text)} if text else {}

    def _list(self, field: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[FieldChange]:
        before, after = _by_name(old), _by_name(new)
        for name in (*before, *(name for name in after if name not in before)):
            one, other = before.get(name), after.get(name)
            if isinstance(one, Part) and isinstance(other, Part):
                for change in self.parts(field, one, other):
                    yield _of_item(change, name)
            elif one is None or other is None:
                yield FieldChange(field=field, before=one, after=other, item=name)


def _of_item(change: FieldChange, name: str) -> FieldChange:
    return FieldChange(
        field=change.field, before=change.before, after=change.after, item=name, language=change.language
    )


def _came_or_went(field: str, old: Part | None, new: Part | None) -> Iterator[FieldChange]:
    """A target that was set or taken away, by its own fields."""
    part = new if new is not None else old
    for name in type(part).model_fields if part is not None else ():
        before, after = (None if side is None else _plain(getattr(side, name)) for side in (old, new))
        if before != after:
            yield FieldChange(field=f"{field}.{name}", before=before, after=after)


def _by_name(entries: tuple[Any, ...]) -> Mapping[str, Any]:
    """The entries of a list by what tells them apart; a name that comes again is counted."""
    found: dict[str, Any] = {}
    for entry in entries:
        name, again = _name(entry), 1
        while (numbered := name if again == 1 else f"{name} ({again})") in found:
            again += 1
        found[numbered] = entry
    return found


def _name(entry: Any) -> str:
    if not isinstance(entry, Part):
        return str(entry)
    fields = type(entry).model_fields
    return next((str(getattr(entry, name)) for name in _NAMES if name in fields), repr(entry))


def _plain(value: Any) -> object:
    """A value that is not there is None, whether it was left out or is empty."""
    return None if value in ("", (), {}) else value
