"""What the next meeting is about."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from shared_vision.model.digest import Digest, Item
from shared_vision.model.measures import Measures, Status
from shared_vision.model.names import STATUS_WITHIN
from shared_vision.model.procedure import Procedure, has_rules, procedure
from shared_vision.model.records import Decision, DecisionStatus, Stance
from shared_vision.model.trend import Course
from shared_vision.render.attention import by_attention
from shared_vision.render.book import Book
from shared_vision.render.digesting import asked_items, name, section, short
from shared_vision.render.sentences import headline
from shared_vision.render.touch import sure_words
from shared_vision.render.trending import worth_telling

_POOR = (Status.OFF_TRACK, Status.MOVING_AWAY)
_LATELY = timedelta(days=60)
_SOON = timedelta(days=30)
_DECIDE, _TALK, _HEAR = 10, 10, 5
"""Minutes suggested for a decision, a signal, a request; a decision with objections takes twice as long."""


def agenda(book: Book, before: Measures) -> Digest:
    """An agenda from what is open as of the book's day; `before` are the measures of a month before."""
    say, today = book.wording.say, book.measures.today
    sections = (
        section(book, say("To decide"), _decisions(book)),
        section(book, say("To talk about"), _signals(book, before)),
        section(book, say("What stands in the way"), _blockers(book)),
        section(book, say("Ideas that wait for an answer"), _ideas(book)),
        section(book, say("To look at again soon"), _reviews(book)),
        section(book, say("What should be there by now"), asked_items(book, late=True)),
    )
    found = tuple(section for section in sections if section.items)
    return Digest(
        title=say("Agenda: {vision}", vision=book.document.vision.title),
        days=book.wording.day(today),
        lead="" if found else say("Nothing is open. Time for an idea?"),
        sections=found,
        until=today,
    )


def _decisions(book: Book) -> Iterator[Item]:
    """Open proposals with what is missing; those with objections, which take longest, first."""
    partners = tuple(book.document.partners.values())
    today = book.measures.today
    found = [
        (decision, procedure(decision, book.document.vision, partners, today))
        for decision in book.decisions
        if decision.status is DecisionStatus.PROPOSED and decision.date <= today
    ]
    for decision, state in sorted(found, key=lambda pair: (not pair[1].who(Stance.OBJECT), pair[0].date)):
        minutes = _DECIDE * (2 if state.who(Stance.OBJECT) else 1)
        yield Item(
            text=f"{name(decision.title)} ({_minutes(book, minutes)})",
            note=" ".join(_missing(book, decision, state)),
            path=f"decisions/{decision.id}",
        )


def _missing(book: Book, decision: Decision, state: Procedure) -> Iterator[str]:
    say = book.wording.say
    proposers = dict.fromkeys(option.proposed_by for option in decision.options if option.proposed_by)
    if proposers:
        yield say("Proposed by {partners}.", partners=_listed(book, proposers))
    for partner in state.who(Stance.OBJECT):
        comment = short(state.answers[partner].comment)
        yield say("{partner} objects: {comment}", partner=book.partner(partner), comment=comment)
    for partner in state.who(Stance.HOLD):
        day = book.wording.day(state.holds_until(partner))
        yield say("{partner} asks to wait, until {day}.", partner=book.partner(partner), day=day)
    if state.silent:
        yield say("Yet to answer: {partners}.", partners=_listed(book, state.silent))
    for partner, said in state.answers.items():
        if said.position is Stance.HOLD and partner not in state.who(Stance.HOLD):
            yield say("{partner} had asked to wait; that time is over.", partner=book.partner(partner))
    if state.carried and has_rules(book.document.vision):
        yield say("By our own rules it is decided: it only has to be written down.")
    elif state.last_day and state.days_left:
        yield say("Comments until {day}.", day=book.wording.day(state.last_day))
    elif state.last_day:
        yield say("The time for comments was over on {day}.", day=book.wording.day(state.last_day))


def _signals(book: Book, before: Measures) -> Iterator[Item]:
    """KPIs that got worse or stand badly and are getting worse, and goals that partners lost trust in."""
    for goal in book.active_goals:
        found = book.measures.confidences.get(goal.id)
        if found and (found.fell or found.fallen):
            said = sure_words(found, book.measures.goals[goal.id].status, book.wording)
            yield _spoken(book, goal.title, said, goal.owner, f"goals/{goal.id}")
    for kpi in by_attention(book.document.kpis.values(), book.measures.kpis):
        now, movement = book.measures.kpis[kpi.id], book.measures.trends.get(kpi.id)
        was = before.kpis.get(kpi.id)
        worse = movement is not None and movement.trend.course is Course.WORSE
        newly = now.status in _POOR and was is not None and was.status is not now.status
        if newly or (worse and not (movement and movement.stale)):
            course = worth_telling(kpi, movement, book.wording) if movement else ""
            said = f"{headline(kpi, now, book.wording)} {course}{'.' * bool(course)}".strip()
            yield _spoken(book, kpi.title, said, kpi.owner, f"kpis/{kpi.id}")
        elif newly and was:
            said = book.wording.say(STATUS_WITHIN[now.status])
            yield _spoken(book, kpi.title, said, kpi.owner, f"kpis/{kpi.id}")


def _spoken(book: Book, title: str, said: str, owner: str | None, path: str) -> Item:
    who = book.wording.say("{partner} begins.", partner=book.partner(owner)) if owner else ""
    text = f"{name(title)} ({_minutes(book, _TALK)})"
    return Item(text=text, note=f"{said} {who}".strip(), path=path)


def _blockers(book: Book) -> Iterator[Item]:
    say = book.wording.say
    for partner in book.document.partners:
        for update in book.updates_of[partner][:1]:
            if book.measures.today - update.date <= _LATELY:
                title = book.partner(partner)
                for what in update.blockers:
                    said = say(
                        "{partner} says what stands in the way: {what}", partner=title, what=short(what)
                    )
                    yield Item(text=f"{said} ({_minutes(book, _HEAR)})")
                for what in update.asks:
                    said = say("{partner} asks: {what}", partner=title, what=short(what))
                    yield Item(text=f"{said} ({_minutes(book, _HEAR)})")


def _ideas(book: Book) -> Iterator[Item]:
    say = book.wording.say
    for idea in reversed(book.ideas):
        if not idea.answer:
            heard = book.measures.heard[idea.id]
            said = say("{what}, an idea of {partner}", what=name(idea.title), partner=book.partner(idea.by))
            who = say("To answer: {partners}.", partners=_listed(book, heard.asked)) if heard.asked else ""
            note = f"{short(idea.problem)} {who}".strip()
            yield Item(text=f"{said} ({_minutes(book, _HEAR)})", note=note, path=f"ideas/{idea.id}")


def _reviews(book: Book) -> Iterator[Item]:
    today = book.measures.today
    for decision in sorted(book.decisions, key=lambda one: (one.review_on or today, one.id)):
        day = decision.review_on
        if decision.status is DecisionStatus.ACCEPTED and day and today < day <= today + _SOON:
            said = book.wording.say("{what}, on {day}", what=name(decision.title), day=book.wording.day(day))
            yield Item(text=said, path=f"decisions/{decision.id}")


def _minutes(book: Book, number: int) -> str:
    return book.wording.plural("{number} minute", "{number} minutes", number)


def _listed(book: Book, partners: Iterable[str]) -> str:
    return book.wording.listed([book.partner(one) for one in partners])
