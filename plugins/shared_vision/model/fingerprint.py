"""A short sign for the wording that partners agreed to, so that a signature can name it."""

import json
import unicodedata
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from shared_vision.model.by_language import Translated
from shared_vision.model.fields import Part
from shared_vision.model.records import Goal, Kpi, Vision

FINGERPRINT = r"[0-9a-f]{8}"
"""How one is written."""
_AGREED: Mapping[str, tuple[str, ...]] = {
    "vision": ("title", "statement", "summary", "horizon", "principles", "scope", "body"),
    "goals": ("title", "summary", "why", "body", "parent", "owner", "partners", "due", "kpis"),
    "kpis": ("unit", "direction", "baseline", "milestones", "target"),
}
_IN_NO_ORDER = ("scope", "partners", "kpis", "milestones")


def agreed_fields(kind: str) -> tuple[str, ...]:
    """The fields of a record of a kind that an agreement is about; none for a kind that nobody signs.

    Partners agree to words and to what is promised: what should be true by when, who answers for
    it and works on it, and how one can tell. Tags, the state and the signatures themselves are no part
    of that. Of a KPI it is what a goal promises with it: its unit, direction and target, and the way there.
    """
    return _AGREED.get(kind, ())


def fingerprint(record: Vision | Goal, kpis: Mapping[str, Kpi]) -> str:
    """Eight digits and letters that change when the agreed wording or target of a record does.

    `kpis` are those of the document, of which a goal counts its own. Layout, the order of keys,
    line breaks within a text and values written out that would be there anyway change nothing.
    A text by language counts with each of its languages.
    """
    text = json.dumps(agreed(record, kpis), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:8]


def agreed(record: Vision | Goal, kpis: Mapping[str, Kpi]) -> dict[str, Any]:
    """What the fingerprint is made from, in plain values; what is left empty is left out."""
    found = _fields(record)
    if isinstance(record, Goal):
        targets = {link.id: _fields(kpis[link.id]) for link in record.kpis if link.id in kpis}
        found |= {"targets": targets} if targets else {}
    return found


def _fields(record: Vision | Goal | Kpi) -> dict[str, Any]:
    found = {key: _plain(getattr(record, key), sort=key in _IN_NO_ORDER) for key in _AGREED[record.kind]}
    return {key: value for key, value in found.items() if value not in (None, "", [])}


def _plain(value: Any, *, sort: bool = False) -> Any:
    if isinstance(value, Part):
        inner = {
            key: _plain(getattr(value, key), sort=key in _IN_NO_ORDER) for key in type(value).model_fields
        }
        return {key: one for key, one in inner.items() if one not in (None, "", [])}
    if isinstance(value, tuple):
        entries = [_plain(entry) for entry in value]
        return sorted(entries, key=lambda entry: json.dumps(entry, sort_keys=True)) if sort else entries
    if isinstance(value, Translated) and len(value.texts) > 1:
        return {tag: _words(text) for tag, text in value.texts.items()}
    if isinstance(value, date):
        return value.isoformat()
    return _words(value) if isinstance(value, str) else value


def _words(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
