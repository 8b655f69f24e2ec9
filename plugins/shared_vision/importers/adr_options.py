"""The options that a decision record weighs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shared_vision.importers.adr_markdown import Section, items, plain, sections
from shared_vision.importers.short import shorten, slug_words

_DASH = re.compile(r" [-–—] ")
_CHOSEN = re.compile(r"chosen option:?\**:?\s*", re.IGNORECASE)
_BECAUSE = re.compile(r",?\s*because:?\s*", re.IGNORECASE)
_GOOD = re.compile(r"[*+-]\s+(?:\*\*)?(?:good|pro)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """An option as the record describes it."""

    title: str
    text: str = ""
    valued_for: str = ""
    outcome: str = ""
    because: str = ""


def listed_options(text: str) -> tuple[Weighed, ...]:
    """The options of a section: its list items, or its sub-headings with what is below them."""
    _, below = sections(text, 3)
    if below:
        return tuple(_described(Weighed(title=_title(section.title)), section) for section in below)
    return tuple(_item(item[2:]) for marker, item in items(text) if marker)


def with_arguments(options: Sequence[Weighed], text: str) -> tuple[Weighed, ...]:
    """The options with their pros or cons; a heading that is no listed option becomes one."""
    found = list(options)
    for section in sections(text, 3)[1]:
        words = slug_words(plain(section.title))
        index = next((number for number, option in enumerate(found) if _same(option, words)), len(found))
        if index == len(found):
            found.append(Weighed(title=_title(section.title)))
        found[index] = _described(found[index], section)
    return tuple(found)


def with_outcome(options: Sequence[Weighed], decision: str) -> tuple[Weighed, ...]:
    """The options with the one that `Chosen option:` names as chosen, the others as rejected."""
    match = _CHOSEN.search(decision)
    chosen = _named(options, decision[match.end() :]) if match else None
    if match is None or chosen is None:
        return tuple(options)
    because = _reason(decision[match.end() :], chosen)
    return tuple(
        replace(option, outcome="chosen", because=because)
        if option == chosen
        else replace(option, outcome="rejected")
        for option in options
    )


def _item(markdown: str) -> Weighed:
    head = _DASH.split(markdown, maxsplit=1)[0]
    rest = markdown[len(head) :].strip(" -–—")
    title = _title(head)
    whole = " ".join(markdown.split())
    if title != " ".join(head.split()).strip('"'):
        rest = markdown.strip() if whole != f"`{title}`" else ""  # the links in it are not lost
    return Weighed(title=title, text=rest)


def _title(markdown: str) -> str:
    words = plain(markdown).rstrip(":")
    quoted = len(words) > 1 and words[0] == words[-1] == '"' and words.count('"') == 2
    return shorten(words.strip('"') if quoted else words) or "Option"


def _described(option: Weighed, section: Section) -> Weighed:
    good: list[str] = []
    other = [option.text] if option.text else []
    for marker, piece in items(section.text):
        is_good = bool(marker) and bool(_GOOD.match(piece))
        (good if is_good else other).append(piece.strip("\n") if is_good else piece)
    return replace(option, valued_for="\n".join(good), text=_joined(other))


def _joined(pieces: Sequence[str]) -> str:
    return "\n".join(pieces).strip("\n")


def _same(option: Weighed, words: tuple[str, ...]) -> bool:
    other = slug_words(option.title)
    short = min(len(words), len(other))
    return short > 0 and words[:short] == other[:short]


def _named(options: Sequence[Weighed], text: str) -> Weighed | None:
    """The option whose words the text begins with; of several the longest."""
    said = slug_words(plain(text.split("\n\n", maxsplit=1)[0]))
    fitting = [
        option for option in options if said[: len(slug_words(option.title))] == slug_words(option.title)
    ]
    return max(fitting, key=lambda option: len(option.title), default=None)


def _reason(text: str, chosen: Weighed) -> str:
    """What follows `because`, to the end of the paragraph, or the list that it announces."""
    paragraphs = _paragraphs(text)
    first = next(paragraphs, "")
    own = len(_BECAUSE.findall(chosen.title))  # the option's name may have the word itself
    clauses = list(_BECAUSE.finditer(first))
    if len(clauses) <= own:
        return ""
    return (first[clauses[own].end() :] or next(paragraphs, "")).strip()


def _paragraphs(text: str) -> Iterator[str]:
    return (part.strip("\n").rstrip() for part in re.split(r"\n[ \t]*\n", text))
