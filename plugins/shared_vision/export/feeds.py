"""What is new, for programs that follow sites: an Atom feed and the same as JSON Feed."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import NamedTuple

from shared_vision.model.document import Document, titles
from shared_vision.model.ideas import told_by
from shared_vision.model.names import ANSWERED, DECISION, KIND, OUTCOME
from shared_vision.model.records import Decision, Idea, Update
from shared_vision.model.settings import Settings
from shared_vision.model.site import Asset
from shared_vision.model.wording import Wording

MOST = 100
_DECISION, _IDEA, _UPDATE = KIND["decisions"], KIND["ideas"], KIND["updates"]
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, not even escaped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """Something new: `url` is its page, which stays its name; all texts are plain.

    `refs` are the goals that it is about and the partners who had a part in it.
    """

    url: str
    title: str
    told: date
    changed: date
    authors: tuple[str, ...]
    summary: str
    content: str
    refs: frozenset[str]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    """Makes entries of records."""

    titles: Mapping[str, str]
    today: date
    settings: Settings
    wording: Wording
    goals_of: Mapping[str, tuple[str, ...]]
    """The goals that a KPI belongs to, by its id."""

    def decision(self, decision: Decision) -> _Entry:
        """What was decided or proposed, why, and what was good about each way."""
        answered = [position.on for position in decision.positions if position.on]
        status = self.wording.say(DECISION[decision.status])
        short = decision.summary or decision.decision or decision.context
        return _Entry(
            url=self.settings.address(f"decisions/{decision.id}"),
            title=self.wording.say(_DECISION, title=decision.title),
            told=decision.date,
            changed=max([decision.date, *(day for day in answered if day <= self.today)]),
            authors=self._partners(decision.decided_by),
            summary=f"{status}. {' '.join(short.split())}".strip(),
            content=_paragraphs(self._decided(decision)),
            refs=frozenset((*self._goals(decision), *_at_work(decision))),
            tags=decision.tags,
        )

    def _goals(self, decision: Decision) -> Iterator[str]:
        kpis = [f"kpis/{expected.kpi}" for expected in decision.expects]
        for kind, _, name in (ref.partition("/") for ref in (*decision.affects, *kpis)):
            if kind == "goals":
                yield f"goals/{name}"
            elif kind == "kpis":
                yield from (f"goals/{goal}" for goal in self.goals_of.get(name, ()))

    def idea(self, idea: Idea) -> _Entry:
        """What a partner would like to see done, and what was answered."""
        say, answer = self.wording.say, idea.answer
        parts = [(say("What it would make better"), idea.problem)]
        if answer:
            parts += [
                (say("Status"), say(ANSWERED[answer.outcome])),
                (say("What we valued in it"), answer.valued_for),
                (say("What we answered"), answer.text),
            ]
        return _Entry(
            url=self.settings.address(f"ideas/{idea.id}"),
            title=self.wording.say(_IDEA, title=idea.title),
            told=idea.date,
            changed=answer.on if answer else idea.date,
            authors=self._partners((idea.by,)),
            summary=" ".join((idea.summary or idea.problem).split()),
            content=_paragraphs(parts),
            refs=frozenset(
                (
                    f"partners/{idea.by}",
                    *((f"partners/{answer.by}",) if answer else ()),
                    *(f"goals/{goal}" for goal in idea.goals),
                )
            ),
            tags=idea.tags,
        )

    def _decided(self, decision: Decision) -> Iterator[tuple[str, str]]:
        say = self.wording.say
        yield say("Status"), say(DECISION[decision.status])
        yield say("What made it necessary"), decision.context
        yield say("What we weighed"), "\n".join(self._weighed(decision))
        proposed = decision.status == "proposed"
        yield say("What we propose") if proposed else say("What we decided"), decision.decision
        yield say("What follows from it"), decision.consequences

    def _weighed(self, decision: Decision) -> Iterator[str]:
        for option in decision.options:
            outcome = f" ({self.wording.say(OUTCOME[option.outcome])})" if option.outcome else ""
            valued = f" – {option.valued_for}" if option.valued_for else ""
            yield f"• {option.title}{outcome}{valued}"

    def update(self, update: Update) -> _Entry:
        """What a partner told."""
        lines = tuple(self._told(update))
        partner = "".join(self._partners((update.by,)))
        return _Entry(
            url=f"{self.settings.address('updates/index')}#u-{update.id}",
            title=self.wording.say(_UPDATE, title=update.title or partner),
            told=update.date,
            changed=update.date,
            authors=(partner,),
            summary=lines[0] if lines else "",
            content="\n\n".join(lines),
            refs=frozenset((f"partners/{update.by}", *(f"goals/{about.id}" for about in update.goals))),
            tags=update.tags,
        )

    def _told(self, update: Update) -> Iterator[str]:
        say = self.wording.say
        if update.no_change:
            yield say("Nothing new.")
        for about in update.goals:
            if about.note:
                yield f"{self._title('goals', about.id)}: {about.note}"
        yield from (say("In the way: {what}", what=what) for what in update.blockers)
        yield from (say("Asks: {what}", what=what) for what in update.asks)
        if update.body:
            yield update.body

    def _partners(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._title("partners", one) for one in ids)

    def _title(self, kind: str, name: str) -> str:
        return self.titles.get(f"{kind}/{name}", name)


def _at_work(decision: Decision) -> Iterator[str]:
    """The partners who had a part in a decision."""
    proposed = (option.proposed_by for option in decision.options if option.proposed_by)
    answered = (position.partner for position in decision.positions)
    for partner in (*decision.decided_by, *proposed, *answered, *decision.consulted, *decision.informed):
        yield f"partners/{partner}"


def export_feeds(document: Document, today: date, settings: Settings, wording: Wording) -> Iterator[Asset]:
    """`feed.xml` and `feed.json` with what is new; none where the site has no address.

    Then the same for each goal and each partner: `goals/<id>.xml`, `goals/<id>.json` and so on.
    """
    if not settings.site_url:
        return
    goals: defaultdict[str, list[str]] = defaultdict(list)
    for goal in document.goals.values():
        for link in goal.kpis:
            goals[link.id].append(goal.id)
    teller = _Teller(
        today=today,
        titles=titles(document),
        settings=settings,
        wording=wording,
        goals_of={kpi: tuple(found) for kpi, found in goals.items()},
    )
    entries = [_Written.of(entry) for entry in _entries(document, today, teller)]
    vision = document.vision
    about = _Feed("feed", "index", vision.title, vision.summary or vision.statement)
    yield from _both(about, entries[:MOST], vision.title, today, settings)
    by_ref: defaultdict[str, list[_Written]] = defaultdict(list)
    for written in entries:
        for ref in written.entry.refs:
            by_ref[ref].append(written)
    for record in (*document.goals.values(), *document.partners.values()):
        ref = f"{record.kind}/{record.id}"
        feed = _Feed(ref, ref, f"{vision.title}: {record.title}", record.summary)
        yield from _both(feed, by_ref[ref][:MOST], vision.title, today, settings)


class _Feed(NamedTuple):
    """A feed: its files without suffix, the page it belongs to, what it is called."""

    path: str
    page: str
    title: str
    about: str


class _Written(NamedTuple):
    """An entry as both feeds have it, written once for all that hold it."""

    entry: _Entry
    atom: str
    item: dict[str, object]

    @classmethod
    def of(cls, entry: _Entry) -> "_Written":
        """An entry written."""
        return cls(entry, _atom_entry(entry), _json_item(entry))


def _both(
    feed: _Feed, entries: list[_Written], author: str, today: date, settings: Settings
) -> Iterator[Asset]:
    yield Asset(path=f"{feed.path}.xml", content=_atom(feed, entries, author, today, settings).encode())
    yield Asset(path=f"{feed.path}.json", content=_json(feed, entries, author, settings).encode())


def _entries(document: Document, today: date, teller: _Teller) -> list[_Entry]:
    told = [teller.decision(one) for one in document.decisions.values() if one.date <= today]
    told += [teller.idea(one) for one in told_by(document, today)]
    told += [teller.update(one) for one in document.updates.values() if one.date <= today]
    return sorted(told, key=lambda entry: (-entry.told.toordinal(), entry.url))


def _paragraphs(parts: Iterable[tuple[str, str]]) -> str:
    return "\n\n".join(f"{heading}\n{text.strip()}" for heading, text in parts if text.strip())


def _atom(feed: _Feed, entries: list[_Written], author: str, today: date, settings: Settings) -> str:
    """The feed by RFC 4287."""
    home = settings.address(feed.page)
    changed = max((one.entry.changed for one in entries), default=today)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_xml(settings.language)}">',
        f"<id>{_xml(home)}</id>",
        f"<title>{_xml(feed.title)}</title>",
        f"<subtitle>{_xml(feed.about)}</subtitle>",
        f"<updated>{_moment(changed)}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{_xml(settings.site_url + feed.path)}.xml"/>',
        f'<link rel="alternate" type="text/html" href="{_xml(home)}"/>',
        f"<author><name>{_xml(author)}</name></author>",
        *(one.atom for one in entries),
        "</feed>\n",
    ]
    return "\n".join(lines)


def _atom_entry(entry: _Entry) -> str:
    parts = [
        f"<id>{_xml(entry.url)}</id>",
        f"<title>{_xml(entry.title)}</title>",
        f"<published>{_moment(entry.told)}</published>",
        f"<updated>{_moment(entry.changed)}</updated>",
        f'<link rel="alternate" type="text/html" href="{_xml(entry.url)}"/>',
        *(f"<author><name>{_xml(name)}</name></author>" for name in entry.authors),
        *(f'<category term="{_xml(tag)}"/>' for tag in entry.tags),
        f"<summary>{_xml(entry.summary)}</summary>",
        f'<content type="text">{_xml(entry.content)}</content>',
    ]
    return "\n".join(("<entry>", *parts, "</entry>"))


def _json(feed: _Feed, entries: list[_Written], author: str, settings: Settings) -> str:
    """The feed by JSON Feed 1.1."""
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.about,
        "home_page_url": settings.address(feed.page),
        "feed_url": f"{settings.site_url}{feed.path}.json",
        "language": settings.language,
        "authors": [{"name": author}],
        "items": [one.item for one in entries],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _json_item(entry: _Entry) -> dict[str, object]:
    return {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_text": entry.content or entry.title,
        "date_published": _moment(entry.told),
        "date_modified": _moment(entry.changed),
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.tags),
    }


def _moment(day: date) -> str:
    return f"{day}T00:00:00Z"


def _xml(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))
