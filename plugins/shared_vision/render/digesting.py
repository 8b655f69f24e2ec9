"""What happened in a time, for those who were not there."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from shared_vision.model.catalogue import message
from shared_vision.model.digest import Digest, Item, Picture, Section
from shared_vision.model.measures import Measures
from shared_vision.model.names import ANSWERED, DECISION, STATUS_WITHIN
from shared_vision.model.records import Decision, DecisionStatus, Outcome
from shared_vision.model.told import Mark
from shared_vision.render.attention import by_attention
from shared_vision.render.book import Book
from shared_vision.render.events import upcoming
from shared_vision.render.owing import asked, asks_of, named, when
from shared_vision.render.sentences import gist, headline
from shared_vision.render.trending import WITHIN_NOISE, worth_telling
from shared_vision.render.words import COMING, GAP

MOST = 12
"""So many items a section tells; the rest is counted."""
_PICTURES = 3
_SOON = timedelta(days=30)
_LONGEST = 240
_TOLD_ELSEWHERE = ("decisions/", "ideas/", "updates/")


def digest(book: Book, before: Measures, since: date) -> Digest:
    """What happened after a day up to the day of the book; `before` are the measures of that day.

    Statuses are compared by today's rules and targets, each value taken as known from the end of its period.
    """
    say, until = book.wording.say, book.measures.today
    happened = tuple(one for one in _happened(book, before, since) if one.items)
    ahead = tuple(one for one in _ahead(book, since) if one.items)
    moved = _changed(book, before)
    gap = book.story.gap
    return Digest(
        title=book.document.vision.title,
        days=say(
            "{first} to {last}",
            first=book.wording.day(since + timedelta(days=1)),
            last=book.wording.day(until),
        ),
        lead=_lead(book, since, len(moved)) if happened else say(_QUIET),
        sections=(*happened, *ahead),
        until=until,
        pictures=tuple(
            Picture(kpi=kpi.id, title=kpi.title, said=headline(kpi, book.measures.kpis[kpi.id], book.wording))
            for kpi in by_attention((book.document.kpis[one] for one in moved), book.measures.kpis)
            if kpi.id in book.charts
        )[:_PICTURES],
        foot=say(GAP[gap]) if gap else "",
    )


_QUIET = message("It was a quiet time: nothing was decided, nothing new was told, and no status changed.")


def _lead(book: Book, since: date, moved: int) -> str:
    decided = len(list(_decided_since(book, since)))
    plural = book.wording.plural
    told = [
        plural("{number} decision was made.", "{number} decisions were made.", decided) if decided else "",
        plural("The status of {number} KPI changed.", "The status of {number} KPIs changed.", moved)
        if moved
        else "",
    ]
    said = " ".join(one for one in told if one)
    return said or book.wording.say("Nothing was decided, and no status changed.")


def _happened(book: Book, before: Measures, since: date) -> Iterator[Section]:
    say = book.wording.say
    yield section(book, say("What was decided"), _decided(book, since))
    yield section(book, say("What moved"), _moved(book, before))
    yield section(book, say("What is new"), _new(book, since))
    yield section(book, say("What partners told"), _told(book, since))
    yield section(book, say("Thank you"), _thanks(book, since))


def _ahead(book: Book, since: date) -> Iterator[Section]:
    say = book.wording.say
    yield section(book, say("What is asked of us"), (*asked_items(book), *_wishes(book, since)))
    yield section(book, say("What is coming"), _coming(book))


def section(book: Book, heading: str, items: Iterable[Item]) -> Section:
    """Items under a heading; those beyond `MOST` are counted."""
    found = tuple(items)
    left = len(found) - MOST
    more = book.wording.plural("and {number} more", "and {number} more", left) if left > 0 else ""
    return Section(heading=heading, items=found[:MOST], more=more)


def name(text: str) -> str:
    """A record's name, which each face shows in its own way."""
    return Mark.NAME.around(" ".join(text.split()))


