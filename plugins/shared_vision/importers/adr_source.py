"""Which files of a folder are decision records."""

import re
from dataclasses import dataclass
from posixpath import basename

from shared_vision.importers.adr_record import Parsed, parse_record
from shared_vision.importers.foreign_yaml import UnreadableError
from shared_vision.importers.imported import LeftOut
from shared_vision.importers.short import slug_words

_MOST_BYTES = 256 * 1024
_SUFFIX = re.compile(r"\.(?:md|markdown)\Z", re.IGNORECASE)
_NUMBER = re.compile(r"(?:M?ADR[-_ ]?)?(\d{1,5})(?:[-_. ]+|\Z)", re.IGNORECASE)
_INDEXES = frozenset(("index", "readme", "contributing", "changelog", "license", "licence", "_index", "toc"))
_TEMPLATE_WORDS = frozenset(("adr", "madr", "template", "bare", "minimal", "short", "long", "example"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A record with its place in the source, the words of its file's name, its number there."""

    path: str
    number: str
    words: tuple[str, ...]
    parsed: Parsed


def read_source(path: str, content: bytes) -> Source | LeftOut:
    """The record in a file, or why it is none."""
    if not _SUFFIX.search(path):
        return LeftOut(path=path, what="the file", reason="It is not Markdown.")
    stem = _SUFFIX.sub("", basename(path))
    if stem.lower() in _INDEXES:
        return LeftOut(path=path, what="the file", reason="It is about the records, but no record itself.")
    number = _NUMBER.match(stem)
    words = slug_words(_NUMBER.sub("", stem, count=1))
    try:
        parsed = _parse(content)
    except UnreadableError as error:
        return LeftOut(path=path, what="the record", reason=str(error))
    if parsed.is_template or {"template"} <= set(words) <= _TEMPLATE_WORDS:
        return LeftOut(path=path, what="the file", reason="It is a template for records.")
    if not parsed.is_record or not parsed.title:
        reason = "It has no title, or no heading such as Context or Decision, so it is no record."
        return LeftOut(path=path, what="the file", reason=reason)
    return Source(path=path, number=number[1] if number else "", words=words, parsed=parsed)


def _parse(content: bytes) -> Parsed:
    if len(content) > _MOST_BYTES:
        raise UnreadableError(f"It is larger than {_MOST_BYTES // 1024} kB.")
    try:
        return parse_record(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError("It is not UTF-8.") from error
