"""How the goals are doing, sub-goals first."""

from collections.abc import Iterator, Mapping, Sequence

from shared_vision.measure.rollup import goal_member, kpi_member, roll_up
from shared_vision.measure.sensitivity import sensitivity
from shared_vision.model.measures import GOOD, GoalMeasure, KpiMeasure
from shared_vision.model.records import Goal, GoalStatus


def measure_goals(goals: Mapping[str, Goal], kpis: Mapping[str, KpiMeasure]) -> dict[str, GoalMeasure]:
    """The measure of each goal by id; retired sub-goals count for nothing above them."""
    children: dict[str, list[str]] = {}
    for goal in goals.values():
        if goal.parent is not None and goal.status != GoalStatus.RETIRED:
            children.setdefault(goal.parent, []).append(goal.id)
    measured: dict[str, GoalMeasure] = {}
    for goal in _deepest_first(goals):
        below = [measured[child] for child in children.get(goal.id, ())]
        measured[goal.id] = _measure_goal(goal, below, kpis)
    return {id_: measured[id_] for id_ in goals}


def _deepest_first(goals: Mapping[str, Goal]) -> Iterator[Goal]:
    """Every goal after all goals below it."""
    depths: dict[str, int] = {}
    for goal in goals.values():
        chain = []
        step: Goal | None = goal
        while step is not None and step.id not in depths:
            chain.append(step.id)
            step = goals[step.parent] if step.parent is not None else None
        above = depths[step.id] + 1 if step is not None else 0
        depths.update((id_, above + number) for number, id_ in enumerate(reversed(chain)))
    yield from sorted(goals.values(), key=lambda goal: -depths[goal.id])


def _measure_goal(goal: Goal, below: Sequence[GoalMeasure], kpis: Mapping[str, KpiMeasure]) -> GoalMeasure:
    own = [(f"kpis/{link.id}", kpi_member(kpis[link.id], link.weight)) for link in goal.kpis]
    named = [*own, *((f"goals/{child.id}", goal_member(child)) for child in below)]
    ids = {link.id for link in goal.kpis}.union(*(child.kpis for child in below))
    found = roll_up([member for _, member in named] if ids else ())
    return GoalMeasure(
        id=goal.id,
        status=found.status,
        reason=found.reason,
        worst=found.worst,
        progress=found.progress,
        expected=found.expected,
        score=found.score,
        coverage=found.coverage,
        on_track=sum(kpis[id_].status in GOOD for id_ in ids),
        kpis=tuple(sorted(ids)),
        sensitivity=sensitivity(named, found.status) if ids else (),
    )
