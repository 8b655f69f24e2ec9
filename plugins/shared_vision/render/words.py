"""The words for everything that has a fixed set of names."""

from collections.abc import Mapping

from shared_vision.model.catalogue import message, messages
from shared_vision.model.effect import Verdict
from shared_vision.model.health import Sign
from shared_vision.model.heard import Waiting
from shared_vision.model.log import Gap
from shared_vision.model.measures import Agreement, Basis, Freshness, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Outcome, Rule
from shared_vision.model.wording import Wording

FRESHNESS: Mapping[str, str] = {
    Freshness.FRESH: message("Up to date"),
    Freshness.DUE: message("New value due"),
    Freshness.OVERDUE: message("New value overdue"),
    Freshness.DORMANT: message("No news for long"),
}

REASON: Mapping[str, str] = {
    Reason.NO_DATA: message("There are no values yet."),
    Reason.BAD_DATA: message("Its data file has a mistake, so its values are left out."),
    Reason.EMBARGOED: message("Its values are not published yet."),
    Reason.NO_BASELINE: message("There is no baseline to count from."),
    Reason.NO_TARGET: message("No target is set."),
    Reason.FEW_ANSWERS: message("Too few answered to show it without telling what single people said."),
    Reason.ALIKE: message("Nearly all answered alike; to show more would tell what single people said."),
    Reason.FEW_NEW: message(
        "Nearly all of these are the answers of an earlier survey; "
        "what is new would tell what single people said."
    ),
    Reason.SHOWN_BEFORE: message(
        "Other results could be seen under this name; this survey needs a name of its own."
    ),
    Reason.LEAKS: message("What single people said would follow from the figures in its file."),
    Reason.NOT_TOLD: message("Nobody wrote down how many were asked."),
    Reason.NO_ANSWERS: message("No idea of it has an answer yet."),
    Reason.NOTHING_ASKED: message("Nothing of the kind was asked for within the year."),
    Reason.ONE_POINT: message("There is only one value so far; it takes two to see a change."),
    Reason.ONE_YEAR: message(
        "All values since the baseline are of one year; it takes two to see growth a year."
    ),
    Reason.NO_GROWTH: message("From a zero, or across it, there is no growth a year; a target would help."),
    Reason.BASE_EQUALS_TARGET: message("Baseline and target are the same, so there is no way to go."),
    Reason.BASE_BEYOND_TARGET: message("The baseline was beyond the target already."),
    Reason.BEFORE_BASELINE: message("All values are from before the baseline."),
    Reason.TARGET_BEFORE_BASELINE: message("The target's date is before the baseline's."),
    Reason.NOT_DEFINED: message("This way of judging has no such figure."),
    Reason.NO_SCHEDULE: message("Its values come at no fixed times."),
    Reason.NO_KPIS: message("No KPI tells about it yet."),
    Reason.INCOMPLETE: message("Too little of it can be judged to say."),
    Reason.TOO_FEW: message("There are too few values to say where they are heading."),
    Reason.NO_RHYTHM: message("Its values come at no fixed times, so there is no next one to foretell."),
    Reason.NEVER_MOVED: message("All values are the same, so nothing shows how the next could differ."),
    Reason.ALREADY_MET: message("The latest value meets the target."),
    Reason.NOT_WITHIN: message("The target's date lies further ahead than the values carry."),
    Reason.TARGET_PASSED: message("The target's date has passed."),
    Reason.FEW_FOR_SLOPE: message("A slope takes four values or more."),
    Reason.FEW_FOR_TREND: message("It takes eight values to tell a trend from chance."),
    Reason.FEW_FOR_LIMITS: message("It takes six values to say what is usual."),
    Reason.NO_HISTORY: message("It is not known when its values came in."),
    Reason.NOTHING_DUE: message("No value has fallen due since it is known when they come in."),
}

WAITING: Mapping[str, str] = {
    Waiting.OPEN: message("Waiting for an answer"),
    Waiting.LATE: message("Answer overdue"),
}

SIGN: Mapping[str, str] = {
    Sign.RHYTHM_KEPT: message("Keeping in touch"),
    Sign.IDEAS_ANSWERED: message("Ideas answered in time"),
    Sign.PARTICIPATION: message("Part in decisions"),
    Sign.BALANCE: message("Balance of contributions"),
    Sign.DATA_ON_TIME: message("Data on time"),
    Sign.RECOGNITION: message("Thanks written down"),
    Sign.SATISFACTION: message("Satisfaction"),
    Sign.ENGAGEMENT: message("Part in surveys"),
}
"""What tells how the partnership itself is doing."""

THEME: Mapping[str, str] = {
    "openness": message("Openness"),
    "reliability": message("Reliability"),
    "shared aim": message("Shared aim"),
    "recognition": message("Recognition"),
    "effort": message("Effort"),
    "influence": message("Influence"),
}
"""The themes of the questionnaire that comes along; others are called as the survey calls them."""

