"""What the states and kinds of things are called."""

from collections.abc import Mapping
from enum import StrEnum

from shared_vision.model.catalogue import message
from shared_vision.model.measures import Status
from shared_vision.model.records import (
    AnswerOutcome,
    DecisionStatus,
    Direction,
    Frequency,
    GoalStatus,
    InitiativeStatus,
    Outcome,
    Stance,
)

STATUS: Mapping[str, str] = {
    Status.ACHIEVED: message("Achieved"),
    Status.ON_TRACK: message("On track"),
    Status.AT_RISK: message("At risk"),
    Status.OFF_TRACK: message("Off track"),
    Status.MOVING_AWAY: message("Moving away"),
    Status.TOO_EARLY: message("Too early to say"),
    Status.UNKNOWN: message("Not known yet"),
}
"""On its own, as a label."""

STATUS_WITHIN: Mapping[str, str] = {
    Status.ACHIEVED: message("achieved"),
    Status.ON_TRACK: message("on track"),
    Status.AT_RISK: message("at risk"),
    Status.OFF_TRACK: message("off track"),
    Status.MOVING_AWAY: message("moving away"),
    Status.TOO_EARLY: message("too early to say"),
    Status.UNKNOWN: message("not known yet"),
}
"""Within a sentence."""

DECISION: Mapping[str, str] = {
    DecisionStatus.PROPOSED: message("Proposed"),
    DecisionStatus.ACCEPTED: message("Accepted"),
    DecisionStatus.REJECTED: message("Not accepted"),
    DecisionStatus.WITHDRAWN: message("Withdrawn"),
    DecisionStatus.SUPERSEDED: message("Replaced"),
    DecisionStatus.EXPIRED: message("Expired"),
}

INITIATIVE: Mapping[str, str] = {
    InitiativeStatus.PLANNED: message("Planned"),
    InitiativeStatus.RUNNING: message("Running"),
    InitiativeStatus.DONE: message("Done"),
    InitiativeStatus.STOPPED: message("Stopped"),
}

AGREEMENT: Mapping[str, str] = {
    GoalStatus.DRAFT: message("Draft"),
    GoalStatus.PROPOSED: message("Put forward"),
    GoalStatus.AGREED: message("Agreed"),
    GoalStatus.ACHIEVED: message("Achieved"),
    GoalStatus.RETIRED: message("Retired"),
}

OUTCOME: Mapping[str, str] = {
    Outcome.CHOSEN: message("Chosen"),
    Outcome.REJECTED: message("Not chosen"),
    Outcome.DEFERRED: message("Kept for later"),
}

ANSWERED: Mapping[str, str] = {
    AnswerOutcome.ADOPTED: message("Adopted"),
    AnswerOutcome.DECLINED: message("Not taken up"),
    AnswerOutcome.DEFERRED: message("Kept for later"),
}

STANCE: Mapping[str, str] = {
    Stance.CONSENT: message("Consents"),
    Stance.ABSTAIN: message("Abstains"),
    Stance.OBJECT: message("Objects"),
    Stance.HOLD: message("Asks to wait"),
}

FREQUENCY: Mapping[str, str] = {
    Frequency.DAILY: message("every day"),
    Frequency.WEEKLY: message("every week"),
    Frequency.MONTHLY: message("every month"),
    Frequency.QUARTERLY: message("every quarter"),
    Frequency.YEARLY: message("every year"),
    Frequency.IRREGULAR: message("at no fixed times"),
}

DIRECTION: Mapping[str, str] = {
    Direction.INCREASE: message("more is better"),
    Direction.DECREASE: message("less is better"),
    Direction.MAINTAIN: message("to be kept within a band"),
}

KIND: Mapping[str, str] = {
    "vision": message("Vision: {title}"),
    "goals": message("Goal: {title}"),
    "kpis": message("KPI: {title}"),
    "decisions": message("Decision: {title}"),
    "initiatives": message("Initiative: {title}"),
    "partners": message("Partner: {title}"),
    "updates": message("Update: {title}"),
    "ideas": message("Idea: {title}"),
    "surveys": message("Survey: {title}"),
}

STATES: Mapping[type[StrEnum], Mapping[str, str]] = {
    DecisionStatus: DECISION,
    InitiativeStatus: INITIATIVE,
    GoalStatus: AGREEMENT,
    Outcome: OUTCOME,
    AnswerOutcome: ANSWERED,
    Stance: STANCE,
    Frequency: FREQUENCY,
    Direction: DIRECTION,
}
"""The names of the states that a record's fields may be in."""
