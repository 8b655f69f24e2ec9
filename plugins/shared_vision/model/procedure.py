"""Whether the partnership's own rules carry a decision, and what is missing."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from shared_vision.model.dates import Duration
from shared_vision.model.positions import latest_positions
from shared_vision.model.records import (
    Decision,
    DecisionStatus,
    Governance,
    Partner,
    Position,
    Rule,
    Stance,
    Vision,
)

_RULES = frozenset({"rule", "quorum", "comment_days", "decided_by"})
"""What makes a block `governance` a set of rules for deciding."""
STRICTNESS = (Rule.MAJORITY, Rule.CONSENT, Rule.UNANIMITY)
"""The rules, each stricter than the one before it."""


class Lack(StrEnum):
    """What may be missing for a decision to be carried."""

    TIME = "time"
    """The days for comments are not over, and not everyone has answered."""
    QUORUM = "quorum"
    OBJECTION = "objection"
    HOLD = "hold"
    MAJORITY = "majority"
    UNANIMITY = "unanimity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """Where a decision stands by the rules as of `day`.

    `deciders` are the partners whose answers count, `answers` the latest of each who gave one,
    `begun` the day it was put to them (None where nobody wrote it).
    `missing` says what keeps the decision from being carried.
    """

    rule: Rule
    quorum: int
    day: date
    begun: date | None
    comment_days: int
    deciders: tuple[str, ...]
    answers: Mapping[str, Position]
    missing: tuple[Lack, ...] = ()

    @property
    def carried(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing

    @property
    def ends(self) -> date | None:
        """The first day on which the time for comments is over."""
        return self._commented.after(self.begun) if self.begun else None

    @property
    def last_day(self) -> date | None:
        """The last day on which partners may comment."""
        return self.ends - timedelta(days=1) if self.ends else None

    @property
    def ready_since(self) -> date | None:
        """Since when nothing is missing, if nothing is: when the last one answered, or the time was over."""
        if self.missing:
            return None
        answered = [said.on for said in self.answers.values() if said.on]
        return max(answered, default=self.ends) if not self.waited_for else self.ends

    @property
    def days_left(self) -> int:
        """For how many days more partners may comment."""
        return max((self.ends - self.day).days, 0) if self.ends else 0

    @property
    def silent(self) -> tuple[str, ...]:
        """Who has yet to answer, those included who asked to wait and have had their time."""
        said = {*self.answered, *self.who(Stance.HOLD)}
        return tuple(partner for partner in self.deciders if partner not in said)

    @property
    def waited_for(self) -> tuple[str, ...]:
        """Who has neither consented nor stood aside: without them the time for comments need not be over."""
        settled = {*self.who(Stance.CONSENT), *self.who(Stance.ABSTAIN)}
        return tuple(partner for partner in self.deciders if partner not in settled)

    @property
    def answered(self) -> tuple[str, ...]:
        """Who has said yes or no or that it stands aside; asking to wait is no answer yet."""
        return tuple(name for name, said in self.answers.items() if said.position is not Stance.HOLD)

    def who(self, stance: Stance) -> tuple[str, ...]:
        """The partners whose latest answer is this; of those who asked to wait, only who still may."""
        return tuple(
            name
            for name, said in self.answers.items()
            if said.position is stance and (stance is not Stance.HOLD or self.holds_until(name) > self.day)
        )

    def holds_until(self, partner: str) -> date:
        """The first day on which a partner's wish to wait no longer stands in the way."""
        since = self.answers[partner].on or self.begun
        return self._commented.after(since) if since else date.max

    @property
    def _commented(self) -> Duration:
        """For how long; it stops at the last day there is, however many days are written."""
        return Duration(days=self.comment_days)


def has_rules(vision: Vision) -> bool:
    """Whether the partners wrote down how they decide: nobody is held to a rule that is written nowhere."""
    return "governance" in vision.model_fields_set and bool(vision.governance.model_fields_set & _RULES)


def is_judged(decision: Decision, vision: Vision) -> bool:
    """Whether the rules were written down and in force when a decision was made, or proposed."""
    since = vision.governance.since
    return has_rules(vision) and (since is None or decision.date >= since)


def procedure(decision: Decision, vision: Vision, partners: Collection[Partner], day: date) -> Procedure:
    """Where a decision stands by the vision's rules as of a day; `partners` are all there are."""
    rules = vision.governance
    deciders = tuple(_deciders(rules, partners, day))
    latest = latest_positions(decision, day)
    begun = decision.proposed_on
    if decision.status is DecisionStatus.PROPOSED:
        begun = begun or decision.date
    state = Procedure(
        rule=max(decision.rule or rules.rule, rules.rule, key=STRICTNESS.index),
        quorum=rules.quorum,
        day=day,
        begun=begun,
        comment_days=rules.comment_days,
        deciders=deciders,
        answers={partner: latest[partner] for partner in deciders if partner in latest},
    )
    return replace(state, missing=tuple(_missing(state)))


def _deciders(rules: Governance, partners: Collection[Partner], day: date) -> Iterator[str]:
    """Those whom the rules name, or all who had joined by then."""
    for partner in partners:
        if partner.id in rules.decided_by or (not rules.decided_by and partner.joined(day)):
            yield partner.id


def _missing(state: Procedure) -> Iterator[Lack]:
    consents, objections = state.who(Stance.CONSENT), state.who(Stance.OBJECT)
    if state.days_left and state.waited_for:
        yield Lack.TIME
    if len(state.answered) < state.quorum:
        yield Lack.QUORUM
    if state.who(Stance.HOLD):
        yield Lack.HOLD
    if state.rule is Rule.MAJORITY and len(consents) <= len(objections):
        yield Lack.MAJORITY
    if state.rule is not Rule.MAJORITY and objections:
        yield Lack.OBJECTION
    if state.rule is Rule.UNANIMITY and len(consents) < len(state.deciders):
        yield Lack.UNANIMITY
