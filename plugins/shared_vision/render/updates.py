"""The page of what partners tell each other from time to time."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from shared_vision.model.records import Update
from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.filters import Filter, chosen
from shared_vision.render.here import Here
from shared_vision.render.touch import kept_words, legend, rhythm_line, strip

_MOST = 200
_OPEN = 2
"""So many of the latest months are open; the others are folded."""


class Month(NamedTuple):
    """What was told in a month, the latest first, and whether that is seen at once."""

    name: str
    updates: list[Update]
    unfolded: bool


def updates_page(book: Book) -> Page:
    """All updates, the latest first."""
    say = book.wording.say
    rhythms, updates = book.measures.rhythms, book.updates[:_MOST]
    return make_page(
        Here(book=book, path="updates/index"),
        "updates",
        title=say("Updates"),
        description=say("What the partners told each other lately."),
        line=rhythm_line(book),
        legend=legend(book.wording),
        touch=[
            (one, strip(rhythm, book.wording), kept_words(rhythm, book.wording))
            for one, rhythm in rhythms.items()
        ],
        months=list(_months(book, updates)),
        filters=_filters(book, updates),
        left_out=max(0, len(book.updates) - _MOST),
        broken=[record for record in book.document.broken if record.kind == "updates"],
    )


def _months(book: Book, updates: Iterable[Update]) -> Iterator[Month]:
    groups = groupby(updates, key=lambda update: (update.date.year, update.date.month))
    for number, (_, found) in enumerate(groups):
        told = list(found)
        yield Month(book.wording.month(told[0].date), told, number < _OPEN)


def _filters(book: Book, updates: Iterable[Update]) -> tuple[Filter, ...]:
    say, updates = book.wording.say, list(updates)
    goals = [about.id for update in updates for about in update.goals]
    return (
        chosen("partner", say("Partner"), book.partner_titles, [update.by for update in updates]),
        chosen("goal", say("Goal"), book.goal_titles, goals),
    )
