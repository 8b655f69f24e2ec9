"""The page that shows how the whole came along."""

from collections.abc import Mapping
from typing import NamedTuple

from shared_vision.model.names import STATUS
from shared_vision.model.records import Goal, Kpi
from shared_vision.model.site import Page
from shared_vision.render.attention import by_attention
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here
from shared_vision.render.home import status_counts
from shared_vision.render.months import BANDS, columns, runs, ticks, whole_line

MOST = 60
"""So many KPIs are shown month by month, those first that need attention."""

_MANY_GOALS = 24


class Group(NamedTuple):
    """The KPIs of a goal, or of none."""

    goal: Goal | None
    kpis: tuple[Kpi, ...]


def progress_page(book: Book) -> Page:
    """How many KPIs were in each state month by month, then each KPI's months."""
    past, wording = book.measures.past, book.wording
    counts = status_counts(book)
    months = columns(past)
    return make_page(
        Here(book=book, path="progress/index"),
        "progress",
        title=wording.say("Progress"),
        description=whole_line(counts, past, wording),
        section=wording.say("The whole"),
        line=whole_line(counts, past, wording),
        counts=counts,
        named={status: wording.say(STATUS[status]) for status in BANDS},
        months=list(zip(past.days, months, strict=True)),
        bands=[status for status in BANDS if any(month[status] for month in months)],
        ticks=list(ticks(past, wording)),
        groups=_groups(book),
        all_kpis=len(book.document.kpis),
        most=MOST,
        runs_of=lambda kpi: runs(kpi.id, past, wording),
    )


def _groups(book: Book) -> tuple[Group, ...]:
    """The KPIs that need most attention, each under a goal it belongs to; of many goals under the topmost."""
    found: dict[str | None, list[Kpi]] = {}
    for kpi in by_attention(book.document.kpis.values(), book.measures.kpis)[:MOST]:
        goals = book.goals_of[kpi.id]
        goal = goals[0] if goals else None
        while goal and goal.parent and len(book.active_goals) > _MANY_GOALS:
            goal = book.document.goals[goal.parent]
        found.setdefault(goal.id if goal else None, []).append(kpi)
    return (*_of_goals(book, found), *(Group(None, tuple(kpis)) for goal, kpis in found.items() if not goal))


def _of_goals(book: Book, found: Mapping[str | None, list[Kpi]]) -> tuple[Group, ...]:
    goals = by_attention((book.document.goals[goal] for goal in found if goal), book.measures.goals)
    return tuple(Group(goal, tuple(found[goal.id])) for goal in goals)
