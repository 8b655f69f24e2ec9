"""The home page."""

from collections import Counter
from collections.abc import Mapping

from shared_vision.model.measures import Agreement, Status
from shared_vision.model.records import Goal
from shared_vision.model.site import Page
from shared_vision.render.agreeing import changes_since, detail, how_many
from shared_vision.render.attention import by_attention
from shared_vision.render.book import Book
from shared_vision.render.data import data_line
from shared_vision.render.engine import make_page
from shared_vision.render.events import MOST_COMING, ask, asks, coming, upcoming
from shared_vision.render.here import Here
from shared_vision.render.months import change_line, columns, good
from shared_vision.render.pictures import sparkline
from shared_vision.render.sentences import vision_line

_FEW = 12
_MOST_CARDS = 24
_CHANGES = 5
_ASKS = 6


def home_page(book: Book) -> Page:
    """What the vision is, how it is going, what changed, what comes next."""
    vision, here = book.document.vision, Here(book=book, path="index")
    counts, wanted = status_counts(book), list(asks(book))
    voices = book.voices("vision/vision")
    return make_page(
        here,
        "home",
        title=vision.title,
        description=vision.statement or vision.summary or vision.title,
        found=vision.summary,
        section=book.wording.say("Vision"),
        vision=vision,
        agreed=how_many(here, voices),
        changed=changes_since(here, voices, "vision/vision"),
        voices=() if all(voice.agreement is Agreement.AGREED for voice in voices) else voices,
        detail=lambda voice: detail(here, voice),
        counts=counts,
        line=vision_line(counts, book.wording),
        fresh=data_line(book),
        change=change_line(counts, book.measures.past, book.wording),
        course=sparkline(tuple(map(good, columns(book.measures.past)))),
        goals=by_attention(_shown_goals(book), book.measures.goals)[:_MOST_CARDS],
        all_goals=len(book.active_goals),
        changes=[decision for decision in book.decisions if decision.date <= book.measures.today][:_CHANGES],
        asks=wanted[:_ASKS],
        more=len(wanted) - _ASKS,
        ask_for=lambda event: ask(here, event),
        happens=lambda event: coming(here, event),
        coming=upcoming(book)[:MOST_COMING],
        broken=book.document.broken,
    )


def status_counts(book: Book) -> Mapping[Status, int]:
    """How many KPIs are in each state, the best first."""
    found = Counter(measure.status for measure in book.measures.kpis.values())
    return {status: found[status] for status in Status if found[status]}


def _shown_goals(book: Book) -> tuple[Goal, ...]:
    """All goals where there are few, else the topmost ones."""
    active = book.active_goals
    return active if len(active) <= _FEW else tuple(goal for goal in active if goal.parent is None)
