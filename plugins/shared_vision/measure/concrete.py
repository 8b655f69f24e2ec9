"""What is missing to make a vision concrete."""

from collections.abc import Collection, Iterator

from shared_vision.model.document import Document
from shared_vision.model.flow import Lack, Lacking
from shared_vision.model.reason import Reason
from shared_vision.model.records import (
    Decision,
    DecisionStatus,
    Direction,
    Goal,
    GoalStatus,
    Initiative,
    InitiativeStatus,
    Kpi,
)

_AT_WORK = (InitiativeStatus.PLANNED, InitiativeStatus.RUNNING)
_LIVE = (DecisionStatus.PROPOSED, DecisionStatus.ACCEPTED)
_ENDED = (GoalStatus.RETIRED, GoalStatus.ACHIEVED)


def lacking(document: Document) -> tuple[Lacking, ...]:
    """Every goal and KPI with each thing it lacks, by kind of lack, in order of id.

    `document` is what may be seen: of a KPI under embargo only what its name tells is looked at. Retired
    goals lack nothing, achieved ones no action. A goal has what the goals below it have, a KPI the actions
    of its goals, a goal those on its KPIs.
    """
    served = _served(document)
    found = [*_of_goals(document, served), *_of_kpis(document, served)]
    return tuple(sorted(found, key=lambda one: ([*Lack].index(one.lack), one.ref)))


def _of_goals(document: Document, served: Collection[str]) -> Iterator[Lacking]:
    below = _parents_of(document, (goal.id for goal in document.goals.values() if goal.kpis))
    for goal in document.goals.values():
        ref = f"goals/{goal.id}"
        if goal.status is GoalStatus.RETIRED:
            continue
        if goal.id not in below:
            yield Lacking(lack=Lack.GOAL_KPI, ref=ref)
        if goal.status not in _ENDED and ref not in served:
            yield Lacking(lack=Lack.GOAL_ACTION, ref=ref)


def _of_kpis(document: Document, served: Collection[str]) -> Iterator[Lacking]:
    for kpi in document.kpis.values():
        ref, series = f"kpis/{kpi.id}", document.series.get(kpi.id, Reason.NO_DATA)
        if series is not Reason.EMBARGOED:
            if isinstance(series, Reason):
                yield Lacking(lack=Lack.KPI_DATA, ref=ref)
            yield from (Lacking(lack=lack, ref=ref) for lack in _aims(kpi))
        if kpi.owner is None:
            yield Lacking(lack=Lack.KPI_OWNER, ref=ref)
        if kpi.measures == "goal" and ref not in served:
            yield Lacking(lack=Lack.KPI_ACTION, ref=ref)


def _aims(kpi: Kpi) -> Iterator[Lack]:
    if kpi.target is None:
        yield Lack.KPI_TARGET
    if kpi.baseline is None and kpi.direction is not Direction.MAINTAIN:
        yield Lack.KPI_BASELINE


def _served(document: Document) -> frozenset[str]:
    """The references of all goals and KPIs that somebody does something for."""
    named = {ref for action in _actions(document) for ref in _named(action)}
    goals = document.goals.values()
    own = {goal.id for goal in goals if f"goals/{goal.id}" in named or _kpi_named(goal, named)}
    with_action = _parents_of(document, own)
    done = {goal.id for goal in goals if goal.status in _ENDED}
    kpis = {link.id for goal in goals if goal.id in own | done for link in goal.kpis}
    return frozenset(named | {f"goals/{goal}" for goal in with_action} | {f"kpis/{kpi}" for kpi in kpis})


def _kpi_named(goal: Goal, named: Collection[str]) -> bool:
    return any(f"kpis/{link.id}" in named for link in goal.kpis)


def _actions(document: Document) -> Iterator[Initiative | Decision]:
    yield from (one for one in document.initiatives.values() if one.status in _AT_WORK)
    yield from (one for one in document.decisions.values() if one.status in _LIVE)


def _named(action: Initiative | Decision) -> Iterator[str]:
    yield from (f"kpis/{expected.kpi}" for expected in action.expects)
    if isinstance(action, Decision):
        yield from action.affects
    else:
        yield from (f"goals/{goal}" for goal in action.goals)


def _parents_of(document: Document, goals: Iterator[str] | Collection[str]) -> frozenset[str]:
    """Goals with all goals above them."""
    found: set[str] = set()
    for goal in goals:
        step: str | None = goal
        while step is not None and step in document.goals and step not in found:
            found.add(step)
            step = document.goals[step].parent
    return frozenset(found)
