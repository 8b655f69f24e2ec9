"""What is new, for programs that follow sites: an Atom feed and the same as JSON Feed."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from shared_vision.model.document import Document, titles
from shared_vision.model.names import DECISION, KIND, OUTCOME
from shared_vision.model.records import Decision, Update
from shared_vision.model.settings import Settings
from shared_vision.model.site import Asset
from shared_vision.model.wording import Wording

MOST = 100
_DECISION, _UPDATE = KIND["decisions"], KIND["updates"]
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, not even escaped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """Something new: `url` is its page, which stays its name; all texts are plain."""

    url: str
    title: str
    told: date
    changed: date
    authors: tuple[str, ...]
    summary: str
    content: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    """Makes entries of records."""

    titles: Mapping[str, str]
    settings: Settings
    wording: Wording

    def decision(self, decision: Decision) -> _Entry:
        """What was decided or proposed, why, and what was good about each way."""
        answered = [position.on for position in decision.positions if position.on]
        status = self.wording.say(DECISION[decision.status])
        short = decision.summary or decision.decision or decision.context
        return _Entry(
            url=self.settings.address(f"decisions/{decision.id}"),
            title=self.wording.say(_DECISION, title=decision.title),
            told=decision.date,
            changed=max([decision.date, *answered]),
            authors=self._partners(decision.decided_by),
            summary=f"{status}. {' '.join(short.split())}".strip(),
            content=_paragraphs(self._decided(decision)),
            tags=decision.tags,
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


def export_feeds(document: Document, today: date, settings: Settings, wording: Wording) -> tuple[Asset, ...]:
    """`feed.xml` and `feed.json`: the latest decisions and updates; none where the site has no address."""
    if not settings.site_url:
        return ()
    entries = _entries(document, today, _Teller(titles=titles(document), settings=settings, wording=wording))
    return (
        Asset(path="feed.xml", content=_atom(document, today, settings, entries).encode()),
        Asset(path="feed.json", content=_json(document, settings, entries).encode()),
    )


def _entries(document: Document, today: date, teller: _Teller) -> list[_Entry]:
    told = [teller.decision(one) for one in document.decisions.values() if one.date <= today]
    told += [teller.update(one) for one in document.updates.values() if one.date <= today]
    return sorted(told, key=lambda entry: (-entry.told.toordinal(), entry.url))[:MOST]


def _paragraphs(parts: Iterable[tuple[str, str]]) -> str:
    return "\n\n".join(f"{heading}\n{text.strip()}" for heading, text in parts if text.strip())


def _atom(document: Document, today: date, settings: Settings, entries: list[_Entry]) -> str:
    """The feed by RFC 4287."""
    vision, home = document.vision, settings.address("index")
    changed = max((entry.changed for entry in entries), default=today)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_xml(settings.language)}">',
        f"<id>{_xml(settings.site_url)}</id>",
        f"<title>{_xml(vision.title)}</title>",
        f"<subtitle>{_xml(vision.summary or vision.statement)}</subtitle>",
        f"<updated>{_moment(changed)}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{_xml(settings.site_url)}feed.xml"/>',
        f'<link rel="alternate" type="text/html" href="{_xml(home)}"/>',
        f"<author><name>{_xml(vision.title)}</name></author>",
        *map(_atom_entry, entries),
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


def _json(document: Document, settings: Settings, entries: list[_Entry]) -> str:
    """The feed by JSON Feed 1.1."""
    vision = document.vision
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": vision.title,
        "description": vision.summary or vision.statement,
        "home_page_url": settings.address("index"),
        "feed_url": f"{settings.site_url}feed.json",
        "language": settings.language,
        "authors": [{"name": vision.title}],
        "items": [_json_item(entry) for entry in entries],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


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
