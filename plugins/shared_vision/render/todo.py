"""The page of what is asked of each partner now."""

from typing import NamedTuple

from shared_vision.model.measures import Freshness
from shared_vision.model.owed import Owed
from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, safe
from shared_vision.render.owing import asked_here, way_to, when_here
from shared_vision.render.pictures import labelled

_MOST = 40
"""So much is shown of each list, the oldest first."""


class List(NamedTuple):
    """What is asked of one partner, the oldest first; of all together where it is None."""

    partner: str | None
    owed: tuple[Owed, ...]
    left_out: int


def todo_page(book: Book) -> Page:
    """A list for all together, then one for each partner that anything is asked of."""
    here, say = Here(book=book, path="todo/index"), book.wording.say
    everyone = ("", *book.document.partners)
    lists = [_list(book, one) for one in everyone if book.owed_by[one]]
    return make_page(
        here,
        "todo",
        title=say("What is asked of us"),
        description=line(book),
        line=line(book),
        lists=lists,
        free=[partner for partner in book.document.partners if not book.owed_by[partner]],
        asked=lambda owed: asked_here(here, owed),
        when=lambda owed: day_of(here, owed),
        way=lambda owed: way_to(here, owed),
    )


def day_of(here: Here, owed: Owed) -> Markup:
    """Since when, or by when; with a shape where the day that was agreed on is over."""
    said = when_here(here, owed)
    return labelled(Freshness.OVERDUE, safe(f"<span>{said}</span>")) if owed.late and said else said


def _list(book: Book, partner: str) -> List:
    owed = book.owed_by[partner]
    return List(partner or None, owed[:_MOST], max(0, len(owed) - _MOST))


def line(book: Book) -> str:
    """How much is asked, and how much of it is late."""
    found = book.measures.owed
    if not found:
        return book.wording.say("Nothing is asked of anybody: all is done.")
    late = sum(one.late for one in found)
    if not late:
        return book.wording.plural(
            "{number} thing is asked of us now.", "{number} things are asked of us now.", len(found)
        )
    return book.wording.plural(
        "{number} thing is asked of us now, {late} of them for longer than we agreed.",
        "{number} things are asked of us now, {late} of them for longer than we agreed.",
        len(found),
        late=late,
    )
