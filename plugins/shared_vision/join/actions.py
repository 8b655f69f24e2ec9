"""Whether what was decided or begun makes sense in itself."""

from collections.abc import Iterator
from datetime import date

from shared_vision.join.finding import error, warning
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Problem
from shared_vision.model.records import Decision, DecisionStatus, Expectation, Initiative, Outcome, Update


def initiative_problems(found: LoadedRecord[Initiative]) -> Iterator[Problem]:
    """Everything in the initiative that contradicts itself."""
    start, end = found.record.start, found.record.end
    if start and end and end < start:
        message = f"The end {end} is before the start {start}."
        yield error(found, ("end",), ("end-before-start", message, "Correct one of the dates."))
    yield from _expectations(found, found.record.expects)


def mended_initiative(initiative: Initiative) -> Initiative:
    """The initiative without an end before its start."""
    start, end = initiative.start, initiative.end
    return initiative.model_copy(update={"end": None}) if start and end and end < start else initiative


def decision_problems(found: LoadedRecord[Decision]) -> Iterator[Problem]:
    """Everything in the decision that contradicts itself."""
    decision = found.record
    chosen = [number for number, option in enumerate(decision.options) if option.outcome is Outcome.CHOSEN]
    for number in chosen[1:]:
        message = f"Another option is chosen already: {decision.options[chosen[0]].title}."
        remedy = "Leave one option with outcome: chosen; make one option of what was chosen together."
        yield error(found, ("options", number, "outcome"), ("two-chosen", message, remedy))
    for number, option in enumerate(decision.options):
        if decision.passed_over(option) and not option.valued_for:
            message = "This option was not chosen, and nobody says what was good about it."
            remedy = "Write it as valued_for, in one sentence."
            yield warning(found, ("options", number), ("no-valued-for", message, remedy))
    if decision.review_on and decision.review_on <= decision.date:
        message = f"The review on {decision.review_on} is not after the decision on {decision.date}."
        yield warning(found, ("review_on",), ("review-before-decision", message, "Correct one of the dates."))
    if decision.status is not DecisionStatus.PROPOSED and (decision.proposed_on or date.min) > decision.date:
        message = f"It was decided on {decision.date}, before it was proposed on {decision.proposed_on}."
        words = ("decided-before-proposed", message, "Correct one of the dates.")
        yield error(found, ("proposed_on",), words)
    yield from _expectations(found, decision.expects)


def update_problems(found: LoadedRecord[Update]) -> Iterator[Problem]:
    """Whether the update says anything, even that there is nothing new."""
    update = found.record
    said = (update.title, update.summary, update.body, update.goals, update.asks, update.blockers)
    if not update.no_change and not any(said):
        message = "This update says nothing."
        remedy = "Write a note for a goal, or no_change: true if there is nothing new."
        yield warning(found, (), ("says-nothing", message, remedy))


def _expectations(
    found: LoadedRecord[Initiative] | LoadedRecord[Decision], expects: tuple[Expectation, ...]
) -> Iterator[Problem]:
    for number, expectation in enumerate(expects):
        if expectation.by is not None and expectation.by <= 0:
            message = f"The direction says which way, so by is more than 0; found {expectation.by:.12g}."
            remedy = "Write it without a minus, and check the direction."
            yield error(found, ("expects", number, "by"), ("not-positive", message, remedy))
