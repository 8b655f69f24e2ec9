"""The titles of goals, targets, indicators or values in a language of an Open SDG source."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from shared_vision.importers.foreign_yaml import UnreadableError, read_mapping
from shared_vision.importers.imported import LeftOut

_FILE = re.compile(r"translations/([^/]+)/([^/]+)\.ya?ml")
_LINK = re.compile(r"<a\s[^>]*?href=[\"']([^\"']*)[\"'][^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_FALLBACK = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The translations into one language by file (`global_goals`) with their key (`1-title`)."""

    groups: Mapping[str, Mapping[str, str]]

    def of(self, group: str, key: str) -> str:
        """The words for a key, or an empty text."""
        return self.groups.get(group, {}).get(key, "")

    def translate(self, text: str) -> str:
        """The words for a value of the data or a reference such as `global_goals.1-title`; else the text."""
        group, _, key = text.partition(".")
        return self.of(group, key) or self.of("data", text) or text

    def markdown(self, group: str, key: str) -> str:
        """The words for a key, their HTML links written as Markdown."""
        return _TAG.sub("", _LINK.sub(r"[\2](\1)", self.of(group, key))).strip()


def read_words(sources: Mapping[str, bytes], language: str) -> tuple[Words, Words, tuple[LeftOut, ...]]:
    """The words of a language, the words of English, and the translations that could not be read."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    left_out = []
    for path in sources:
        match = _FILE.fullmatch(path)
        if not match or match[1] not in (language, _FALLBACK):
            continue
        try:
            words = read_mapping(sources[path])
        except UnreadableError as error:
            left_out.append(LeftOut(path=path, what="translations", reason=str(error)))
            continue
        texts = {key: value.strip() for key, value in words.items() if isinstance(value, str)}
        found.setdefault(match[1], {}).setdefault(match[2], {}).update(texts)
    if language not in found:
        reason = f"The source has no translations/{language}; titles are in English or as the data have them."
        left_out.append(LeftOut(path=f"translations/{language}", what="the language", reason=reason))
    english = Words(groups=found.get(_FALLBACK, {}))
    return Words(groups=found.get(language, english.groups)), english, tuple(left_out)
