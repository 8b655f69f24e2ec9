"""The pages of ideas: what partners would like to see done, and what was said to it."""

from collections.abc import Iterator
from typing import NamedTuple

from shared_vision.model.heard import Heard, Waiting
from shared_vision.model.names import ANSWERED
from shared_vision.model.reason import Reason
from shared_vision.model.records import Idea
from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.engine import findable, make_page
from shared_vision.render.filters import Filter, chosen, said
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, safe
from shared_vision.render.trail import trail
from shared_vision.render.words import REASON, WAITING


class Row(NamedTuple):
    """What a partner brought, in words."""

    partner: str
    ideas: int
    answered: str
    options: int
    taken_up: int
    shaped: tuple[str, ...]


def idea_pages(book: Book) -> Iterator[Page]:
    """All ideas with what each partner brought, then a page each."""
    yield _index(book)
    yield from (_page(book, idea) for idea in book.ideas)


def _index(book: Book) -> Page:
    say = book.wording.say
    waiting = [idea for idea in book.ideas if not idea.answer]
    return make_page(
        Here(book=book, path="ideas/index"),
        "ideas",
        title=say("Ideas"),
        description=idea_line(book),
        section=say("Ideas"),
        line=idea_line(book),
        waiting=waiting[::-1],
        answered=[idea for idea in book.ideas if idea.answer],
        filters=_filters(book),
        rows=[_row(book, index) for index in range(len(book.measures.brought))],
        within=book.document.vision.cadence.ideas_answered_within,
        broken=[record for record in book.document.broken if record.kind == "ideas"],
    )


def idea_line(book: Book) -> str:
    """How many ideas there are, and how many of them have an answer."""
    if not book.ideas:
        return book.wording.say("No idea is written down yet.")
    answered = sum(idea.answer is not None for idea in book.ideas)
    return book.wording.plural(
        "{answered} of {number} idea has an answer.",
        "{answered} of {number} ideas have an answer.",
        len(book.ideas),
        answered=answered,
    )


def state_of(book: Book, idea: Idea) -> str:
    """The name of the state that an idea is in, as filters know it."""
    return str(idea.answer.outcome if idea.answer else book.measures.heard[idea.id].waiting)


def _filters(book: Book) -> tuple[Filter, ...]:
    say = book.wording.say
    return (
        chosen(
            "status",
            say("Status"),
            said({**WAITING, **ANSWERED}, say),
            [state_of(book, idea) for idea in book.ideas],
        ),
        chosen("goal", say("Goal"), book.goal_titles, [goal for idea in book.ideas for goal in idea.goals]),
        chosen("partner", say("Partner"), book.partner_titles, [idea.by for idea in book.ideas]),
    )


def _row(book: Book, index: int) -> Row:
    found, wording = book.measures.brought[index], book.wording
    if isinstance(found.days, Reason):
        answered = wording.say(REASON[found.days]) if found.ideas else ""
    else:
        answered = wording.plural(
            "{answered}, in about {number} day",
            "{answered}, in about {number} days",
            round(found.days),
            answered=found.answered,
        )
    return Row(found.partner, found.ideas, answered, found.options, found.taken_up, found.shaped)


def _page(book: Book, idea: Idea) -> Page:
    here, heard = Here(book=book, path=f"ideas/{idea.id}"), book.measures.heard[idea.id]
    answer = idea.answer
    return make_page(
        here,
        "idea",
        title=idea.title,
        description=idea.summary or idea.problem or idea.title,
        found=findable(
            book.partner(idea.by),
            *(book.title(f"goals/{goal}") for goal in idea.goals),
            *((answer.valued_for, answer.text) if answer else ()),
            *idea.tags,
        ),
        crumbs=trail(here),
        idea=idea,
        heard=heard,
        took=_took(book, heard),
        waits=_waits(here, heard),
    )


def _took(book: Book, heard: Heard) -> str:
    """How long the answer took."""
    if heard.days is None:
        return ""
    return book.wording.plural("answered after {number} day", "answered after {number} days", heard.days)


def _waits(here: Here, heard: Heard) -> Markup:
    """Who is to answer, by when."""
    say = here.book.wording.say
    who = here.links("partners", heard.asked) or say("the others")
    if heard.due is None:
        return safe(say("<strong>It waits for an answer</strong> from {partners}.", partners=who))
    day = here.day(heard.due)
    if heard.waiting is Waiting.LATE:
        return safe(
            say(
                "<strong>It waits for an answer</strong> from {partners}; we had agreed on {day}.",
                partners=who,
                day=day,
            )
        )
    return safe(
        say("<strong>It waits for an answer</strong> from {partners} by {day}.", partners=who, day=day)
    )