MEANS: Mapping[str, str] = {
    Sign.RHYTHM_KEPT: message(
        "Of the updates that fell due, the share that came by the second working day after their day."
    ),
    Sign.IDEAS_ANSWERED: message(
        "Of the ideas whose time for an answer is over, the share that was answered in it."
    ),
    Sign.PARTICIPATION: message(
        "Of the partners whose answers decisions asked for, the share that said yes or no or stood aside."
    ),
    Sign.BALANCE: message(
        "Ideas and options counted by partner: to how many partners bringing alike they amount "
        "(one over the sum of the squared shares), as a share of all partners."
    ),
    Sign.DATA_ON_TIME: message("Of the values that fell due, the share that was published by its day."),
    Sign.RECOGNITION: message(
        "Of the ideas answered and the options not taken, the share of which the record says what was good."
    ),
    Sign.SATISFACTION: message("The mean over all themes of each survey, on its scale."),
    Sign.ENGAGEMENT: message("Of those whom a survey asked, the share that answered."),
}
"""How each is worked out."""

BECAUSE: Mapping[Outcome | None, str] = {
    Outcome.CHOSEN: message("Why: {reason}"),
    Outcome.REJECTED: message("Why not: {reason}"),
    Outcome.DEFERRED: message("Why later: {reason}"),
    None: message("Why: {reason}"),
}

GAP: Mapping[str, str] = {
    Gap.NO_GIT: message("The history is not known: the program git was not there when this site was built."),
    Gap.NO_REPOSITORY: message("The history is not known: this site was built from a copy without it."),
    Gap.NO_COMMIT: message("The history begins with the first version that is saved."),
    Gap.FOREIGN_OWNER: message(
        "The history is not known: git did not read it, since its folder belongs to another user."
    ),
    Gap.SHALLOW: message("The history is incomplete: the copy leaves out what was before."),
    Gap.UNREADABLE: message("The history is not known: git could not read it."),
}

VOICE: Mapping[str, str] = {
    Agreement.AGREED: message("Agreed"),
    Agreement.EARLIER: message("Earlier wording"),
    Agreement.OBJECTS: message("Objects"),
    Agreement.NOT_ASKED: message("Not yet asked"),
}

VERDICT: Mapping[str, str] = {
    Verdict.HELPED: message("Helped"),
    Verdict.HURT: message("Hurt"),
    Verdict.NO_CHANGE: message("No visible change"),
    Verdict.CANNOT_TELL: message("Cannot tell yet"),
}

RULE: Mapping[str, str] = {
    Rule.CONSENT: message("Consent: nobody objects"),
    Rule.MAJORITY: message("Majority: more partners consent than object"),
    Rule.UNANIMITY: message("Unanimity: every partner consents"),
}

ASK = {
    "owner": message("Find a partner to answer for {what}"),
    "update": message("asks: {what}"),
}

COMING = {
    "review": message("{what} is looked at again"),
    "due": message("{what} is due"),
    "start": message("{what} starts"),
    "end": message("{what} ends"),
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

METHOD: Mapping[str, str] = {
    Basis.LINEAR: message("Judged by the share of the way done, against the share of the time gone."),
    Basis.GROWTH: message(
        "Judged by yearly growth, with Statistics Canada's method for national goals (Open SDG)."
    ),
    Basis.MAINTAIN: message("Judged by whether the values stay within the band."),
}

FELL_BACK = message(
    "The record asks for the method growth, which needs values of one sign other than zero; "
    "the share of the way is used instead."
)

SECTION: Mapping[str, str] = {
    "vision": message("Vision"),
    "goals": message("Goals"),
    "kpis": message("KPIs"),
    "decisions": message("Decisions"),
    "initiatives": message("Initiatives"),
    "partners": message("Partners"),
    "updates": message("Updates"),
    "ideas": message("Ideas"),
    "surveys": message("Surveys"),
}

BROKEN: Mapping[str, str] = {
    "goals": message("This goal cannot be shown until its file is mended."),
    "kpis": message("This KPI cannot be shown until its file is mended."),
    "decisions": message("This decision cannot be shown until its file is mended."),
    "initiatives": message("This initiative cannot be shown until its file is mended."),
    "partners": message("This partner cannot be shown until its file is mended."),
    "updates": message("This update cannot be shown until its file is mended."),
    "ideas": message("This idea cannot be shown until its file is mended."),
    "surveys": message("This survey cannot be shown until its file is mended."),
}

ONE: Mapping[str, str] = {
    "goals": "goal",
    "kpis": "KPI",
    "decisions": "decision",
    "initiatives": "initiative",
    "partners": "partner",
    "ideas": "idea",
    "surveys": "survey",
}
"""What messages about a mistake call a record of each kind."""


def counted(status: Status, number: int, wording: Wording) -> str:
    """How many are in a state: 12 on track."""
    return wording.plural(*_COUNTED[status], number)


_COUNTED: Mapping[str, tuple[str, str]] = {
    Status.ACHIEVED: messages("{number} achieved", "{number} achieved"),
    Status.ON_TRACK: messages("{number} on track", "{number} on track"),
    Status.AT_RISK: messages("{number} at risk", "{number} at risk"),
    Status.OFF_TRACK: messages("{number} off track", "{number} off track"),
    Status.MOVING_AWAY: messages("{number} moving away", "{number} moving away"),
    Status.TOO_EARLY: messages("{number} too early to say", "{number} too early to say"),
    Status.UNKNOWN: messages("{number} not known yet", "{number} not known yet"),
}