def short(text: str) -> str:
    """A partner's text in one line, or its beginning."""
    return gist(" ".join(text.split()), _LONGEST)


def _within(day: date, since: date, book: Book) -> bool:
    return since < day <= book.measures.today


def _decided_since(book: Book, since: date) -> Iterator[Decision]:
    for decision in book.decisions:
        if decision.status is not DecisionStatus.PROPOSED and _within(decision.date, since, book):
            yield decision


def _decided(book: Book, since: date) -> Iterator[Item]:
    for decision in _decided_since(book, since):
        status = book.wording.say(DECISION[decision.status])
        said = short(decision.summary or decision.decision)
        valued = [
            book.wording.say(
                "Valued in “{option}”: {why}", option=short(one.title), why=short(one.valued_for)
            )
            for one in decision.options
            if one.valued_for and one.outcome is not Outcome.CHOSEN
        ]
        yield Item(
            text=f"{name(decision.title)} ({status})" + (f": {said}" if said else ""),
            note=" ".join(valued),
            path=f"decisions/{decision.id}",
        )


def _changed(book: Book, before: Measures) -> tuple[str, ...]:
    """The KPIs whose status is another than it was."""
    now = book.measures.kpis
    return tuple(kpi for kpi, was in before.kpis.items() if kpi in now and now[kpi].status is not was.status)


def _moved(book: Book, before: Measures) -> Iterator[Item]:
    """Goals and KPIs whose status changed, each with whether that is more than noise."""
    say = book.wording.say
    for goal in book.active_goals:
        was, now = before.goals.get(goal.id), book.measures.goals[goal.id]
        if was and was.status is not now.status:
            yield Item(text=_from_to(book, goal.title, was.status, now.status), path=f"goals/{goal.id}")
    for kpi in by_attention((book.document.kpis[one] for one in _changed(book, before)), book.measures.kpis):
        was_status, now_status = before.kpis[kpi.id].status, book.measures.kpis[kpi.id].status
        movement = book.measures.trends.get(kpi.id)
        if movement and movement.within_noise:
            note = say(WITHIN_NOISE)
        else:
            note = worth_telling(kpi, movement, book.wording) if movement else ""
        text = _from_to(book, kpi.title, was_status, now_status)
        yield Item(text=text, note=note, path=f"kpis/{kpi.id}")
    signals = tuple(_signals(book, before))
    yield from signals
    quiet = len(_with_news(book, before)) - len(signals)
    if quiet > 0:
        yield Item(
            text=book.wording.plural(
                "{number} KPI has a new value and moved no more than usual.",
                "{number} KPIs have new values and moved no more than usual.",
                quiet,
            ),
            path="kpis/index",
        )


def _with_news(book: Book, before: Measures) -> tuple[str, ...]:
    """The KPIs that have a newer value, but the status that they had."""
    changed, now = set(_changed(book, before)), book.measures.kpis
    return tuple(
        kpi
        for kpi, was in before.kpis.items()
        if kpi in now and kpi not in changed and now[kpi].latest != was.latest
    )


def _signals(book: Book, before: Measures) -> Iterator[Item]:
    """KPIs that stand as before, but whose newest value is unusual."""
    for kpi in (book.document.kpis[one] for one in _with_news(book, before)):
        movement = book.measures.trends.get(kpi.id)
        newest = movement is not None and any(signal.back == 0 for signal in movement.unusual)
        if movement and newest and (said := worth_telling(kpi, movement, book.wording)):
            yield Item(text=f"{name(kpi.title)}: {said}", path=f"kpis/{kpi.id}")


def _from_to(book: Book, title: str, was: str, now: str) -> str:
    say = book.wording.say
    return say(
        "{what}: from {before} to {after}",
        what=name(title),
        before=say(STATUS_WITHIN[was]),
        after=say(STATUS_WITHIN[now]),
    )


