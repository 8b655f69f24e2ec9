"""The message catalogues: what the site says, in each language."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = "en"
"""The language that messages are written in; it needs no catalogue."""


def message(text: str) -> str:
    """Marks a text for translation that is said elsewhere, with `Wording.say`."""
    return text


def messages(one: str, many: str) -> tuple[str, str]:
    """Marks the two forms of a text for translation that is said elsewhere, with `Wording.plural`."""
    return one, many


@cache
def languages() -> tuple[str, ...]:
    """The tags of the languages that the site speaks, in order."""
    found = (entry.name for entry in files("shared_vision").joinpath("locale").iterdir())
    return tuple(sorted({SOURCE, *(name.removesuffix(".po") for name in found if name.endswith(".po"))}))


@cache
def catalogue(language: str) -> NullTranslations:
    """A language's messages: those of `fr` for `fr-CA`, too; the messages as they are for one without."""
    for tag in (language, language.replace("_", "-").partition("-")[0]):
        if tag != SOURCE and tag in languages():
            return _compiled(files("shared_vision").joinpath("locale", f"{tag}.po").read_bytes())
    return NullTranslations()


def _compiled(source: bytes) -> GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source)))
    compiled.seek(0)
    return GNUTranslations(compiled)
