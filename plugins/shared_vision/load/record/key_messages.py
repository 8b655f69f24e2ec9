"""What to say about keys that are missing, unknown or without a value."""

from shared_vision.load.quote import quote
from shared_vision.load.record.entries import from_id_as_key, takes_id, with_dash
from shared_vision.load.record.fields import first_key
from shared_vision.load.record.mistake import Mistake, Words, listed
from shared_vision.model.nearest import nearest
from shared_vision.model.records import Record


def missing(mistake: Mistake) -> Words:
    """A key that must be there."""
    about = (mistake.part.model_fields[mistake.key].description or "").rstrip(".")
    add = "Add" if mistake.in_braces else "Add a line"
    remedy = f'{add} "{mistake.key}: ..." ({about[:1].lower()}{about[1:]}).'
    return "missing-key", f"The key {mistake.key} is missing.", remedy


def unknown_key(mistake: Mistake) -> Words:
    """A key that means nothing here: misspelt, an id, or the rest of a text with a comma."""
    head, colon, rest = mistake.key.partition(":")
    if colon and head in keys_here(mistake):
        return "no-space", "After the colon a space is missing.", f"Write {quote(f'{head}: {rest}')}."
    kind = next((kind for kind, ids in mistake.known.items() if mistake.key in ids and kind != "vision"), "")
    if kind:
        message = f"There is no key {quote(mistake.key)} here, but a record {kind}/{mistake.key}."
        return "unknown-key", message, _id_as_key(mistake)
    return "unknown-key", f"There is no key {quote(mistake.key)} here.", _known_key(mistake)


def no_value(mistake: Mistake) -> Words:
    """A key or an entry with nothing after it."""
    field = mistake.part.model_fields.get(mistake.key)
    needed = field is not None and field.is_required()
    where = "This entry" if mistake.is_entry else f"The key {mistake.key}"
    delete = "the key" if mistake.in_braces and not mistake.is_entry else "the line"
    remedy = "Write a value." if needed else f"Write a value, or delete {delete}."
    return "no-value", f"{where} has no value.", remedy


def keys_here(mistake: Mistake) -> list[str]:
    """The keys that may stand where the mistake is."""
    of_record = issubclass(mistake.part, Record)
    return [key for key in mistake.part.model_fields if not (of_record and key == "id")]


def _known_key(mistake: Mistake) -> str:
    keys = keys_here(mistake)
    if meant := nearest(mistake.key, keys):
        return f"Did you mean {meant}?"
    if mistake.value is None and not mistake.text and mistake.in_braces:
        return "A comma ends a text inside { }: put the text in quotes."
    return f"The keys here are {listed(keys, 'and')}."


def _id_as_key(mistake: Mistake) -> str:
    if not takes_id(mistake.part) or first_key(mistake.part) in mistake.around:
        return f"Write an id after a key; the keys here are {listed(keys_here(mistake), 'and')}."
    if len(mistake.around) > 1:
        return f"Write {first_key(mistake.part)}: {mistake.key}."
    entry = from_id_as_key(mistake.part, mistake.key, mistake.value, mistake.spot)
    return f"Write {entry if mistake.in_braces else with_dash(entry)}."