def _new(book: Book, since: date) -> Iterator[Item]:
    say = book.wording.say
    for decision in book.decisions:
        if decision.status is DecisionStatus.PROPOSED and _within(decision.date, since, book):
            said = say("Proposed: {what}", what=name(decision.title))
            yield Item(text=said, path=f"decisions/{decision.id}")
    for idea in book.ideas:
        if idea.answer and _within(idea.answer.on, since, book):
            outcome = say(ANSWERED[idea.answer.outcome])
            said = say("Answered: {what} ({outcome})", what=name(idea.title), outcome=outcome)
            yield Item(text=said, note=short(idea.answer.text), path=f"ideas/{idea.id}")
        elif _within(idea.date, since, book):
            said = say("An idea of {partner}: {what}", partner=book.partner(idea.by), what=name(idea.title))
            yield Item(text=said, note=short(idea.problem), path=f"ideas/{idea.id}")
    for telling in book.story.tellings:
        if _within(telling.day, since, book):
            for line in telling.news:
                if not line.ref.startswith(_TOLD_ELSEWHERE):
                    yield Item(text=line.text, path=line.ref if line.ref in book.records else "")


def _told(book: Book, since: date) -> Iterator[Item]:
    say = book.wording.say
    for update in book.updates:
        if not _within(update.date, since, book):
            continue
        partner = book.partner(update.by)
        for about in update.goals:
            if about.note:
                said = say(
                    "{partner} on {what}: {note}",
                    partner=partner,
                    what=name(book.title(f"goals/{about.id}")),
                    note=short(about.note),
                )
                yield Item(text=said, path=f"goals/{about.id}")
        for what in update.blockers:
            yield Item(text=say("{partner}, in the way: {what}", partner=partner, what=short(what)))


def _thanks(book: Book, since: date) -> Iterator[Item]:
    say = book.wording.say
    for idea in book.ideas:
        if idea.answer and idea.answer.valued_for and _within(idea.answer.on, since, book):
            said = say(
                "{partner}, for {what}: {why}",
                partner=book.partner(idea.by),
                what=name(idea.title),
                why=short(idea.answer.valued_for),
            )
            yield Item(text=said, path=f"ideas/{idea.id}")
    for decision in _decided_since(book, since):
        for option in decision.options:
            if option.proposed_by and option.valued_for:
                said = say(
                    "{partner}, for {what}: {why}",
                    partner=book.partner(option.proposed_by),
                    what=name(option.title),
                    why=short(option.valued_for),
                )
                yield Item(text=said, path=f"decisions/{decision.id}")


def asked_items(book: Book, *, late: bool = False) -> Iterator[Item]:
    """What is asked of whom by the partners' own rules, the oldest first; only what is late, if wanted."""
    wording = book.wording
    for ask in asks_of(book.measures.owed):
        if ask.owed.late or not late:
            who = wording.listed([book.partner(one) for one in ask.partners]) or wording.say("All")
            names = named(ask.owed, lambda ref: name(book.title(ref)), wording)
            what = asked(ask.owed, names, wording)
            day = when(ask.owed, wording.day(ask.owed.day), wording) if ask.owed.day else ""
            path = "index" if ask.owed.ref == "vision/vision" else ask.owed.ref
            yield Item(text=f"{who}: {what}" + (f", {day}" if day else ""), path=path)


def _wishes(book: Book, since: date) -> Iterator[Item]:
    for update in book.updates:
        if _within(update.date, since, book):
            for what in update.asks:
                said = book.wording.say(
                    "{partner} asks: {what}", partner=book.partner(update.by), what=short(what)
                )
                yield Item(text=said)


def _coming(book: Book) -> Iterator[Item]:
    for event in upcoming(book):
        if event.day <= book.measures.today + _SOON:
            said = book.wording.say(COMING[event.what], what=name(book.title(event.ref)))
            yield Item(text=f"{book.wording.day(event.day)}: {said}", path=event.ref)
