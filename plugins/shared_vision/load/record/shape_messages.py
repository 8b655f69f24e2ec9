"""What to say where a text, a list or keys with values stand in place of each other."""

from shared_vision.load.quote import quote
from shared_vision.load.record.entries import from_id_as_key, from_number, from_text, takes_id, with_dash
from shared_vision.load.record.fields import first_key, is_one_id
from shared_vision.load.record.id_messages import not_one_id
from shared_vision.load.record.mistake import Mistake, Words
from shared_vision.load.yaml_text.long_texts import below
from shared_vision.model.loaded import Spot
from shared_vision.model.records import KpiLink


def not_text(mistake: Mistake) -> Words:
    """Anything where a text, or an id, should be."""
    if isinstance(mistake.value, bool | int | float):
        remedy = f"Put it in quotes: {quote(mistake.text)}."
        return "wrong-type", f"Expected a text, found {mistake.found}.", remedy
    field = mistake.part.model_fields.get(mistake.key)
    if field and is_one_id(field):
        return not_one_id(mistake)
    return "wrong-type", f"Expected a text, found {mistake.found}.", _as_text(mistake)


def not_list(mistake: Mistake) -> Words:
    """A single value, or keys with values, where a list should be."""
    message = f"Expected a list, found {mistake.found}."
    single = isinstance(mistake.value, str | int | float)
    if single and (mistake.inner is mistake.part or mistake.inner is KpiLink):
        return "wrong-type", message, f"Put it in brackets: [{quote(mistake.text)[1:-1]}]."
    entry = _first_entry(mistake)
    return "wrong-type", message, f"Write each entry on a line of its own{entry}"


def not_keys(mistake: Mistake) -> Words:
    """A single value, or a list, where keys with values should be."""
    keys = list(mistake.inner.model_fields)
    message = f"Expected keys with values ({', '.join(keys)}), found {mistake.found}."
    if not (entry := _entry(mistake)):
        remedy = f'Write each on a line of its own below, two spaces further right: "{keys[0]}: ...".'
    elif mistake.is_entry:
        remedy = f"Write it as {entry}." if mistake.in_brackets else f"Write it as: {with_dash(entry)}"
    else:
        remedy = f"Write {mistake.key}: {entry}."
    return "wrong-type", message, remedy


def not_columns(mistake: Mistake) -> Words:
    """Anything where columns with their values should be."""
    message = f"Expected columns and their values, found {mistake.found}."
    return "wrong-type", message, "Write for example {region: north}."


def too_long(mistake: Mistake) -> Words:
    """A text that is longer than a title."""
    message = f"The text has {len(mistake.value)} characters; {mistake.limits['max_length']} are allowed."
    return "too-long", message, "Shorten it; long texts go below body."


def _as_text(mistake: Mistake) -> str:
    if not isinstance(mistake.value, list):
        return "Write a single text; one that starts with { or has a colon in it needs quotes."
    if mistake.spot.line > mistake.spot.key_line:
        remedy = below(mistake.key)
        return remedy[:1].upper() + remedy[1:]
    return "Write a single text; one that starts with [ or a dash needs quotes."


def _first_entry(mistake: Mistake) -> str:
    """The first entry as it should be written, after a colon."""
    if isinstance(mistake.value, dict) and (name := _id_among(mistake)):
        value, spot = mistake.value[name], mistake.spot.parts.get(name, Spot(0, 0, 0, 0))
        is_link = mistake.inner is not mistake.part
        entry = with_dash(from_id_as_key(mistake.inner, name, value, spot)) if is_link else f"- {name}"
    elif mistake.inner is mistake.part:
        return ', with "- " before it.'
    else:
        entry = with_dash(_entry(mistake) or "{" + f"{first_key(mistake.inner)}: ..." + "}")
    return f": {entry}"


def _id_among(mistake: Mistake) -> str:
    """The first key, if it is an id and an entry may begin with one."""
    name = next(iter(mistake.value), "")
    fits = mistake.inner is mistake.part or takes_id(mistake.inner)
    return name if fits and any(name in ids for ids in mistake.known.values()) else ""


def _entry(mistake: Mistake) -> str:
    if isinstance(mistake.value, str):
        return from_text(mistake.inner, mistake.value)
    is_number = isinstance(mistake.value, int | float) and not isinstance(mistake.value, bool)
    return from_number(mistake.inner, quote(mistake.text)[1:-1]) if is_number else ""
