"""What a record's words about its status mean here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MEANINGS = (
    ("superseded", ("superseded", "superceded", "superseeded", "replaced", "obsoleted")),
    ("rejected", ("rejected", "declined", "refused", "not accepted", "not adopted")),
    ("expired", ("deprecated", "expired", "obsolete", "retired")),
    ("withdrawn", ("withdrawn", "cancelled", "canceled", "abandoned")),
    ("accepted", ("accepted", "approved", "adopted", "agreed", "decided", "implemented", "done", "active")),
    (
        "proposed",
        ("proposed", "proposal", "draft", "pending", "open", "in review", "under review", "in progress"),
    ),
    ("proposed", ("on hold", "deferred", "postponed", "rfc", "in discussion", "under discussion")),
)
_SAME = frozenset(meaning for meaning, _ in _MEANINGS)
_BY = re.compile(r"\b(?:super[sc]ee?ded|replaced|obsoleted)[ -]by\b:?(.*)", re.IGNORECASE)
_OF = re.compile(r"\b(?:super[sc]ee?des|replaces|obsoletes)\b:?(.*)", re.IGNORECASE)
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_NAMED = re.compile(r"ADR[ -]?#?0*(\d{1,5})\b", re.IGNORECASE)
_NUMBER = re.compile(r"[^\w]*0*(\d{1,5})\b", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A status of ours; `exact` where the record uses the very word or gives nothing more to keep."""

    status: str
    word: str
    exact: bool


def read_status(text: str) -> Meaning | None:
    """The status that the first line with a known word says, or None."""
    for line in text.splitlines():
        said = " ".join(re.sub(r"[^a-z ]", " ", line.lower()).split())
        for status, words in _MEANINGS:
            for word in words:
                if said == word or said.startswith(f"{word} "):
                    return Meaning(status=status, word=word, exact=word in _SAME)
    return None


def superseded_by(text: str) -> Iterator[str]:
    """The links or numbers of the records that replace this one."""
    return _targets(_BY, text)


def supersedes(text: str) -> Iterator[str]:
    """The links or numbers of the records that this one replaces."""
    return _targets(_OF, text)


def _targets(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for line in text.splitlines():
        if match := pattern.search(line):
            rest = match[1]
            bare = _NUMBER.match(rest)
            yield from _LINK.findall(rest) or _NAMED.findall(rest) or ([bare[1]] if bare else [])
