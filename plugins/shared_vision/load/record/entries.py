"""How an entry of a list is written that somebody wrote in another form."""

from typing import Any

from shared_vision.load.quote import as_yaml
from shared_vision.load.record.fields import first_key, is_one_id, needed_keys
from shared_vision.model.dates import parse_day
from shared_vision.model.fields import Part, is_id
from shared_vision.model.loaded import Spot


def from_text(part: type[Part], text: str) -> str:
    """An entry, where somebody wrote only its title, id or date; empty where no key takes the text."""
    keys = part.model_fields
    if "title" in keys and not (is_one_id(keys[first_key(part)]) and is_id(text)):
        return _pairs(part, "title", as_yaml(text))
    if is_one_id(keys[first_key(part)]) and is_id(text):
        return _pairs(part, first_key(part), text)
    return _pairs(part, "date", text) if "date" in keys and parse_day(text) else ""


def from_number(part: type[Part], text: str) -> str:
    """The same where somebody wrote a number."""
    return _pairs(part, "value", text) if "value" in part.model_fields else ""


def from_id_as_key(part: type[Part], key: str, value: Any, spot: Spot) -> str:
    """An entry, where somebody wrote the id as its key."""
    second = list(part.model_fields)[1]
    if value is None and second not in needed_keys(part):
        return _pairs(part, first_key(part), key)
    shown = as_yaml(value) if isinstance(value, str) else spot.text or "..."
    return "{" + f"{first_key(part)}: {key}, {second}: {shown}" + "}"


def takes_id(part: type[Part]) -> bool:
    """Whether an entry is about a record, whose id comes first."""
    return "title" not in part.model_fields and is_one_id(part.model_fields[first_key(part)])


def with_dash(entry: str) -> str:
    """An entry on a line of its own; the braces of a single key are left out."""
    return f"- {entry[1:-1]}" if ", " not in entry else f"- {entry}"


def _pairs(part: type[Part], key: str, text: str) -> str:
    """The keys that must be there, with the one that is known."""
    keys = (name for name in part.model_fields if name == key or name in needed_keys(part))
    return "{" + ", ".join(f"{name}: {text if name == key else '...'}" for name in keys) + "}"
