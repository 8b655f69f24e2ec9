"""What the validator's errors mean, in words for whoever wrote the record."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from shared_vision.load.core_schema import resolve
from shared_vision.load.folders import slug
from shared_vision.load.quote import quote
from shared_vision.model.nearest import did_you_mean, nearest
from shared_vision.model.records import ID_PATTERN, Part, Record

Words = tuple[str, str, str]
"""Code, message and remedy."""
_SPAN = re.compile(r"(\d{1,4})\s*(day|week|month|year)s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One error of the validator, with the value as written and what could have stood there.

    `part` is the model of the mapping around the value, `inner` that of the value if it should be one.
    """

    error: ErrorDetails
    text: str
    part: type[Part]
    inner: type[Part]
    known: Mapping[str, Collection[str]]

    @property
    def value(self) -> Any:
        """The value as read."""
        return self.error["input"]

    @property
    def key(self) -> str:
        """The key that is missing or unknown."""
        return str(self.error["loc"][-1])

    @property
    def limits(self) -> Mapping[str, Any]:
        """What the validator adds: choices, bounds, a pattern."""
        return self.error.get("ctx", {})

    @property
    def found(self) -> str:
        """The value, as one names it in a sentence."""
        if isinstance(self.value, str):
            return quote(self.value)
        if isinstance(self.value, bool):
            return f"the yes-or-no value {self.text}"
        if isinstance(self.value, int | float):
            return f"the number {quote(self.text)[1:-1]}"
        return "a list" if isinstance(self.value, list) else "keys with values"


def explain(mistake: Mistake) -> Words:
    """Code, message and remedy of a mistake."""
    kind = mistake.error["type"]
    if mistake.value is None and kind not in ("missing", "extra_forbidden"):
        return _no_value(mistake)
    words = _WORDS.get(kind)
    return words(mistake) if words else ("wrong-value", f"{mistake.error['msg']}.", "Write another value.")


def _missing(mistake: Mistake) -> Words:
    about = (mistake.part.model_fields[mistake.key].description or "").rstrip(".")
    remedy = f'Add a line "{mistake.key}: ..." ({about[:1].lower()}{about[1:]}).'
    return "missing-key", f"The key {mistake.key} is missing.", remedy


def _unknown_key(mistake: Mistake) -> Words:
    keys = [key for key in mistake.part.model_fields if key != "id" or not issubclass(mistake.part, Record)]
    head, colon, rest = mistake.key.partition(":")
    if colon and head in keys:
        return "no-space", "After the colon a space is missing.", f"Write {quote(f'{head}: {rest}')}."
    remedy = did_you_mean(mistake.key, keys, f"The keys here are {_listed(keys, 'and')}.")
    return "unknown-key", f"There is no key {quote(mistake.key)} here.", remedy


def _not_text(mistake: Mistake) -> Words:
    if isinstance(mistake.value, bool | int | float):
        remedy = f"Put it in quotes: {quote(mistake.text)}."
    elif isinstance(mistake.value, list):
        remedy = "Write a single text; one that starts with [ or a dash needs quotes."
    else:
        remedy = "Write a single text; one that starts with { or has a colon in it needs quotes."
    return "wrong-type", f"Expected a text, found {mistake.found}.", remedy


def _no_value(mistake: Mistake) -> Words:
    field = mistake.part.model_fields.get(mistake.key)
    needed = field is not None and field.is_required()
    where = f"The key {mistake.key}" if isinstance(mistake.error["loc"][-1], str) else "This entry"
    remedy = "Write a value." if needed else "Write a value, or delete the line."
    return "no-value", f"{where} has no value.", remedy


def _too_long(mistake: Mistake) -> Words:
    message = f"The text has {len(mistake.value)} characters; {mistake.limits['max_length']} are allowed."
    return "too-long", message, "Shorten it; long texts go below body."


def _pattern(mistake: Mistake) -> Words:
    return _bad_id(mistake) if mistake.limits["pattern"] == ID_PATTERN else _bad_reference(mistake)


def _bad_id(mistake: Mistake) -> Words:
    ids = {name for names in mistake.known.values() for name in names}
    better = slug(mistake.value)
    message = f"{mistake.found} is not an id: ids are up to 64 lower-case letters, digits and dashes."
    if meant := better if better in ids else nearest(better, ids):
        return "bad-id", message, f"Did you mean {meant}?"
    return "bad-id", message, f"Write it as {better}." if better else "Write an id, e.g. fewer-complaints."


def _bad_reference(mistake: Mistake) -> Words:
    names = [f"{kind}/{name}" for kind, ids in mistake.known.items() if kind != "vision" for name in ids]
    last = slug(mistake.value.rpartition("/")[2])
    meant = next((name for name in names if name.endswith(f"/{last}")), "") or nearest(mistake.value, names)
    remedy = (
        f"Did you mean {meant}?" if meant else "Write a kind, a slash and an id, e.g. goals/fewer-complaints."
    )
    return "bad-reference", f"{mistake.found} does not name a record by its kind and id.", remedy


