"""Everything the partners wrote, joined and checked: what the rest of the program reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from shared_vision.model.fields import KINDS
from shared_vision.model.problem import Problem
from shared_vision.model.reason import Reason
from shared_vision.model.records import Decision, Goal, Idea, Initiative, Kpi, Partner, Survey, Update, Vision
from shared_vision.model.series import Series
from shared_vision.model.shown import Shown
from shared_vision.model.survey import Published, Responses


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRecord:
    """A record that could not be understood; its page shows the problems in its place."""

    kind: str
    id: str
    path: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A vision as understood: records by id (in order of id), the values of each KPI by its id.

    Every reference in it points to a record in it: what pointed nowhere is a problem and was
    left out. A KPI without usable values has a reason in place of a series. `paths` gives
    the source file of each record by `kind/id` (`vision/vision` for the vision itself).
    """

    vision: Vision
    partners: Mapping[str, Partner] = field(default_factory=dict)
    goals: Mapping[str, Goal] = field(default_factory=dict)
    kpis: Mapping[str, Kpi] = field(default_factory=dict)
    initiatives: Mapping[str, Initiative] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    updates: Mapping[str, Update] = field(default_factory=dict)
    ideas: Mapping[str, Idea] = field(default_factory=dict)
    surveys: Mapping[str, Survey] = field(default_factory=dict)
    series: Mapping[str, Series | Reason] = field(default_factory=dict)
    answers: Mapping[str, Responses | Published | Reason] = field(default_factory=dict, repr=False)
    shown: tuple[Shown, ...] = field(default=(), repr=False)
    """What could be seen of surveys before, as far as git tells; the earliest first."""
    paths: Mapping[str, str] = field(default_factory=dict)
    broken: tuple[BrokenRecord, ...] = ()
    problems: tuple[Problem, ...] = ()

    def with_series(self, series: Mapping[str, Series | Reason]) -> "Document":
        """The same document with other values."""
        return replace(self, series=series)

    def children(self, goal: str | None) -> tuple[Goal, ...]:
        """The goals right below a goal, or the topmost goals for None, by id."""
        return tuple(child for child in self.goals.values() if child.parent == goal)

    def goals_of(self, kpi: str) -> tuple[Goal, ...]:
        """The goals that a KPI belongs to, by id."""
        return tuple(goal for goal in self.goals.values() if any(link.id == kpi for link in goal.kpis))


def titles(document: Document) -> dict[str, str]:
    """The title of every record by its reference, but for those without one."""
    found = {"vision/vision": document.vision.title}
    for kind in KINDS:
        for record in getattr(document, kind).values():
            found[f"{kind}/{record.id}"] = record.title
    for update in document.updates.values():
        found[f"updates/{update.id}"] = update.title or found.get(f"partners/{update.by}", "")
    return {ref: title for ref, title in found.items() if title}
