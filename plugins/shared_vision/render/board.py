"""The pages for paper: one for a board, and the whole as a report."""

from collections.abc import Iterator

from shared_vision.model.records import Goal, GoalStatus, Kpi
from shared_vision.model.site import Page
from shared_vision.render.attention import by_attention, needs_attention
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.events import ask, asks
from shared_vision.render.here import Here
from shared_vision.render.home import status_counts
from shared_vision.render.sentences import goal_headline, headline, vision_line

_GOALS = 12
_NEEDY, _CHANGES, _ASKS = 5, 4, 4
"""What one sheet of paper holds."""
MOST_CHARTS = 60


def board_pages(book: Book) -> Iterator[Page]:
    """One sheet, then the report."""
    yield _sheet(book)
    yield _report(book)


def _sheet(book: Book) -> Page:
    here, say = Here(book=book, path="print/index"), book.wording.say
    counts, wanted = status_counts(book), list(asks(book))
    goals = by_attention(_shown(book), book.measures.goals)
    needy = by_attention(
        (kpi for kpi in book.document.kpis.values() if needs_attention(book.measures.kpis[kpi.id])),
        book.measures.kpis,
    )
    return make_page(
        here,
        "sheet",
        title=say("On one page"),
        description=say("The vision on one sheet of paper, for a board."),
        vision=book.document.vision,
        counts=counts,
        line=vision_line(counts, book.wording),
        goals=goals[:_GOALS],
        goals_left=len(goals) - _GOALS,
        needy=needy[:_NEEDY],
        needy_left=len(needy) - _NEEDY,
        said=lambda kpi: headline(kpi, book.measures.kpis[kpi.id], book.wording),
        changes=[found for found in book.decisions if found.date <= book.measures.today][:_CHANGES],
        asks=wanted[:_ASKS],
        asks_left=len(wanted) - _ASKS,
        ask_for=lambda event: ask(here, event),
    )


def _shown(book: Book) -> tuple[Goal, ...]:
    active = book.active_goals
    return active if len(active) <= _GOALS else tuple(goal for goal in active if goal.parent is None)


def _report(book: Book) -> Page:
    here, say = Here(book=book, path="print/report"), book.wording.say
    kpis = by_attention(book.document.kpis.values(), book.measures.kpis)
    with_chart = [kpi.id for kpi in kpis if kpi.id in book.charts]
    return make_page(
        here,
        "report",
        title=say("Report"),
        description=say("Everything on paper: goals, KPIs with their charts, decisions."),
        vision=book.document.vision,
        counts=status_counts(book),
        line=vision_line(status_counts(book), book.wording),
        chapters=list(_chapters(book)),
        drawn=frozenset(with_chart[:MOST_CHARTS]),
        left_out=max(0, len(with_chart) - MOST_CHARTS),
        said=lambda kpi: headline(kpi, book.measures.kpis[kpi.id], book.wording),
        goal_said=lambda goal: goal_headline(
            book.measures.goals[goal.id], len(book.measures.goals[goal.id].kpis), book.wording
        ),
        decisions=[found for found in book.decisions if found.date <= book.measures.today],
    )


def _chapters(book: Book) -> Iterator[tuple[Goal | None, tuple[Kpi, ...]]]:
    """Each goal, above its sub-goals, with the KPIs that come there first; then those without a goal."""
    told: set[str] = set()
    waiting = list(reversed(by_attention(book.below[None], book.measures.goals)))
    while waiting:
        goal = waiting.pop()
        if goal.status is GoalStatus.RETIRED:
            continue
        own = [book.document.kpis[link.id] for link in goal.kpis if link.id not in told]
        told.update(kpi.id for kpi in own)
        yield goal, by_attention(own, book.measures.kpis)
        waiting += reversed(by_attention(book.below[goal.id], book.measures.goals))
    if others := [kpi for kpi in book.document.kpis.values() if kpi.id not in told]:
        yield None, by_attention(others, book.measures.kpis)
