"""Whether decisions were made as the partners decided to decide."""

from collections.abc import Iterable, Iterator, Mapping

from shared_vision.join.finding import error, warning
from shared_vision.model.loaded import Loaded, LoadedRecord
from shared_vision.model.problem import Problem
from shared_vision.model.procedure import STRICTNESS, Lack, Procedure, has_rules, is_judged, procedure
from shared_vision.model.records import Decision, DecisionStatus, Governance, Partner, Stance, Vision

_STANDING = (DecisionStatus.PROPOSED, DecisionStatus.ACCEPTED)


def governance_problems(
    loaded: Loaded, vision: Vision, partners: Mapping[str, Partner], decisions: Mapping[str, Decision]
) -> Iterator[Problem]:
    """Accepted decisions that the vision's rules do not carry, and answers that the rules cannot count.

    Only decisions from when rules were written down and in force are looked at; none while a partner's file
    cannot be read, whose answers would be missing. `decisions` are those of the document, by id.
    """
    unread = any(record.kind == Partner.kind for record in loaded.broken)
    if unread or not has_rules(vision):
        return
    for found in loaded.of_kind("decisions"):
        decision = decisions[found.record.id]
        if decision.status in _STANDING and is_judged(decision, vision):
            yield from _answers(found)
            yield from _rule(found, vision.governance)
            if decision.status is DecisionStatus.ACCEPTED:
                state = procedure(decision, vision, tuple(partners.values()), decision.date)
                yield from _made(found, decision, vision.governance, state)


def _answers(found: LoadedRecord[Decision]) -> Iterator[Problem]:
    for number, position in enumerate(found.record.positions):
        if position.position is Stance.OBJECT and not position.comment:
            message = f"{position.partner} objects without a reason."
            remedy = "Write it as comment: what would have to change?"
            yield error(found, ("positions", number), ("no-reason", message, remedy))


def _rule(found: LoadedRecord[Decision], rules: Governance) -> Iterator[Problem]:
    rule = found.record.rule
    if rule and STRICTNESS.index(rule) < STRICTNESS.index(rules.rule):
        message = f"The rule {rule} is weaker than the partnership's rule {rules.rule}, which counts here."
        remedy = "Leave it out; vision.yml says how the partners decide."
        yield error(found, ("rule",), ("weaker-rule", message, remedy))


def _made(
    found: LoadedRecord[Decision], decision: Decision, rules: Governance, state: Procedure
) -> Iterator[Problem]:
    if not state.carried:
        gaps = "; ".join(_gap(lack, state) for lack in state.missing)
        message = f"It is accepted, but the rule {state.rule} does not carry it: {gaps}."
        remedy = (
            "Write status: proposed until that is settled, or add the answers that are missing to positions."
        )
        yield error(found, ("status",), ("not-carried", message, remedy))
    others = [one for one in decision.decided_by if rules.decided_by and one not in rules.decided_by]
    if others:
        message = f"It is decided by {_listed(others)}, but in vision.yml {_listed(rules.decided_by)} decide."
        yield error(found, ("decided_by",), ("not-theirs-to-decide", message, "Correct one of the two."))
    if state.begun is None and state.comment_days and state.waited_for:
        message = f"Nobody can tell whether it was open for comments for {state.comment_days} days."
        remedy = "Write the day it was put to the partners, e.g. proposed_on: 2026-01-31."
        yield warning(found, ("date",), ("no-proposal-day", message, remedy))


def _gap(lack: Lack, state: Procedure) -> str:
    consents, objections = state.who(Stance.CONSENT), state.who(Stance.OBJECT)
    holds = (f"{name} until {state.holds_until(name)}" for name in state.who(Stance.HOLD))
    return {
        Lack.TIME: (
            f"it was open for comments until {state.ends}, and without {_listed(state.waited_for)} "
            "it could not be decided sooner"
        ),
        Lack.QUORUM: f"of the {state.quorum} partners that it takes, {len(state.answered)} had answered",
        Lack.OBJECTION: f"objections are open: {_listed(objections)}",
        Lack.HOLD: f"partners asked to wait: {_listed(holds)}",
        Lack.MAJORITY: f"{len(consents)} consented, {len(objections)} objected",
        Lack.UNANIMITY: (
            f"consent is missing: {_listed(one for one in state.deciders if one not in consents)}"
        ),
    }[lack]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
