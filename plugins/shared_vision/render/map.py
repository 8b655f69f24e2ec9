"""The map of the whole: what holds up the vision, down to the KPIs and initiatives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from shared_vision.model.measures import GOOD, GoalMeasure
from shared_vision.model.records import Goal, GoalStatus, Initiative, InitiativeStatus, Kpi
from shared_vision.model.site import Page
from shared_vision.model.wording import Wording
from shared_vision.render.attention import by_attention, needs_attention
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here

MOST = 60
"""So many goals and so many KPIs are shown, those that need most attention."""
_DEEPEST = 3
"""So many levels of goals; those of the lowest are named without what they rest on."""
_INITIATIVES = 4
_NOW = (InitiativeStatus.RUNNING, InitiativeStatus.PLANNED, InitiativeStatus.DONE, InitiativeStatus.STOPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A goal with what hangs on it; `more` counts what its own page shows beside."""

    goal: Goal
    measure: GoalMeasure
    below: tuple["Branch", ...] = ()
    kpis: tuple[Kpi, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    more: int = 0


def map_page(book: Book) -> Page:
    """The vision, its goals, and what they rest on, as a tree."""
    tree, wording = Tree(book=book), book.wording
    line = goals_line(book.active_goals, book.measures.goals, wording)
    return make_page(
        Here(book=book, path="map/index"),
        "map",
        title=wording.say("Map"),
        description=line,
        line=line,
        vision=book.document.vision,
        branches=tree.below(None),
        all_goals=len(book.active_goals),
        shown=len(tree.goals),
        cut=tree.cut,
        deepest=_DEEPEST,
    )


def goals_line(goals: Iterable[Goal], measures: Mapping[str, GoalMeasure], wording: Wording) -> str:
    """How the goals do: 4 of 9 goals are on track or achieved; 3 need attention."""
    found = [measures[goal.id] for goal in goals]
    good = f"{sum(measure.status in GOOD for measure in found):,}"
    needy = sum(map(needs_attention, found))
    if needy and len(found) > 1:
        return wording.plural(
            "{good} of {all} goals are on track or achieved; {number} needs attention.",
            "{good} of {all} goals are on track or achieved; {number} need attention.",
            needy,
            good=good,
            all=f"{len(found):,}",
        )
    return wording.plural(
        "{good} of {number} goal is on track or achieved.",
        "{good} of {number} goals are on track or achieved.",
        len(found),
        good=good,
    )


@dataclass(frozen=True, kw_only=True)
class Tree:
    """As much of a book's tree as a page can show: what needs most attention, and the goals above it."""

    book: Book

    @cached_property
    def goals(self) -> frozenset[str]:
        """The goals shown."""
        found: set[str] = set()
        for way in self._ways:
            if len(found | way) <= MOST:
                found |= way
        return frozenset(found)

    @property
    def cut(self) -> bool:
        """Whether goals of the levels shown had to be left out."""
        return len(self.goals) < len(self._ways)

    @cached_property
    def _ways(self) -> tuple[set[str], ...]:
        """For each goal of the levels shown, those that need most attention first: it and those above it."""
        goals = by_attention(self.book.active_goals, self.book.measures.goals)
        ways = (self._way(goal) for goal in goals)
        return tuple(way for way in ways if 0 < len(way) <= _DEEPEST)

    @cached_property
    def kpis(self) -> frozenset[str]:
        """The KPIs shown."""
        goals = (goal for goal in self.book.active_goals if goal.id in self.goals)
        high = (goal for goal in goals if len(self._way(goal)) < _DEEPEST)
        kpis = {link.id: self.book.document.kpis[link.id] for goal in high for link in goal.kpis}
        return frozenset(kpi.id for kpi in by_attention(kpis.values(), self.book.measures.kpis)[:MOST])

    def below(self, goal: str | None, depth: int = 1) -> tuple[Branch, ...]:
        """What is shown below a goal, or below the vision."""
        found = [child for child in self.book.below[goal] if child.id in self.goals]
        ordered = by_attention(found, self.book.measures.goals)
        return tuple(self._branch(child, depth) for child in ordered)

    def _branch(self, goal: Goal, depth: int) -> Branch:
        measure = self.book.measures.goals[goal.id]
        if depth == _DEEPEST:
            return Branch(goal=goal, measure=measure, more=len(self.book.below[goal.id]))
        kpis = [self.book.document.kpis[link.id] for link in goal.kpis]
        shown = by_attention((kpi for kpi in kpis if kpi.id in self.kpis), self.book.measures.kpis)
        initiatives, below = self._initiatives(goal), self.below(goal.id, depth + 1)
        goals = sum(child.status is not GoalStatus.RETIRED for child in self.book.below[goal.id])
        hidden = len(kpis) - len(shown) + goals - len(below) + max(len(initiatives) - _INITIATIVES, 0)
        return Branch(
            goal=goal,
            measure=measure,
            below=below,
            kpis=shown,
            initiatives=initiatives[:_INITIATIVES],
            more=hidden,
        )

    def _initiatives(self, goal: Goal) -> tuple[Initiative, ...]:
        found = self.book.initiatives_on[f"goals/{goal.id}"]
        return tuple(sorted(found, key=lambda initiative: _NOW.index(initiative.status)))

    def _way(self, goal: Goal) -> set[str]:
        """A goal and those above it; nothing where one of them is retired, and with it all below."""
        way: set[str] = set()
        step: Goal | None = goal
        while step is not None and len(way) <= _DEEPEST:
            if step.status is GoalStatus.RETIRED:
                return set()
            way.add(step.id)
            step = self.book.document.goals.get(step.parent) if step.parent else None
        return way
