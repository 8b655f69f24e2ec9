"""What to say about the languages that a text is given in."""

from shared_vision.load.quote import quote
from shared_vision.load.record.mistake import Mistake, Words
from shared_vision.model.languages import language_meant


def not_a_language(mistake: Mistake) -> Words:
    """A key that names no language, beside others that do; or one that names it in another way."""
    message = f"{quote(mistake.key)} is not the tag of a language."
    if meant := language_meant(mistake.key):
        return "unknown-language", message, f"Did you mean {meant}?"
    remedy = "Write a tag such as en, fr or pt-BR, or a single text; one with a colon in it needs quotes."
    return "unknown-language", message, remedy
