"""Whether an idea and its answer make sense in themselves, and whether the answer says what was good."""

from collections.abc import Iterator

from shared_vision.join.finding import error, warning
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Problem
from shared_vision.model.records import AnswerOutcome, Idea


def idea_problems(found: LoadedRecord[Idea]) -> Iterator[Problem]:
    """Everything in the idea that contradicts itself, and what an answer leaves out."""
    idea, answer = found.record, found.record.answer
    if answer is None:
        return
    if not answer.valued_for:
        message = "The answer does not say what was good about the idea."
        remedy = "Write it as valued_for, in one sentence, adopted or not."
        yield error(found, ("answer",), ("no-valued-for", message, remedy))
    if answer.on < idea.date:
        message = f"The answer of {answer.on} is from before the idea of {idea.date}."
        yield error(found, ("answer", "on"), ("answered-before", message, "Correct one of the dates."))
    if answer.outcome is not AnswerOutcome.ADOPTED and not answer.text:
        message = f"The idea is {answer.outcome}, and nobody says why."
        remedy = "Write the reason as text, in one sentence."
        yield warning(found, ("answer", "outcome"), ("no-reason", message, remedy))
    if answer.by == idea.by:
        message = f"{idea.by} answers its own idea."
        remedy = "Let another partner answer, so that it knows that it was heard."
        yield warning(found, ("answer", "by"), ("own-answer", message, remedy))


def mended_idea(idea: Idea) -> Idea:
    """The idea with an answer from its own day, where that is from before."""
    answer = idea.answer
    if answer is None or answer.on >= idea.date:
        return idea
    return idea.model_copy(update={"answer": answer.model_copy(update={"on": idea.date})})
