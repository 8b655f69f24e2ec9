"""What to say about numbers."""

from shared_vision.load.plain_number import plain_number
from shared_vision.load.quote import quote
from shared_vision.load.record.mistake import Mistake, Words
from shared_vision.model.loaded import Key


def not_number(mistake: Mistake) -> Words:
    """A value that is no number, or one with separators or a unit."""
    if isinstance(mistake.value, int | float) and not isinstance(mistake.value, bool):
        return "bad-number", f"The number {quote(mistake.text)[1:-1]} is too large.", "Write a smaller one."
    plain = plain_number(mistake.value) if isinstance(mistake.value, str) else ""
    remedy = f"Write {plain}." if plain else "Write a plain number, e.g. 40 or 3.5."
    return "wrong-type", f"Expected a number, found {mistake.found}.", remedy


def not_whole(mistake: Mistake) -> Words:
    """A value that is no whole number."""
    remedy = "Write a whole number, e.g. 4."
    if isinstance(mistake.value, str) and mistake.value.strip().isdecimal():
        remedy = "Write it without quotes."
    elif mistake.key == "invited":
        remedy = "Write how many were asked, e.g. 40, or how many of each partner, e.g. {northgate: 12}."
    return "wrong-type", f"Expected a whole number, found {mistake.found}.", remedy


def not_finite(mistake: Mistake) -> Words:
    """Infinity, or no number at all."""
    message = f"{quote(mistake.text)[1:-1]} is no number that can be shown."
    return "bad-number", message, "Write a plain number."


def too_small(mistake: Mistake) -> Words:
    """A number below what makes sense."""
    found = quote(mistake.text)[1:-1]
    if "gt" not in mistake.limits:
        return (
            "bad-number",
            f"Expected {mistake.limits['ge']} or more, found {found}.",
            _larger(mistake.error["loc"]),
        )
    bound = f"{mistake.limits['gt']:g}"
    remedy = f"Write a number above {bound}, or delete the entry."
    return "bad-number", f"Expected more than {bound}, found {found}.", remedy


def _larger(loc: tuple[Key, ...]) -> str:
    match loc:
        case ("invited",):
            return "Write how many were asked, or leave it out where nobody knows."
        case ("invited", _):
            return "Write how many of its people were asked, or delete the entry where none were."
    return "Write a larger number."


def too_large(mistake: Mistake) -> Words:
    """A number above what makes sense."""
    found = quote(mistake.text)[1:-1]
    return "bad-number", f"Expected {mistake.limits['le']} or less, found {found}.", "Write a smaller number."


def not_yes_or_no(mistake: Mistake) -> Words:
    """A value that is neither true nor false."""
    return (
        "wrong-type",
        f"Expected true or false, found {mistake.found}.",
        "Write true or false, without quotes.",
    )
