"""The tags of languages, as in `fr` or `pt-BR`."""

import re
from functools import cache

from babel import Locale, UnknownLocaleError

TAG = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
"""A language, then perhaps a script, then perhaps a region."""
_TAG = re.compile(TAG)
_LONGEST = 40


def is_language(text: str) -> bool:
    """Whether a text is the tag of a language."""
    return bool(_TAG.match(text)) and text.partition("-")[0] in _names()


def language_meant(text: str) -> str:
    """The tag for another spelling of it (`fr_CA`, `FR`) or a language's name; empty for any other text."""
    plain = " ".join(text[:_LONGEST].split()).lower()
    language, _, rest = plain.replace("_", "-").partition("-")
    parts = [part.title() if len(part) == len("Latn") else part.upper() for part in rest.split("-") if part]
    tag = "-".join((language, *parts))
    return tag if is_language(tag) else _by_name().get(plain, "")


def own_name(language: str) -> str:
    """What a language is called by those who speak it: Français."""
    locale = Locale.parse(language.replace("-", "_"))
    name = locale.get_display_name(locale) or language
    return name[:1].upper() + name[1:]


def english_name(language: str) -> str:
    """What a language is called in English."""
    return _names().get(language.partition("-")[0], language)


def has_numbers(language: str) -> bool:
    """Whether it is known how a language writes numbers and dates."""
    try:
        Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return False
    return True


@cache
def _names() -> dict[str, str]:
    """English names by tag."""
    return dict(Locale("en").languages)


@cache
def _by_name() -> dict[str, str]:
    """The tags of languages by their names, in English and in the languages themselves."""
    english = {name.lower(): tag for tag, name in _names().items() if is_language(tag)}
    tags = [tag for tag in _names() if len(tag) == len("fr") and has_numbers(tag)]
    return {**english, **{own_name(tag).lower(): tag for tag in tags}}
