"""What is asked of the partners, and what comes next."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from shared_vision.model.records import DecisionStatus, GoalStatus, InitiativeStatus, Record
from shared_vision.render.book import Book
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, safe
from shared_vision.render.owing import Ask, asked_here, asks_of, when_here
from shared_vision.render.words import ASK, COMING

MOST_COMING = 6
_FRESH = timedelta(days=60)
"""What was asked in a partner's latest update is asked for so long."""
_AHEAD = timedelta(days=400)


class Event(NamedTuple):
    """Something that is due on a day."""

    day: date
    what: str
    ref: str
    text: str = ""

    @property
    def late(self) -> bool:
        """Whether it should have been there: nobody set a day for a wish."""
        return False


Asked = Ask | Event
"""What is asked of partners by their own rules, or by each other."""


def asks(book: Book) -> Iterator[Asked]:
    """What somebody should see to now: what is asked of partners, what they wish, goals without an owner."""
    yield from asks_of(book.measures.owed)
    yield from _wishes(book)
    for goal in book.active_goals:
        if not goal.owner and book.document.partners:
            yield Event(book.measures.today, "owner", f"goals/{goal.id}")


def _wishes(book: Book) -> Iterator[Event]:
    """What each partner asked for when it was last heard."""
    for partner in book.document.partners:
        for update in book.updates_of[partner][:1]:
            if book.measures.today - update.date <= _FRESH:
                yield from (Event(update.date, "update", f"partners/{partner}", text) for text in update.asks)


def upcoming(book: Book) -> list[Event]:
    """What is to happen from today on, the next first."""
    return sorted(_coming(book))


def _coming(book: Book) -> Iterator[Event]:
    today = book.measures.today
    for day, what, ref in _dates(book):
        if day and today <= day <= today + _AHEAD:
            yield Event(day, what, ref)


class Calendar:
    """What is to happen, looked up by what it happens to."""

    def __init__(self, book: Book) -> None:
        self._by_ref: defaultdict[str, list[Event]] = defaultdict(list)
        for event in upcoming(book):
            self._by_ref[event.ref].append(event)

    def about(self, ref: str, related: Iterable[Record]) -> list[Event]:
        """What happens next to a record, or to what was decided and is done about it."""
        refs = {ref, *(f"{record.kind}/{record.id}" for record in related)}
        return sorted(event for one in refs for event in self._by_ref.get(one, ()))[:MOST_COMING]


def _dates(book: Book) -> Iterator[tuple[date | None, str, str]]:
    for decision in book.decisions:
        if decision.status is DecisionStatus.ACCEPTED:
            yield decision.review_on, "review", f"decisions/{decision.id}"
    for goal in book.active_goals:
        if goal.status is not GoalStatus.ACHIEVED:
            yield goal.due, "due", f"goals/{goal.id}"
    for initiative in book.document.initiatives.values():
        if initiative.status in {InitiativeStatus.PLANNED, InitiativeStatus.RUNNING}:
            yield initiative.start, "start", f"initiatives/{initiative.id}"
            yield initiative.end, "end", f"initiatives/{initiative.id}"


def ask(here: Here, asked: Asked) -> Markup:
    """Who is asked for what, since when or by when."""
    if isinstance(asked, Ask):
        when = when_here(here, asked.owed)
        quiet = f' <span class="sv-quiet">{when}</span>' if when else ""
        return safe(f"{_who(here, asked.partners)} {asked_here(here, asked.owed)}{quiet}")
    if asked.what == "update":
        return safe(f"{here.link(asked.ref)} {_said(here, ASK['update'], what=here.said(asked.text))}")
    return safe(f"{_who(here, ())} {_said(here, ASK['owner'], what=here.link(asked.ref))}")


def _who(here: Here, partners: tuple[str, ...]) -> Markup:
    everyone = safe(here.book.wording.say("All"))
    return safe(f"{here.links('partners', partners) if partners else everyone}:")


def coming(here: Here, event: Event) -> Markup:
    """What happens on a day."""
    return _said(here, COMING[event.what], what=here.link(event.ref))


def _said(here: Here, message: str, **parts: Markup) -> Markup:
    return safe(here.book.wording.say(message, **parts))
