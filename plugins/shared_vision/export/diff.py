"""What a proposal would change, as Markdown for a job's summary."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shared_vision.model.changes import ChangeKind, Event
from shared_vision.model.document import Document
from shared_vision.model.inert import in_markdown
from shared_vision.model.measures import GoalMeasure, KpiMeasure
from shared_vision.model.names import DECISION, STANCE, STATUS
from shared_vision.model.positions import latest_positions
from shared_vision.model.procedure import Lack, is_judged, procedure
from shared_vision.model.reason import Reason
from shared_vision.model.records import Decision, DecisionStatus
from shared_vision.model.told import Mark, Telling, shown
from shared_vision.model.wording import Wording

_SIGNS = {Mark.NAME: ("*", "*"), Mark.GONE: ("~~", "~~"), Mark.COME: ("**", "**")}
_MOST = 200
_FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What becomes of the progress and status of a goal or a KPI."""

    title: str
    before: KpiMeasure | GoalMeasure
    after: KpiMeasure | GoalMeasure


def diff_markdown(telling: Telling, shifts: tuple[Shift, ...], after: Document, change: Event) -> str:
    """The whole summary: values lost or revised first, then what changes, what that does, what is decided."""
    lost = [_shown(line.text) for line in telling.news if line.about_values]
    rest = [_shown(line.text) for line in telling.news if not line.about_values] + _new_values(telling)
    seen = tuple(one for one in shifts if _stand(one.before) != _stand(one.after))
    parts = [
        "## What this would change\n",
        *(["### Values that were published are lost or become others\n", _list(lost)] if lost else []),
        *([_list(rest)] if rest else []),
        *([] if lost or rest else ["Nothing that the records say, and no value.\n"]),
        *(["### What that does\n", _table(seen)] if seen else []),
        *_decisions(after, change),
    ]
    return "\n".join(parts)


def _shown(text: str) -> str:
    return shown(text, in_markdown, _SIGNS)


def _list(lines: list[str]) -> str:
    more = [f"- and {len(lines) - _MOST} more"] if len(lines) > _MOST else []
    return "".join(f"{line}\n" for line in (*(f"- {line}" for line in lines[:_MOST]), *more))


def _table(shifts: tuple[Shift, ...]) -> str:
    rows = "".join(
        f"| {in_markdown(one.title)} | {_stand(one.before)} | {_stand(one.after)} |\n"
        for one in shifts[:_MOST]
    )
    return f"| Goal or KPI | Before | After |\n| --- | --- | --- |\n{rows}"


def _new_values(telling: Telling) -> list[str]:
    """A line for each KPI with new values, where they are few."""
    if len(telling.routine) <= _FEW:
        return [_shown(line.text) for line in telling.routine]
    return [f"New values of {len(telling.routine)} KPIs"]


def _stand(measure: KpiMeasure | GoalMeasure) -> str:
    """Status and progress: On track, 71 %."""
    progress = measure.progress
    if isinstance(progress, Reason) or progress is None:
        return STATUS[measure.status]
    return f"{STATUS[measure.status]}, {Wording().percent(progress)}"


def _decisions(after: Document, change: Event) -> Iterator[str]:
    """The decisions that are proposed, changed or accepted, with what each partner said."""
    names = [
        one.ref.removeprefix("decisions/")
        for one in change.records
        if one.ref.startswith("decisions/") and one.kind is not ChangeKind.REMOVED
    ]
    found = [after.decisions[name] for name in names if name in after.decisions]
    if found:
        yield "### Decisions\n"
        yield "".join(f"- {_decision(decision, after, change.day)}\n" for decision in found)


def _decision(decision: Decision, after: Document, today: date) -> str:
    """A decision, the latest answer of each partner, and where it stands by the partnership's rules."""
    proposed = decision.status is DecisionStatus.PROPOSED
    said = latest_positions(decision, today)
    names = {partner.id: in_markdown(partner.title) for partner in after.partners.values()}
    answers = [f"{name}: {STANCE[said[one].position].lower()}" for one, name in names.items() if one in said]
    parts = [f"*{in_markdown(decision.title)}*: {DECISION[decision.status].lower()}", *answers]
    silent = [name for one, name in names.items() if one not in said]
    if silent and proposed:
        parts.append(f"no answer yet from {', '.join(silent)}")
    if proposed and is_judged(decision, after.vision):
        state = procedure(decision, after.vision, tuple(after.partners.values()), today)
        lacks = ", ".join(_LACK[lack] for lack in state.missing)
        parts.append(f"not carried yet: {lacks}" if lacks else "carried by the partnership's rules")
    return "; ".join(parts)


_LACK = {
    Lack.TIME: "the time for comments is not over",
    Lack.QUORUM: "too few have answered",
    Lack.OBJECTION: "there is an open objection",
    Lack.HOLD: "a partner asks to wait",
    Lack.MAJORITY: "no more consent than object",
    Lack.UNANIMITY: "not everybody consents",
}
