"""The pages of initiatives."""

from collections.abc import Iterator
from datetime import date

from shared_vision.model.records import Initiative, InitiativeStatus
from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here
from shared_vision.render.trail import trail
from shared_vision.render.words import INITIATIVE

_ORDER = (
    InitiativeStatus.RUNNING,
    InitiativeStatus.PLANNED,
    InitiativeStatus.DONE,
    InitiativeStatus.STOPPED,
)


def initiative_pages(book: Book) -> Iterator[Page]:
    """The list of initiatives, then a page each."""
    yield _index(book)
    yield from (_page(book, initiative) for initiative in book.document.initiatives.values())


def _index(book: Book) -> Page:
    say = book.wording.say
    found = sorted(book.document.initiatives.values(), key=_place)
    return make_page(
        Here(book=book, path="initiatives/index"),
        "initiatives",
        title=say("Initiatives"),
        description=book.wording.plural(
            "What we do to reach our goals: {number} initiative.",
            "What we do to reach our goals: {number} initiatives.",
            len(found),
        ),
        section=say("Initiatives"),
        initiatives=found,
        broken=[record for record in book.document.broken if record.kind == "initiatives"],
    )


def _place(initiative: Initiative) -> tuple[int, date, str]:
    return (_ORDER.index(initiative.status), initiative.start or date.max, initiative.title)


def _page(book: Book, initiative: Initiative) -> Page:
    here = Here(book=book, path=f"initiatives/{initiative.id}")
    owner = book.partner(initiative.owner or "")
    return make_page(
        here,
        "initiative",
        title=initiative.title,
        description=initiative.summary or initiative.title,
        found=" ".join((book.wording.say(INITIATIVE[initiative.status]), owner, *initiative.tags)),
        crumbs=trail(here),
        initiative=initiative,
        decisions=book.decisions_on[f"initiatives/{initiative.id}"],
    )
