"""The home page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from shared_vision.model.measures import Freshness, Status
from shared_vision.model.records import DecisionStatus, Goal, GoalStatus, InitiativeStatus, Record, Signature
from shared_vision.model.site import Page
from shared_vision.render.attention import by_attention
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, escape, safe
from shared_vision.render.months import change_line, columns, good
from shared_vision.render.pictures import sparkline
from shared_vision.render.sentences import vision_line
from shared_vision.render.words import ASK, COMING

_FEW = 12
_MOST_CARDS = 24
_CHANGES = 5
_COMING = 6
_FRESH = timedelta(days=60)
"""What was asked in a partner's latest update is asked for so long."""
_AHEAD = timedelta(days=400)


class Event(NamedTuple):
    """Something that is due on a day."""

    day: date
    what: str
    ref: str
    text: str = ""


def home_page(book: Book) -> Page:
    """What the vision is, how it is going, what changed, what comes next."""
    vision, here = book.document.vision, Here(book=book, path="index")
    counts, wanted = status_counts(book), list(asks(book))
    return make_page(
        here,
        "home",
        title=vision.title,
        description=vision.statement or vision.summary or vision.title,
        found=vision.summary,
        section=book.wording.say("Vision"),
        vision=vision,
        agreed=agreed_by(here, vision.signed) if vision.signed else "",
        counts=counts,
        line=vision_line(counts, book.wording),
        change=change_line(counts, book.measures.past, book.wording),
        course=sparkline(tuple(map(good, columns(book.measures.past)))),
        goals=by_attention(_shown_goals(book), book.measures.goals)[:_MOST_CARDS],
        all_goals=len(book.active_goals),
        changes=[decision for decision in book.decisions if decision.date <= book.measures.today][:_CHANGES],
        asks=wanted[:_COMING],
        more=len(wanted) - _COMING,
        ask_for=lambda event: ask(here, event),
        happens=lambda event: coming(here, event),
        coming=upcoming(book)[:_COMING],
        broken=book.document.broken,
    )


def agreed_by(here: Here, signed: tuple[Signature, ...]) -> Markup:
    """Who agreed to the vision, and since when all of them have."""
    wording, partners = here.book.wording, here.book.document.partners
    names = {signature.partner for signature in signed}
    day = here.day(max(signature.on for signature in signed))
    if names == set(partners):
        said = wording.plural(
            "Agreed by its only partner, {day}", "Agreed by all {number} partners, {day}", len(names), day=day
        )
    else:
        said = wording.say(
            "Agreed by {some} of {all} partners, last on {day}", some=len(names), all=len(partners), day=day
        )
    return safe(said)


def status_counts(book: Book) -> Mapping[Status, int]:
    """How many KPIs are in each state, the best first."""
    found = Counter(measure.status for measure in book.measures.kpis.values())
    return {status: found[status] for status in Status if found[status]}


def _shown_goals(book: Book) -> tuple[Goal, ...]:
    """All goals where there are few, else the topmost ones."""
    active = book.active_goals
    return active if len(active) <= _FEW else tuple(goal for goal in active if goal.parent is None)


def asks(book: Book) -> Iterator[Event]:
    """What somebody should see to now: late values, late reviews, open proposals."""
    today = book.measures.today
    late = (Freshness.OVERDUE, Freshness.DORMANT)
    for kpi, measure in book.measures.kpis.items():
        if measure.freshness in late and isinstance(measure.due, date):
            yield Event(measure.due, "value", f"kpis/{kpi}")
    for decision in book.decisions:
        if decision.status is DecisionStatus.PROPOSED:
            yield Event(decision.date, "proposal", f"decisions/{decision.id}")
        if decision.status is DecisionStatus.ACCEPTED and decision.review_on and decision.review_on < today:
            yield Event(decision.review_on, "review", f"decisions/{decision.id}")
    yield from _wishes(book)
    for goal in book.active_goals:
        if not goal.owner and book.document.partners:
            yield Event(today, "owner", f"goals/{goal.id}")


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


def about(events: Iterable[Event], ref: str, related: Iterable[Record]) -> list[Event]:
    """Those of the events that are about a record or what is decided and done about it."""
    refs = {ref, *(f"{record.kind}/{record.id}" for record in related)}
    return [event for event in events if event.ref in refs][:_COMING]


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


def ask(here: Here, event: Event) -> Markup:
    """Who is asked for what."""
    if event.what == "update":
        wanted = safe(escape(event.text))
        return _said(here, ASK[event.what], partner=here.link(event.ref), what=wanted)
    kind, _, name = event.ref.partition("/")
    owner = here.book.document.kpis[name].owner if kind == "kpis" else None
    what = "value-of-all" if event.what == "value" and not owner else event.what
    return _said(
        here, ASK[what], partner=here.partner(owner), what=here.link(event.ref), day=here.day(event.day)
    )


def coming(here: Here, event: Event) -> Markup:
    """What happens on a day."""
    return _said(here, COMING[event.what], what=here.link(event.ref))


def _said(here: Here, message: str, **parts: Markup) -> Markup:
    return safe(here.book.wording.say(message, **parts))
