"""A decision record in Nygard's or the MADR form, understood."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shared_vision.importers.adr_dates import find_date
from shared_vision.importers.adr_links import inline_links
from shared_vision.importers.adr_markdown import Section, front_matter, plain, sections, without_comments
from shared_vision.importers.adr_options import Weighed, listed_options, with_arguments, with_outcome
from shared_vision.importers.foreign_yaml import read_mapping, text_of, texts_of
from shared_vision.importers.short import shorten

_NUMBERED = re.compile(r"(?:M?ADR[ -]?\d+|\d+(?=[.:)]))[.:)]?\s*(?:[-–—:]\s+)?", re.IGNORECASE)
_META = re.compile(r"(?:[*+-]\s+)?\**(status|date)\**:\**[ \t]*(.*?)[ \t]*", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{.*\}|\[.*\]|<.*>")
_CONTEXT = ("context", "context and problem statement", "context and problem", "problem", "issue")
_DECISION = ("decision outcome", "decision", "proposal", "solution", "resolution")
_OPTIONS = ("considered options", "options", "options considered", "alternatives", "considered alternatives")
_ARGUMENTS = ("pros and cons of the options", "pros and cons")
_CONSEQUENCES = ("consequences", "positive consequences", "negative consequences")
_PEOPLE = ("decision-makers", "deciders", "consulted", "informed")
_OURS = frozenset(("status", "date", "title", "tags", "supersedes", "superseded-by", *_PEOPLE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What a record says; an empty text where it says nothing."""

    title: str
    date: str
    status: str
    context: str
    decision: str
    consequences: str
    options: tuple[Weighed, ...]
    body: str
    tags: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def is_record(self) -> bool:
        """Whether it decides or weighs anything."""
        return bool(self.decision or self.context or self.options)

    @property
    def is_template(self) -> bool:
        """Whether the title waits to be filled in."""
        return bool(_PLACEHOLDER.fullmatch(self.title)) or self.title.lower() in (
            "template",
            "title",
            "adr template",
        )


class _Sections:
    """The sections of a record, each taken once."""

    def __init__(self, found: Sequence[Section]) -> None:
        self.left = list(found)

    def take(self, names: Sequence[str]) -> str:
        """The text of the first section with one of the names, the names in order."""
        for name in names:
            for section in self.left:
                if section.name == name:
                    self.left.remove(section)
                    return section.text
        return ""

    def rest(self, before: str, level: int = 2) -> str:
        """Everything that nobody took, as Markdown."""
        parts = [before, *(f"{'#' * level} {section.title}\n\n{section.text}" for section in self.left)]
        return "\n\n".join(part.strip("\n") for part in parts if part.strip())


def parse_record(text: str) -> Parsed:
    """The parts of a record."""
    front, markdown = front_matter(text.replace("\r\n", "\n"))
    meta = read_mapping(front.encode())
    visible = without_comments(markdown)
    before, top = sections(inline_links(visible), 1)
    title, rest = (top[0].title, top[0].text) if top else (text_of(meta, "title"), before)
    more = "\n\n".join(f"# {section.title}\n\n{section.text}" for section in top[1:])
    preamble, found = sections(f"{rest}\n\n{more}", 2)
    said, preamble = _said(preamble)
    parts = _Sections(found)
    status = parts.take(("status",)) or text_of(meta, "status") or said.get("status", "")
    date = parts.take(("date",)) or said.get("date", "") or text_of(meta, "date")
    decision, consequences = _outcome(parts)
    options = _options(parts, decision)
    return Parsed(
        title=shorten(_NUMBERED.sub("", plain(title), count=1) or plain(title)),
        date=find_date(date),
        status="\n".join([status, *_links(meta)]).strip(),
        context=parts.take(_CONTEXT).strip("\n"),
        decision=decision,
        consequences=consequences,
        options=options,
        body=parts.rest("\n\n".join(part for part in (_people(meta), preamble) if part)),
        tags=texts_of(meta, "tags"),
        unused=(
            *(f"{key} in the front matter" for key in meta if key not in _OURS),
            *(["HTML comments"] if visible != markdown else []),
        ),
    )


def _said(preamble: str) -> tuple[Mapping[str, str], str]:
    """Lines such as `Date: 2021-08-10` below the title, and the rest."""
    said: dict[str, str] = {}
    rest = []
    for line in preamble.split("\n"):
        match = _META.fullmatch(line.strip())
        if match and match[1].lower() not in said:
            said[match[1].lower()] = match[2]
        else:
            rest.append(line)
    return said, "\n".join(rest).strip("\n").rstrip()


def _outcome(parts: _Sections) -> tuple[str, str]:
    """Decision and consequences; MADR has the latter below the former."""
    before, below = sections(parts.take(_DECISION), 3)
    inner = _Sections(below)
    consequences = [parts.take(_CONSEQUENCES[:1])]
    for name in _CONSEQUENCES:
        text = inner.take((name,))
        consequences.append(
            text if name == "consequences" or not text else f"### {name.capitalize()}\n\n{text}"
        )
    return inner.rest(before, 3), "\n\n".join(text for text in consequences if text.strip())


def _options(parts: _Sections, decision: str) -> tuple[Weighed, ...]:
    listed = parts.take(_OPTIONS)
    options = listed_options(listed)
    if listed and not options:
        parts.left.append(Section(title="Options", text=listed))
    elif intro := sections(listed, 3)[0] if sections(listed, 3)[1] else "":
        parts.left.append(Section(title="Options", text=intro))
    arguments = parts.take(_ARGUMENTS)
    options = with_arguments(options, arguments)
    if arguments and (loose := sections(arguments, 3)[0].strip()):
        parts.left.append(Section(title="Pros and cons of the options", text=loose))
    return with_outcome(options, decision)


def _links(meta: Mapping[str, object]) -> list[str]:
    """Links to other records that stand in the front matter, said as a status section says them."""
    names = (("supersedes", "Supersedes"), ("superseded-by", "Superseded by"))
    return [f"{words} {', '.join(texts_of(meta, key))}" for key, words in names if texts_of(meta, key)]


def _people(meta: Mapping[str, object]) -> str:
    lines = [
        f"* {key.replace('-', ' ').capitalize()}: {', '.join(texts_of(meta, key))}"
        for key in _PEOPLE
        if texts_of(meta, key)
    ]
    return "\n".join(lines)
