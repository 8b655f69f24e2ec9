"""What the site says, in each of its languages."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from gettext import NullTranslations
from html import unescape
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from render.test_pages import RICH
from shared_vision.build import build, work_out
from shared_vision.model import wording
from shared_vision.model.catalogue import SOURCE, languages
from shared_vision.model.settings import Settings
from shared_vision.read import read
from small_vision import SMALL

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugins" / "shared_vision"
METHODS = [("**.py", "python"), ("render/templates/**.html", "jinja2")]
OPTIONS = {"render/templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
KEYWORDS = {"say": None, "plural": (1, 2), "message": None, "messages": (1, 2)}
TRANSLATED = [language for language in languages() if language != SOURCE]
Message = str | tuple[str, ...]


@cache
def messages() -> frozenset[Message]:
    """Everything the program says, as `make messages` finds it."""
    found = extract_from_dir(PACKAGE, METHODS, OPTIONS, KEYWORDS)
    return frozenset(tuple(text) if isinstance(text, tuple | list) else text for _, _, text, _, _ in found)


@cache
def catalogue(language: str) -> Catalog:
    return read_po(BytesIO(files("shared_vision").joinpath("locale", f"{language}.po").read_bytes()))


def entries(language: str) -> Iterator[tuple[Message, tuple[str, ...], bool]]:
    for entry in catalogue(language):
        if entry.id:
            forms = entry.string if isinstance(entry.string, tuple | list) else (entry.string,)
            said = tuple(form or "" for form in forms)
            yield entry.id if isinstance(entry.id, str) else tuple(entry.id), said, entry.fuzzy


def test_the_site_speaks_four_languages() -> None:
    assert languages() == ("de", "en", "es", "fr")


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_has_every_message_and_no_other(language: str) -> None:
    ids = {message for message, _, _ in entries(language)}
    assert sorted(map(str, messages() - ids)) == []
    assert sorted(map(str, ids - messages())) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    assert [message for message, said, fuzzy in entries(language) if fuzzy or not all(said)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_what_is_filled_in_and_the_tags(language: str) -> None:
    kept = re.compile(r"\{\w+\}|</?\w+[^>]*>")
    for message, said, _ in entries(language):
        forms = message if isinstance(message, tuple) else (message,)
        # one thing may go without its number: "the only goal"
        wanted = [Counter(kept.findall(form)) for form in forms]
        for text in said:
            assert Counter(kept.findall(text)) in wanted, (message, text)


class _Marked(NullTranslations):
    """Every message in brackets, so that what is no message stands out."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


def test_every_generated_word_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "catalogue", lambda _: _Marked())
    texts = {**SMALL, **RICH, "vision/goals/broken.yml": "titel: Oops\n"}
    sources = {
        path: text.encode() for path, text in texts.items() if path.startswith(("vision/", "kpi_data/"))
    }
    site = build(work_out(read(sources), date(2026, 6, 15), Settings(language="en-GB", example=True)))
    known = " ".join((*texts, *texts.values()))
    loose = {
        word
        for page in site.pages
        for text in _texts(page.html)
        for word in re.findall(r"[^\W\d_]{3,}", _outside(text))
        if word not in known
    }
    assert sorted(loose - _MONTHS - _FORMATS) == []


_FORMATS = {"CSV", "SVG", "PNG"}
_MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}


def _texts(html: str) -> Iterator[str]:
    """What a reader sees or hears of a page: texts, and the attributes that are read out."""
    html = re.sub(r'<code>.*?</code>|<li class="sv-card sv-problem">.*?</li>', "", html, flags=re.DOTALL)
    yield from (unescape(found) for found in re.findall(r'(?:aria-label|title|data-shown)="([^"]*)"', html))
    yield unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<(?:style|script).*?</(?:style|script)>", "", html)))


def _outside(text: str) -> str:
    """A text without what is in brackets, brackets within brackets included."""
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = shorter
    return text
