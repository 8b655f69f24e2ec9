"""The decision that a record in Markdown becomes."""

import re
from collections.abc import Callable, Iterator

from shared_vision.importers.adr_markdown import change_prose
from shared_vision.importers.adr_record import Parsed
from shared_vision.importers.adr_source import Source
from shared_vision.importers.adr_status import Meaning, read_status
from shared_vision.importers.imported import LeftOut
from shared_vision.importers.record_yaml import Record
from shared_vision.importers.short import shorten

UNDATED = "1970-01-01"
"""Stands for the date of a record that gives none: a decision needs one, and any other would look true."""
UNDATED_TAG = "date unknown"

_HARD_BREAK = re.compile(r"(?<=\S) {2,}\n(?=[ \t]*\S)")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
Point = Callable[[str], str]


def decision(source: Source, known_date: str, supersedes: tuple[str, ...], point: Point) -> Record:
    """The decision; `point` mends the links in a Markdown text."""
    parsed, meaning = source.parsed, status_of(source.parsed)
    date = parsed.date or known_date or UNDATED
    return {
        "title": parsed.title,
        "date": date,
        "status": meaning.status,
        "context": point(_tidy(parsed.context)),
        "options": tuple(_options(parsed, point)),
        "decision": point(_tidy(parsed.decision)),
        "consequences": point(_tidy(parsed.consequences)),
        "supersedes": supersedes,
        "body": point(_tidy(_body(parsed, meaning, date))),
        "tags": tuple(_tags(source, meaning, date)),
    }


def status_of(parsed: Parsed) -> Meaning:
    """The status a record gives; where it gives none, what its sections tell."""
    if meaning := read_status(parsed.status):
        return meaning
    decided = bool(parsed.decision) and not parsed.status
    return Meaning(status="accepted" if decided else "proposed", word="", exact=True)


def changes(source: Source, known_date: str) -> Iterator[LeftOut]:
    """What is not in the decision as the record has it."""
    parsed, meaning = source.parsed, status_of(source.parsed)
    if reason := _status_reason(parsed, meaning):
        yield LeftOut(path=source.path, what="status", reason=reason)
    if not parsed.date:
        given = (
            f"the day known for its file, {known_date}, was taken"
            if known_date
            else f"{UNDATED} stands for it"
        )
        yield LeftOut(path=source.path, what="date", reason=f"The record gives no date; {given}.")


def _status_reason(parsed: Parsed, meaning: Meaning) -> str:
    if not meaning.exact:
        return f"{meaning.word} has no like here; it became {meaning.status}, with the word kept as a tag."
    if meaning.word:
        return ""
    if parsed.status:
        return f"The status {shorten(parsed.status, 60)} is not known; it became {meaning.status}."
    has = "has a decision" if parsed.decision else "has no decision"
    return f"The record gives no status but {has}; it became {meaning.status}."


def _options(parsed: Parsed, point: Point) -> Iterator[Record]:
    for option in parsed.options:
        texts: Record = {
            "title": option.title,
            "text": point(_tidy(option.text)),
            "valued_for": point(_tidy(option.valued_for)),
            "outcome": option.outcome,
            "because": point(_tidy(option.because)),
        }
        yield {key: value for key, value in texts.items() if value}


def _body(parsed: Parsed, meaning: Meaning, date: str) -> str:
    undated = "The source gives no date for this decision." if date == UNDATED else ""
    more = f"## Status\n\n{parsed.status}" if _says_more(parsed.status, meaning) else ""
    return "\n\n".join(part for part in (undated, more, parsed.body) if part)


def _says_more(status: str, meaning: Meaning) -> bool:
    return status.strip(" .*_`\n").lower() != meaning.word


def _tags(source: Source, meaning: Meaning, date: str) -> Iterator[str]:
    yield from source.parsed.tags
    if source.number:
        yield f"ADR-{source.number}"
    if not meaning.exact:
        yield f"status: {meaning.word}"
    if date == UNDATED:
        yield UNDATED_TAG


def _tidy(text: str) -> str:
    """The text without spaces at the ends of lines, where YAML could not show it as a block."""
    kept = change_prose(text, lambda prose: _HARD_BREAK.sub(r"\\\n", prose))
    return _TRAILING.sub("", kept.expandtabs(4)).strip("\n")
