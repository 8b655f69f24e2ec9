"""Texts that are not given in the vision's main language."""

from collections.abc import Iterator
from typing import Any

from shared_vision.model.by_language import Translated
from shared_vision.model.languages import english_name
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Problem, Severity
from shared_vision.model.translate import texts_by_language


def lacking(loaded: LoadedRecord[Any], language: str) -> Iterator[Problem]:
    """A warning for each text of a record that is given by language, but not in this one."""
    for loc, text in texts_by_language(loaded.record):
        if Translated(text.texts, language).language.partition("-")[0] != language.partition("-")[0]:
            yield Problem(
                place=loaded.key_place(*loc),
                code="no-translation",
                field="".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in loc)[1:],
                message=f"The text is not given in {english_name(language)}, the main language of the site; "
                f"the site shows it in {english_name(text.language)}.",
                remedy=f'Add "{language}: ...".',
                severity=Severity.WARNING,
            )