def _choice(mistake: Mistake) -> Words:
    choices = re.findall(r"'([^']+)'", mistake.limits["expected"])
    message = f"Expected {_listed(choices, 'or')}, found {mistake.found}."
    return "unknown-value", message, did_you_mean(mistake.text, choices, "Write one of these words.")


def _not_number(mistake: Mistake) -> Words:
    if isinstance(mistake.value, int | float) and not isinstance(mistake.value, bool):
        return "bad-number", f"The number {quote(mistake.text)[1:-1]} is too large.", "Write a smaller one."
    remedy = "Write a plain number, e.g. 40 or 3.5."
    if isinstance(mistake.value, str) and (plain := _plain_number(mistake.value)):
        remedy = f"Write a plain number: {plain}."
    return "wrong-type", f"Expected a number, found {mistake.found}.", remedy


def _plain_number(text: str) -> str:
    """The number that somebody wrote with separators or a unit, or an empty text."""
    bare = text.strip().strip("%€$£ ").strip()
    if re.fullmatch(r"-?\d+,\d{1,2}", bare):
        return bare.replace(",", ".")
    plain = re.sub(r"[\s,_’']", "", bare)
    return plain if plain and isinstance(resolve(plain), int | float) and len(plain) < 20 else ""


def _not_whole(mistake: Mistake) -> Words:
    remedy = "Write a whole number, e.g. 4."
    if isinstance(mistake.value, str) and mistake.value.strip().isdecimal():
        remedy = "Write it without quotes."
    return "wrong-type", f"Expected a whole number, found {mistake.found}.", remedy


def _not_finite(mistake: Mistake) -> Words:
    return (
        "bad-number",
        f"{quote(mistake.text)[1:-1]} is no number that can be shown.",
        "Write a plain number.",
    )


def _too_small(mistake: Mistake) -> Words:
    bound = (
        f"more than {mistake.limits['gt']:g}" if "gt" in mistake.limits else f"{mistake.limits['ge']} or more"
    )
    return "bad-number", f"Expected {bound}, found {quote(mistake.text)[1:-1]}.", "Write a larger number."


def _not_list(mistake: Mistake) -> Words:
    remedy = 'Write each entry on a line of its own, with "- " before it.'
    if mistake.inner is not mistake.part:
        remedy = f'Write each entry on a line of its own: "- {next(iter(mistake.inner.model_fields))}: ...".'
    elif isinstance(mistake.value, str | int | float):
        remedy = f"Put it in brackets: [{quote(mistake.text)[1:-1]}]."
    return "wrong-type", f"Expected a list, found {mistake.found}.", remedy


def _not_keys(mistake: Mistake) -> Words:
    keys = list(mistake.inner.model_fields)
    message = f"Expected keys with values ({', '.join(keys)}), found {mistake.found}."
    return (
        "wrong-type",
        message,
        f'Write each on a line of its own below, two spaces further right: "{keys[0]}: ...".',
    )


def _not_columns(mistake: Mistake) -> Words:
    message = f"Expected columns and their values, found {mistake.found}."
    return "wrong-type", message, "Write for example {region: north}."


def _not_a_day(mistake: Mistake) -> Words:
    remedy = "Write year, month and day, e.g. 2027-12-31."
    if isinstance(mistake.value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", mistake.value):
        return "bad-date", f"The day {mistake.value} is not in the calendar.", "Check the month and the day."
    return "bad-date", f"Expected a date, found {mistake.found}.", remedy


def _not_a_span(mistake: Mistake) -> Words:
    remedy = "Write P14D for 14 days, P2W for two weeks, P6M for six months or P1Y for a year."
    if isinstance(mistake.value, str) and (match := _SPAN.fullmatch(mistake.value.strip())):
        remedy = f"Write P{int(match[1])}{match[2][0].upper()}."
    return "bad-duration", f"Expected a length of time, found {mistake.found}.", remedy


def _not_a_data_file(mistake: Mistake) -> Words:
    remedy = "Write the path from kpi_data/ on, e.g. complaints.csv."
    return "bad-file", f"{mistake.found} is not a file below kpi_data/.", remedy


def _not_csv(mistake: Mistake) -> Words:
    return "bad-file", f"{mistake.found} is not a .csv file.", "Save the table as CSV and name that file."


def _listed(words: list[str], link: str) -> str:
    return f" {link} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


_WORDS: Mapping[str, Callable[[Mistake], Words]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": _not_text,
    "string_too_short": _no_value,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "enum": _choice,
    "literal_error": _choice,
    "float_type": _not_number,
    "int_type": _not_whole,
    "finite_number": _not_finite,
    "greater_than": _too_small,
    "greater_than_equal": _too_small,
    "tuple_type": _not_list,
    "model_type": _not_keys,
    "dict_type": _not_columns,
    "day": _not_a_day,
    "duration": _not_a_span,
    "data_file": _not_a_data_file,
    "data_suffix": _not_csv,
}
