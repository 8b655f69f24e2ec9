"""What all pages are written from, with what belongs together looked up once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from shared_vision.model.chart import Chart, Drawing
from shared_vision.model.document import Document
from shared_vision.model.effect import Effect
from shared_vision.model.fields import PAGED
from shared_vision.model.ideas import told_by
from shared_vision.model.measures import Agreement, Measures, Voice
from shared_vision.model.owed import Owed
from shared_vision.model.records import (
    Decision,
    Goal,
    GoalStatus,
    GoalUpdate,
    Idea,
    Initiative,
    Kpi,
    Partner,
    Record,
    Update,
)
from shared_vision.model.series import Series
from shared_vision.model.settings import Settings
from shared_vision.model.told import NOTHING_TOLD, Line, Story, Telling
from shared_vision.model.wording import Wording

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Book:
    """A document, its measures and charts, and who belongs to whom."""

    document: Document
    measures: Measures
    charts: Mapping[str, Chart]
    settings: Settings
    story: Story = NOTHING_TOLD
    sureness: Mapping[str, Drawing] = field(default_factory=dict)
    """How sure the partners were of a goal, drawn, by its id."""

    @cached_property
    def wording(self) -> Wording:
        """How numbers and dates are written."""
        return Wording(self.settings.language)

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Every record by its reference, e.g. goals/fewer-complaints."""
        kinds: tuple[Mapping[str, Record], ...] = tuple(getattr(self.document, kind) for kind in PAGED)
        found = {f"{record.kind}/{record.id}": record for records in kinds for record in records.values()}
        untold = {f"ideas/{one}" for one in self.document.ideas} - {f"ideas/{one.id}" for one in self.ideas}
        untold |= {f"surveys/{one}" for one in self.document.surveys if one not in self.measures.surveys}
        return {ref: record for ref, record in found.items() if ref not in untold} if untold else found

    @cached_property
    def broken(self) -> frozenset[str]:
        """References of the records that could not be understood."""
        return frozenset(f"{record.kind}/{record.id}" for record in self.document.broken)

    @cached_property
    def values(self) -> Mapping[str, tuple[float, ...]]:
        """The values of each KPI that has any."""
        found = self.document.series.items()
        return {
            kpi: tuple(p.value for p in series.points) for kpi, series in found if isinstance(series, Series)
        }

    @cached_property
    def active_goals(self) -> tuple[Goal, ...]:
        """The goals that are not retired."""
        return tuple(goal for goal in self.document.goals.values() if goal.status is not GoalStatus.RETIRED)

    @cached_property
    def below(self) -> Mapping[str | None, tuple[Goal, ...]]:
        """The goals right below a goal, or the topmost ones for None."""
        return _grouped(self.document.goals.values(), lambda goal: (goal.parent,))

    @cached_property
    def goals_of(self) -> Mapping[str | None, tuple[Goal, ...]]:
        """The goals that a KPI belongs to."""
        return _grouped(self.document.goals.values(), lambda goal: (link.id for link in goal.kpis))

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, the latest first."""
        found = self.document.decisions.values()
        return tuple(sorted(found, key=lambda decision: (-decision.date.toordinal(), decision.id)))

    @cached_property
    def decisions_on(self) -> Mapping[str | None, tuple[Decision, ...]]:
        """The decisions about a record, by its reference, the latest first."""
        return _grouped(self.decisions, affected)

    @cached_property
    def replaced_by(self) -> Mapping[str | None, tuple[Decision, ...]]:
        """The decisions that replace a decision."""
        return _grouped(self.decisions, lambda decision: decision.supersedes)

    @cached_property
    def initiatives_on(self) -> Mapping[str | None, tuple[Initiative, ...]]:
        """The initiatives that serve a goal or should move a KPI, by its reference."""
        return _grouped(self.document.initiatives.values(), served)

    @cached_property
    def updates(self) -> tuple[Update, ...]:
        """What partners have told by now, the latest first."""
        told = [update for update in self.document.updates.values() if update.date <= self.measures.today]
        return tuple(sorted(told, key=lambda update: (-update.date.toordinal(), update.id)))

    @cached_property
    def updates_on(self) -> Mapping[str | None, tuple[tuple[Update, GoalUpdate], ...]]:
        """What was told about a goal, the latest first."""
        told = ((update, about) for update in self.updates for about in update.goals)
        return _grouped(told, lambda pair: (pair[1].id,))

    @cached_property
    def updates_of(self) -> Mapping[str | None, tuple[Update, ...]]:
        """What a partner told, the latest first."""
        return _grouped(self.updates, lambda update: (update.by,))

    @cached_property
    def ideas(self) -> tuple[Idea, ...]:
        """The ideas told by now, the latest first; an answer from later is not there yet."""
        return told_by(self.document, self.measures.today)

    @cached_property
    def ideas_for(self) -> Mapping[str | None, tuple[Idea, ...]]:
        """The ideas for a goal, or that led to a decision or initiative, by reference, the latest first."""
        return _grouped(self.ideas, served_by_idea)

    @cached_property
    def ideas_of(self) -> Mapping[str | None, tuple[Idea, ...]]:
        """The ideas of a partner, the latest first."""
        return _grouped(self.ideas, lambda idea: (idea.by,))

    @cached_property
    def owed_by(self) -> Mapping[str | None, tuple[Owed, ...]]:
        """What is asked of a partner, or of all together where its id is empty, the oldest first."""
        return _grouped(self.measures.owed, lambda owed: (owed.partner,))

    @cached_property
    def story_of(self) -> Mapping[str | None, tuple[tuple[Telling, Line], ...]]:
        """What became of a record, by its reference, the latest first."""
        told = ((telling, line) for telling in self.story.tellings for line in telling.lines)
        return _grouped(told, lambda pair: (pair[1].ref,))

    @cached_property
    def changed_by(self) -> Mapping[str | None, tuple[tuple[Telling, Line], ...]]:
        """What changed because of a decision, by its id, the latest first."""
        told = ((telling, line) for telling in self.story.tellings for line in telling.lines)
        return _grouped(told, lambda pair: pair[1].decisions)

    def changed_since(self, refs: Iterable[str], day: date) -> tuple[tuple[Telling, Line], ...]:
        """What changed from a day on in the words and targets that partners agree to, the latest first."""
        found = [
            (telling, line)
            for ref in dict.fromkeys(refs)
            for telling, line in self.story_of[ref]
            if line.agreed and telling.day >= day
        ]
        return tuple(sorted(found, key=lambda pair: pair[0].day, reverse=True))

    @cached_property
    def effects_on(self) -> Mapping[str | None, tuple[Effect, ...]]:
        """What came of the actions on a KPI, or of one action, by reference."""
        return _grouped(self.measures.effects, lambda effect: (f"kpis/{effect.kpi}", effect.action))

    def last_word(self, goal: Goal) -> tuple[Update, GoalUpdate] | None:
        """The latest note about a goal by the partner who answers for it."""
        told = self.updates_on[goal.id]
        return next(
            ((update, about) for update, about in told if update.by == goal.owner and about.note), None
        )

    def voices(self, ref: str) -> tuple[Voice, ...]:
        """What each partner says to the vision or a goal; nothing where nobody has said anything."""
        voices = self.measures.voices.get(ref, ())
        return voices if any(voice.agreement is not Agreement.NOT_ASKED for voice in voices) else ()

    @cached_property
    def owned_goals(self) -> Mapping[str | None, tuple[Goal, ...]]:
        """The goals that a partner answers for."""
        return _grouped(self.document.goals.values(), lambda goal: (goal.owner,))

    @cached_property
    def shared_goals(self) -> Mapping[str | None, tuple[Goal, ...]]:
        """The goals that a partner works on with others."""
        return _grouped(self.document.goals.values(), lambda goal: goal.partners)

    @cached_property
    def owned_kpis(self) -> Mapping[str | None, tuple[Kpi, ...]]:
        """The KPIs whose data a partner answers for."""
        return _grouped(self.document.kpis.values(), lambda kpi: (kpi.owner,))

    @cached_property
    def initiatives_of(self) -> Mapping[str | None, tuple[Initiative, ...]]:
        """The initiatives that a partner runs or works on."""
        return _grouped(self.document.initiatives.values(), lambda found: (found.owner, *found.partners))

    @cached_property
    def decisions_of(self) -> Mapping[str | None, tuple[Decision, ...]]:
        """The decisions that a partner took part in, the latest first."""
        return _grouped(self.decisions, taking_part)

    def period(self, start: date, end: date) -> str:
        """A period as people name it; many series share the same ones."""
        key = (start, end)
        if key not in self._periods:
            self._periods[key] = self.wording.period(start, end)
        return self._periods[key]

    @cached_property
    def _periods(self) -> dict[tuple[date, date], str]:
        return {}

    @cached_property
    def partner_titles(self) -> Mapping[str, str]:
        """The partners' names by id."""
        return {partner.id: partner.title for partner in self.document.partners.values()}

    @cached_property
    def goal_titles(self) -> Mapping[str, str]:
        """The goals' titles by id."""
        return {goal.id: goal.title for goal in self.document.goals.values()}

    def title(self, ref: str) -> str:
        """A record's title, or the reference of one that cannot be shown."""
        record = self.document.vision if ref == "vision/vision" else self.records.get(ref)
        return record.title if record else ref.rpartition("/")[2]

    def partner(self, partner: str) -> str:
        """A partner's name."""
        found: Partner | None = self.document.partners.get(partner)
        return found.title if found else partner


