"""The words for everything that has a fixed set of names."""

from collections.abc import Mapping

from shared_vision.model.measures import Basis, Freshness, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import (
    DecisionStatus,
    Direction,
    Frequency,
    GoalStatus,
    InitiativeStatus,
    Method,
    Outcome,
    Rule,
    Stance,
)

STATUS: Mapping[str, str] = {
    Status.ACHIEVED: "Achieved",
    Status.ON_TRACK: "On track",
    Status.AT_RISK: "At risk",
    Status.OFF_TRACK: "Off track",
    Status.MOVING_AWAY: "Moving away",
    Status.TOO_EARLY: "Too early to say",
    Status.UNKNOWN: "Not known yet",
}

FRESHNESS: Mapping[str, str] = {
    Freshness.FRESH: "Up to date",
    Freshness.DUE: "New value due",
    Freshness.OVERDUE: "New value overdue",
    Freshness.DORMANT: "No news for long",
}

REASON: Mapping[str, str] = {
    Reason.NO_DATA: "There are no values yet.",
    Reason.BAD_DATA: "Its data file has a mistake, so its values are left out.",
    Reason.EMBARGOED: "Its values are not published yet.",
    Reason.NO_BASELINE: "There is no baseline to count from.",
    Reason.NO_TARGET: "No target is set.",
    Reason.ONE_POINT: "There is only one value so far; it takes two to see a change.",
    Reason.BASE_EQUALS_TARGET: "Baseline and target are the same, so there is no way to go.",
    Reason.BASE_BEYOND_TARGET: "The baseline was beyond the target already.",
    Reason.BEFORE_BASELINE: "All values are from before the baseline.",
    Reason.TARGET_BEFORE_BASELINE: "The target's date is before the baseline's.",
    Reason.NOT_DEFINED: "This way of judging has no such figure.",
    Reason.NO_SCHEDULE: "Its values come at no fixed times.",
    Reason.NO_KPIS: "No KPI tells about it yet.",
    Reason.INCOMPLETE: "Too little of it can be judged to say.",
}

DECISION: Mapping[str, str] = {
    DecisionStatus.PROPOSED: "Proposed",
    DecisionStatus.ACCEPTED: "Accepted",
    DecisionStatus.REJECTED: "Not accepted",
    DecisionStatus.WITHDRAWN: "Withdrawn",
    DecisionStatus.SUPERSEDED: "Replaced",
    DecisionStatus.EXPIRED: "Expired",
}

INITIATIVE: Mapping[str, str] = {
    InitiativeStatus.PLANNED: "Planned",
    InitiativeStatus.RUNNING: "Running",
    InitiativeStatus.DONE: "Done",
    InitiativeStatus.STOPPED: "Stopped",
}

AGREEMENT: Mapping[str, str] = {
    GoalStatus.DRAFT: "Draft",
    GoalStatus.PROPOSED: "Proposed",
    GoalStatus.AGREED: "Agreed",
    GoalStatus.ACHIEVED: "Achieved",
    GoalStatus.RETIRED: "Retired",
}

OUTCOME: Mapping[str, str] = {
    Outcome.CHOSEN: "Chosen",
    Outcome.REJECTED: "Not chosen",
    Outcome.DEFERRED: "Kept for later",
}

STANCE: Mapping[str, str] = {
    Stance.CONSENT: "Consents",
    Stance.ABSTAIN: "Abstains",
    Stance.OBJECT: "Objects",
    Stance.HOLD: "Asks to wait",
}

FREQUENCY: Mapping[str, str] = {
    Frequency.DAILY: "every day",
    Frequency.WEEKLY: "every week",
    Frequency.MONTHLY: "every month",
    Frequency.QUARTERLY: "every quarter",
    Frequency.YEARLY: "every year",
    Frequency.IRREGULAR: "at no fixed times",
}

DIRECTION: Mapping[str, str] = {
    Direction.INCREASE: "More is better",
    Direction.DECREASE: "Less is better",
    Direction.MAINTAIN: "To be kept within a band",
}

ASK = {
    "value": "{0}: a new value for {1}, due since {2}",
    "proposal": "All: a position on {0}, proposed on {1}",
    "review": "All: look again at {0}, due since {1}",
    "owner": "All: find a partner to answer for {0}",
}

COMING = {
    "review": "{0} is looked at again",
    "due": "{0} is due",
    "start": "{0} starts",
    "end": "{0} ends",
}

BLOCK = {
    "empty-block": (
        "This block does not say what to show.",
        "Name a record, e.g. kpi: complaints-per-1000, or a list, e.g. show: goals.",
    ),
    "two-records": ("This block names two records.", "Write a block for each."),
    "unknown-key": ("A block has no key {0}.", "Use one of: {0}."),
    "unknown-record": ("There is no {0} {1}.", "Its id is the last part of its address on the page {0}."),
    "unknown-form": ("A {0} cannot be shown as {1}.", "Use one of: {0}."),
    "unknown-list": ("There is no list {0}.", "Use one of: {0}. To show a record, name it: kpi: its-id."),
}

RULE: Mapping[str, str] = {Rule.CONSENT: "consent", Rule.MAJORITY: "majority", Rule.UNANIMITY: "unanimity"}

METHOD: Mapping[str, str] = {
    Basis.LINEAR: "Judged by the share of the way done, against the share of the time gone.",
    Basis.GROWTH: "Judged by yearly growth, with Statistics Canada's method for national goals (Open SDG).",
    Basis.MAINTAIN: "Judged by whether the values stay within the band.",
}

FELL_BACK = (
    f"The record asks for the method {Method.GROWTH.value}, which needs values of one sign other than zero; "
    "the share of the way is used instead."
)

SUM_HEADS = {"scored": ("Score",), "paced": ("Done", "Expected")}

SUMMED = {
    "score": "mean score, by weight =",
    "done": "done, mean by weight =",
    "expected": "expected, mean by weight =",
    "mean": "mean score",
    "enough": "{0} of the weight can be judged, at least 80 %: enough to say",
    "short": "{0} of the weight can be judged, less than 80 %:",
    "achieved": "all that can be judged is achieved:",
    "goals": "A goal below counts with the weight 1, by its own mean.",
    "unplanned": "What has no plan over time counts as all done where it is on track, else as nothing done.",
    "worst": "What is worst below it: {0}.",
}

OWNS = "answers for it"
WORKS = "works on it"
AS_OF = "as of {0}"
BASELINE_FROM_DATA = "(the first value in the data)"

SECTION = {
    "goals": "Goals",
    "kpis": "KPIs",
    "decisions": "Decisions",
    "initiatives": "Initiatives",
    "partners": "Partners",
    "updates": "Updates",
}

ONE = {
    "goals": "goal",
    "kpis": "KPI",
    "decisions": "decision",
    "initiatives": "initiative",
    "partners": "partner",
    "updates": "update",
    "vision": "vision",
}


def count(number: int, one: str, many: str = "") -> str:
    """A number of things: 1 goal, 3 goals."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def listed(names: tuple[str, ...], last: str = "and") -> str:
    """Names in a row: a, b and c."""
    return f" {last} ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
