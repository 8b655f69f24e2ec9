"""What stands in the calendar."""

from collections.abc import Iterator
from datetime import date

from shared_vision.model.calendar import Entry
from shared_vision.model.procedure import procedure
from shared_vision.model.records import DecisionStatus, GoalStatus, InitiativeStatus, Stance
from shared_vision.render.book import Book


def calendar(book: Book) -> tuple[Entry, ...]:
    """Everything with a day from today on, in order of day."""
    found = [entry for entry in _entries(book) if entry.day >= book.measures.today]
    return tuple(sorted(found, key=lambda entry: (entry.day, entry.key)))


def _entries(book: Book) -> Iterator[Entry]:
    yield from _decisions(book)
    yield from _goals(book)
    yield from _kpis(book)
    yield from _initiatives(book)
    yield from _check_ins(book)
    yield from _ideas(book)
    if review := book.measures.vision_review:
        title = book.wording.say("To look at again: {what}", what=book.document.vision.title)
        yield Entry(key="vision-review", day=review, title=title, path="index")


def _decisions(book: Book) -> Iterator[Entry]:
    say, document = book.wording.say, book.document
    for decision in book.decisions:
        key, path = f"decisions-{decision.id}", f"decisions/{decision.id}"
        if decision.status is DecisionStatus.ACCEPTED and decision.review_on:
            title = say("To look at again: {what}", what=decision.title)
            yield Entry(
                key=f"{key}-review",
                day=decision.review_on,
                title=title,
                path=path,
                partners=decision.decided_by,
            )
        if decision.status is not DecisionStatus.PROPOSED:
            continue
        state = procedure(decision, document.vision, tuple(document.partners.values()), book.measures.today)
        if state.last_day:
            title = say("Last day for comments: {what}", what=decision.title)
            yield Entry(key=f"{key}-comments", day=state.last_day, title=title, path=path)
        for partner in state.who(Stance.HOLD):
            day = state.holds_until(partner)
            if day < date.max:
                title = say(
                    "{partner} has asked to wait until now: {what}",
                    partner=book.partner(partner),
                    what=decision.title,
                )
                yield Entry(key=f"{key}-hold-{partner}", day=day, title=title, path=path, partners=(partner,))


def _goals(book: Book) -> Iterator[Entry]:
    for goal in book.active_goals:
        if goal.due and goal.status is not GoalStatus.ACHIEVED:
            owner = (goal.owner,) if goal.owner else ()
            title = book.wording.say("Due: {what}", what=goal.title)
            yield Entry(
                key=f"goals-{goal.id}-due",
                day=goal.due,
                title=title,
                path=f"goals/{goal.id}",
                partners=(*owner, *goal.partners),
            )


def _kpis(book: Book) -> Iterator[Entry]:
    for kpi in book.document.kpis.values():
        owner, path = (kpi.owner,) if kpi.owner else (), f"kpis/{kpi.id}"
        if kpi.target:
            title = book.wording.say("Target due: {what}", what=kpi.title)
            yield Entry(
                key=f"kpis-{kpi.id}-target", day=kpi.target.date, title=title, path=path, partners=owner
            )
        due = book.measures.kpis[kpi.id].due
        if isinstance(due, date) and not kpi.source.computed:
            title = book.wording.say("New value due: {what}", what=kpi.title)
            yield Entry(key=f"kpis-{kpi.id}-value", day=due, title=title, path=path, partners=owner)


def _initiatives(book: Book) -> Iterator[Entry]:
    say = book.wording.say
    for one in book.document.initiatives.values():
        if one.status in {InitiativeStatus.PLANNED, InitiativeStatus.RUNNING}:
            partners = (*((one.owner,) if one.owner else ()), *one.partners)
            for key, day, said in (
                ("start", one.start, say("Starts: {what}", what=one.title)),
                ("end", one.end, say("Ends: {what}", what=one.title)),
            ):
                if day:
                    yield Entry(
                        key=f"initiatives-{one.id}-{key}",
                        day=day,
                        title=said,
                        path=f"initiatives/{one.id}",
                        partners=partners,
                    )


def _check_ins(book: Book) -> Iterator[Entry]:
    """The next days on which updates are due, the same for all partners."""
    title = book.wording.say("Updates are due")
    for day in book.measures.check_ins:
        yield Entry(key=f"updates-{day}", day=day, title=title, path="updates/index")


def _ideas(book: Book) -> Iterator[Entry]:
    for idea in book.ideas:
        heard = book.measures.heard[idea.id]
        if heard.waiting and heard.due:
            title = book.wording.say("Answer due: {what}", what=idea.title)
            yield Entry(
                key=f"ideas-{idea.id}-answer",
                day=heard.due,
                title=title,
                path=f"ideas/{idea.id}",
                partners=heard.asked,
            )