def affected(decision: Decision) -> tuple[str, ...]:
    """What a decision is about: the records it affects, the KPIs it should move."""
    return (*decision.affects, *(f"kpis/{expected.kpi}" for expected in decision.expects))


def served(initiative: Initiative) -> tuple[str, ...]:
    """What an initiative is for: its goals, the KPIs it should move."""
    goals = (f"goals/{goal}" for goal in initiative.goals)
    return (*goals, *(f"kpis/{expected.kpi}" for expected in initiative.expects))


def served_by_idea(idea: Idea) -> tuple[str, ...]:
    """What an idea is for, and what came of it."""
    goals = tuple(f"goals/{goal}" for goal in idea.goals)
    answer = idea.answer
    if not answer:
        return goals
    decisions = (f"decisions/{answer.decision}",) if answer.decision else ()
    return (*goals, *decisions, *((f"initiatives/{answer.initiative}",) if answer.initiative else ()))


def taking_part(decision: Decision) -> tuple[str, ...]:
    """The partners who had a part in a decision, those who proposed an option included."""
    proposed = (option.proposed_by for option in decision.options if option.proposed_by)
    answered = (position.partner for position in decision.positions)
    return (*decision.decided_by, *proposed, *answered, *decision.consulted, *decision.informed)


def _grouped(
    found: Iterable[T], keys: Callable[[T], Iterable[str | None]]
) -> Mapping[str | None, tuple[T, ...]]:
    groups: defaultdict[str | None, list[T]] = defaultdict(list)
    for item in found:
        for key in dict.fromkeys(keys(item)):
            groups[key].append(item)
    return defaultdict(tuple, {key: tuple(items) for key, items in groups.items()})
