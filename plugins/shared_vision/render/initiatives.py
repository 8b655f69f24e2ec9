"""The pages of initiatives."""

from collections.abc import Iterator
from datetime import date

from shared_vision.model.names import INITIATIVE
from shared_vision.model.records import Initiative, InitiativeStatus
from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.engine import findable, make_page
from shared_vision.render.filters import Filter, chosen, said
from shared_vision.render.here import Here
from shared_vision.render.trail import trail

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
        filters=_filters(book),
        broken=[record for record in book.document.broken if record.kind == "initiatives"],
    )


def _filters(book: Book) -> tuple[Filter, ...]:
    say, found = book.wording.say, book.document.initiatives.values()
    at_work = [name for one in found for name in {one.owner, *one.partners} if name]
    return (
        chosen("status", say("Status"), said(INITIATIVE, say), [one.status for one in found]),
        chosen("goal", say("Goal"), book.goal_titles, [goal for one in found for goal in one.goals]),
        chosen("partner", say("Partner"), book.partner_titles, at_work),
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
        found=findable(
            book.wording.say(INITIATIVE[initiative.status]),
            owner,
            *(book.title(f"goals/{goal}") for goal in initiative.goals),
            *initiative.tags,
        ),
        crumbs=trail(here),
        initiative=initiative,
        decisions=book.decisions_on[f"initiatives/{initiative.id}"],
    )
