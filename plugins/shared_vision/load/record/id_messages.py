"""What to say about ids and references that are not written as such."""

import re

from shared_vision.load.quote import quote
from shared_vision.load.record.folders import slug
from shared_vision.load.record.mistake import Mistake, Words
from shared_vision.model.fields import ID_PATTERN, is_id
from shared_vision.model.nearest import nearest

_BETWEEN = re.compile(r"\s*(?:[,;&+\n]|\band\b)\s*")


def pattern(mistake: Mistake) -> Words:
    """A text that is no id, or no kind and id."""
    if mistake.limits["pattern"] != ID_PATTERN:
        return _bad_reference(mistake)
    return _several(mistake) or _bad_id(mistake)


def not_one_id(mistake: Mistake) -> Words:
    """A list, or keys with values, where one id should be."""
    message = f"Expected one id, found {mistake.found}."
    entries = mistake.value if isinstance(mistake.value, list) else []
    if len(entries) == 1 and isinstance(entries[0], str):
        return "wrong-type", message, f"Write {mistake.key}: {quote(entries[0])[1:-1]}."
    return "wrong-type", message, _only_one(mistake)


def _only_one(mistake: Mistake) -> str:
    others = mistake.key == "owner" and "partners" in mistake.part.model_fields
    return "Write one id. Others who work on it go below partners." if others else "Write one id."


def _several(mistake: Mistake) -> Words | None:
    """Ids with commas between them, in one text."""
    ids = [slug(part) for part in _BETWEEN.split(mistake.value.strip())]
    known = {name for names in mistake.known.values() for name in names}
    plain = "," in mistake.value and all(map(is_id, _BETWEEN.split(mistake.value.strip())))
    if len(ids) == 1 or not (plain or known.issuperset(ids)):
        return None
    message = f"{mistake.found} is more than one id."
    if not mistake.is_entry:
        return "bad-id", message, _only_one(mistake)
    if isinstance(mistake.around, list):
        return "bad-id", message, "Make each id an entry of its own."
    return "bad-id", message, f"Write a list: [{quote(', '.join(ids), 300)[1:-1]}]."


def _bad_id(mistake: Mistake) -> Words:
    ids = {name: kind for kind, names in mistake.known.items() for name in names}
    better = slug(mistake.value)
    meant = better if better in ids else nearest(mistake.value, ids)
    message = f"{mistake.found} is not an id: ids are up to 64 lower-case letters, digits and dashes."
    if meant and f"{ids[meant]}/{meant}" == mistake.within:
        return "bad-id", message, "Write the id of another record."
    if meant:
        return "bad-id", message, f"Did you mean {meant}?"
    return "bad-id", message, f"Write it as {better}." if better else "Write an id, e.g. fewer-complaints."


def _bad_reference(mistake: Mistake) -> Words:
    names = [f"{kind}/{name}" for kind, ids in mistake.known.items() if kind != "vision" for name in ids]
    last = slug(mistake.value.rpartition("/")[2])
    meant = next((name for name in names if name.endswith(f"/{last}")), "") or nearest(mistake.value, names)
    remedy = "Write a kind, a slash and an id, e.g. goals/fewer-complaints."
    if meant and meant != mistake.within:
        remedy = f"Did you mean {meant}?"
    return "bad-reference", f"{mistake.found} does not name a record by its kind and id.", remedy
