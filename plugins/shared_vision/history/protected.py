"""Agreed records that only an accepted decision may change."""

from collections.abc import Iterator

from shared_vision.model.changes import ChangeKind, Event, RecordChange
from shared_vision.model.document import Document
from shared_vision.model.problem import Place, Problem
from shared_vision.model.records import DecisionStatus, Goal, GoalStatus

_OPEN = {"signed", "tags"}
"""What may change without a decision: who agreed, and words to find it by."""
_AGREED = {GoalStatus.AGREED, GoalStatus.ACHIEVED, GoalStatus.RETIRED}


def protected_problems(before: Document, after: Document, change: Event) -> tuple[Problem, ...]:
    """A problem for each agreed record that changed without a decision which this change brings or accepts.

    What is protected is what the vision said before: else a change could lift its own fence.
    """
    protected = before.vision.governance.protects
    deciding = {ref for name in _accepted(before, after) for ref in after.decisions[name].affects}
    return tuple(
        _problem(one, before, after)
        for one in change.records
        if one.ref.partition("/")[0] in protected
        and _was_agreed(one, before)
        and _matters(one)
        and not {one.ref, one.was} & deciding
    )


def _accepted(before: Document, after: Document) -> Iterator[str]:
    """The decisions that were not accepted before, or not about the same."""
    for name, decision in after.decisions.items():
        old = before.decisions.get(name)
        same = old and old.status is decision.status and old.affects == decision.affects
        if decision.status is DecisionStatus.ACCEPTED and not same:
            yield name


def _was_agreed(change: RecordChange, before: Document) -> bool:
    if change.kind is ChangeKind.ADDED:
        return False
    kind, _, name = (change.was or change.ref).partition("/")
    record = getattr(before, kind).get(name) if kind != "vision" else before.vision
    return not isinstance(record, Goal) or record.status in _AGREED


def _matters(change: RecordChange) -> bool:
    return change.kind is not ChangeKind.CHANGED or any(
        one.field.partition(".")[0] not in _OPEN for one in change.fields
    )


def _problem(change: RecordChange, before: Document, after: Document) -> Problem:
    path = after.paths.get(change.ref) or before.paths.get(change.was or change.ref, change.ref)
    fields = dict.fromkeys(one.field.partition(".")[0] for one in change.fields)
    what = {
        ChangeKind.REMOVED: "taken away",
        ChangeKind.BROKEN: "made unreadable",
        ChangeKind.RENAMED: "renamed",
    }.get(change.kind, f"changed ({', '.join(name for name in fields if name not in _OPEN)})")
    subject = f"affects: [{change.ref}]" if change.ref != "vision/vision" else "affects: [vision/vision]"
    return Problem(
        place=Place(path=path),
        code="no-decision",
        message=f"This record is agreed and protected, and is {what} without a decision.",
        remedy=f"Add or accept a decision with {subject} in the same proposal, or take the change back.",
    )
