"""Which decisions and initiatives a KPI's chart marks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shared_vision.draw.frame import Frame
from shared_vision.model.actions import begun_on, carried
from shared_vision.model.chart import Mark
from shared_vision.model.document import Document
from shared_vision.model.records import Decision, Expectation, Initiative

MOST_MARKS = 9
_CLEARANCE = 70
"""Room for a circle of 20 pixels on the narrowest phone, in units of the canvas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A decision carried or an initiative begun; `direct` where it names the KPI itself."""

    ref: str
    title: str
    date: date
    direct: bool


def actions_by_kpi(document: Document) -> Mapping[str, tuple[Action, ...]]:
    """Every KPI's actions: those that name it or one of its goals, each once."""
    kpis_of = {goal.id: tuple(link.id for link in goal.kpis) for goal in document.goals.values()}
    found: defaultdict[str, dict[str, Action]] = defaultdict(dict)
    for action, named, goals in _actions(document):
        for kpi in (kpi for goal in goals for kpi in kpis_of.get(goal, ())):
            found[kpi].setdefault(action.ref, action)
        direct = Action(ref=action.ref, title=action.title, date=action.date, direct=True)
        for kpi in named:
            found[kpi][action.ref] = direct
    return {kpi: tuple(actions.values()) for kpi, actions in found.items()}


def choose_marks(actions: Iterable[Action], frame: Frame) -> tuple[Mark, ...]:
    """The actions within the frame, numbered by date; of more than nine the direct ones, then the latest."""
    seen = [action for action in actions if frame.first <= action.date.toordinal() <= frame.last]
    nearest = sorted(seen, key=lambda action: (not action.direct, -action.date.toordinal(), action.ref))
    chosen = sorted(nearest[:MOST_MARKS], key=lambda action: (action.date, action.ref))
    return tuple(
        Mark(number=number, ref=action.ref, title=action.title, date=action.date)
        for number, action in enumerate(chosen, start=1)
    )


def stack(places: Sequence[float]) -> tuple[int, ...]:
    """The row for each circle, from the left, 0 the lowest, such that none touches another."""
    ends: list[float] = []
    rows: list[int] = []
    for place in places:
        row = next((row for row, end in enumerate(ends) if place - end >= _CLEARANCE), len(ends))
        ends[row : row + 1] = [place]
        rows.append(row)
    return tuple(rows)


def _actions(document: Document) -> Iterator[tuple[Action, tuple[str, ...], tuple[str, ...]]]:
    """Each action with the KPIs and the goals that it names."""
    for decision in carried(document):
        action = _action("decisions", decision, decision.date)
        yield action, _named(decision), _affected(decision, "goals")
    for initiative in document.initiatives.values():
        if start := begun_on(initiative):
            action = _action("initiatives", initiative, start)
            yield action, _expected(initiative.expects), initiative.goals


def _action(kind: str, record: Decision | Initiative, day: date) -> Action:
    return Action(ref=f"{kind}/{record.id}", title=record.title, date=day, direct=False)


def _named(decision: Decision) -> tuple[str, ...]:
    return _affected(decision, "kpis") + _expected(decision.expects)


def _affected(decision: Decision, kind: str) -> tuple[str, ...]:
    refs = (ref.partition("/") for ref in decision.affects)
    return tuple(id_ for kind_, _, id_ in refs if kind_ == kind)


def _expected(expects: tuple[Expectation, ...]) -> tuple[str, ...]:
    return tuple(expectation.kpi for expectation in expects)
