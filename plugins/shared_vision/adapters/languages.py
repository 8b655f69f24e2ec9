"""The languages of a site, as mkdocs.yml names them."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from shared_vision.model.by_language import Translated
from shared_vision.model.catalogue import SOURCE, languages, message
from shared_vision.model.document import Document
from shared_vision.model.languages import english_name, has_numbers, is_language, language_meant
from shared_vision.model.wording import Wording

log = get_plugin_logger("shared-vision")

_TOGGLES = (message("Always light"), message("Always dark"), message("As the device likes it"))
"""What the palette's button says in the mkdocs.yml that a new vision begins with."""


def site_languages(named: object, theme: object) -> tuple[str, ...]:
    """The tags that mkdocs.yml names, the main one first; else the theme's language alone.

    Raises:
        ValueError: something named is no language, or there is nothing; the text says so.
    """
    if named is None:
        theirs = str(theme or SOURCE).replace("_", "-")
        return (theirs if is_language(theirs) and has_numbers(theirs) else SOURCE,)
    if not isinstance(named, Sequence) or isinstance(named, str) or not named:
        raise ValueError(f"languages: {named!r} is no list of languages. Write for example [en, fr].")
    tags = tuple(map(_tag, named))
    if len(set(tags)) < len(tags):
        raise ValueError(f"languages: {', '.join(tags)} names a language twice.")
    return tags


def _tag(text: object) -> str:
    if isinstance(text, str) and is_language(text) and has_numbers(text):
        return text
    meant = language_meant(str(text))
    remedy = f"Did you mean {meant}?" if meant else "Write tags such as en, fr or pt-BR."
    raise ValueError(f"languages: {text!r} is not the tag of a language that can be shown. {remedy}")


def speak(config: MkDocsConfig, language: str) -> None:
    """Let the theme say its own words in a language, where it knows that; tell where we do not."""
    if not {language, language.partition("-")[0]} & set(languages()):
        name = english_name(language)
        log.info("there are no words in %s (%s) yet: its dates stand among English words", name, language)
    folders = [Path(folder) / "partials" / "languages" for folder in config.theme.dirs]
    for tag in (language, language.partition("-")[0]):
        if any((folder / f"{tag}.html").is_file() for folder in folders):
            config.theme["language"] = tag
            break
    palette = config.theme.get("palette")
    for form in palette if isinstance(palette, list) else []:
        toggle: Any = form.get("toggle") if isinstance(form, dict) else None
        named = toggle.get("name") if isinstance(toggle, dict) else None
        if named in _TOGGLES:
            toggle["name"] = Wording(language).say(named)


def name_site(config: MkDocsConfig, document: Document, language: str) -> None:
    """Name the site as the vision is called in a language, where it is; themes write names as they are."""
    vision = document.vision
    if title := _given(vision.title, language):
        config.site_name = escape(title)
    if about := _given(vision.summary, language) or _given(vision.statement, language):
        config.site_description = escape(about)


def _given(text: str, language: str) -> str:
    return str(text) if isinstance(text, Translated) and text.language == language else ""
