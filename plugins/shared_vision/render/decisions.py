"""The pages of decisions."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import groupby

from shared_vision.model.names import DECISION
from shared_vision.model.records import Decision, DecisionStatus
from shared_vision.model.site import Page
from shared_vision.model.told import Line, Telling
from shared_vision.render.again import AGAIN, Again, again
from shared_vision.render.book import Book, affected, taking_part
from shared_vision.render.deciding import deciding
from shared_vision.render.engine import findable, make_page
from shared_vision.render.filters import Filter, chosen, said
from shared_vision.render.here import Here
from shared_vision.render.trail import trail


def decision_pages(book: Book) -> Iterator[Page]:
    """The changelog, then a page each."""
    yield _index(book)
    yield from (_page(book, decision) for decision in book.decisions)


def _index(book: Book) -> Page:
    say = book.wording.say
    return make_page(
        Here(book=book, path="decisions/index"),
        "decisions",
        title=say("Decisions"),
        description=book.wording.plural(
            "What was decided, when and why: {number} decision.",
            "What was decided, when and why: {number} decisions.",
            len(book.decisions),
        ),
        section=say("Decisions"),
        months=list(months(book, book.decisions)),
        filters=_filters(book),
        goals_of=lambda decision: decided_goals(book, decision),
        partners_of=lambda decision: dict.fromkeys(taking_part(decision)),
        again=lambda decision: again(decision, book.measures.today),
        late=[one.id for one in book.decisions if again(one, book.measures.today) is Again.LATE],
        broken=[record for record in book.document.broken if record.kind == "decisions"],
    )


def months(book: Book, decisions: Iterable[Decision]) -> Iterator[tuple[str, list[Decision]]]:
    """Decisions by month, as sorted."""
    for _, found in groupby(decisions, key=lambda decision: (decision.date.year, decision.date.month)):
        group = list(found)
        yield book.wording.month(group[0].date), group


def decided_goals(book: Book, decision: Decision) -> tuple[str, ...]:
    """The goals a decision is about, directly or by their KPIs."""
    found: dict[str, None] = {}
    for kind, _, record in (ref.partition("/") for ref in affected(decision)):
        goals = (
            (record,)
            if kind == "goals"
            else [goal.id for goal in book.goals_of[record]]
            if kind == "kpis"
            else ()
        )
        found.update(dict.fromkeys(goals))
    return tuple(found)


def _filters(book: Book) -> tuple[Filter, ...]:
    decisions, say = book.decisions, book.wording.say
    years = [str(decision.date.year) for decision in decisions]
    return (
        chosen("status", say("Status"), said(DECISION, say), [decision.status for decision in decisions]),
        chosen(
            "goal",
            say("Goal"),
            book.goal_titles,
            [goal for one in decisions for goal in decided_goals(book, one)],
        ),
        chosen(
            "partner",
            say("Partner"),
            book.partner_titles,
            [who for one in decisions for who in set(taking_part(one))],
        ),
        chosen(
            "again",
            say("To be looked at again"),
            said(AGAIN, say),
            [again(one, book.measures.today) for one in decisions],
        ),
        chosen("year", say("Year"), {year: year for year in years}, years),
    )


def _changed_since(book: Book, decision: Decision) -> tuple[tuple[Telling, Line], ...]:
    """What a decision that stands is about, and has changed afterwards for another reason."""
    if decision.status is not DecisionStatus.ACCEPTED:
        return ()
    later = book.changed_since(affected(decision), decision.date + timedelta(days=1))
    return tuple((telling, line) for telling, line in later if decision.id not in line.decisions)


def _page(book: Book, decision: Decision) -> Page:
    here = Here(book=book, path=f"decisions/{decision.id}")
    text = f"{decision.context} {decision.decision if decision.summary else ''}"
    status = book.wording.say(DECISION[decision.status])
    credited = [option.title for option in decision.options]
    partners = [book.partner(name) for name in dict.fromkeys(taking_part(decision))]
    return make_page(
        here,
        "decision",
        title=decision.title,
        description=decision.summary or decision.decision or decision.title,
        found=findable(status, *partners, text[:600], *credited, *decision.tags),
        crumbs=trail(here),
        decision=decision,
        state=again(decision, book.measures.today),
        replaced_by=book.replaced_by[decision.id],
        changed_since=_changed_since(book, decision),
        deciding=deciding(here, decision),
    )
