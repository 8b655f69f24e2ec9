"""How the questions and the invitations of a survey are to be read."""

from collections.abc import Iterable

from shared_vision.model.records import Survey


def best(survey: Survey, number: int) -> tuple[int, int]:
    """The two best answers to a question, by its number, from the lower to the higher."""
    low, high = survey.scale
    return (low, low + 1) if survey.questions[number].reversed else (high - 1, high)


def turned(survey: Survey, number: int, value: float) -> float:
    """An answer or a mean to a question, turned round where a low one is the good one."""
    return sum(survey.scale) - value if survey.questions[number].reversed else value


def question_key(survey: Survey, number: int) -> tuple[object, ...]:
    """What tells that two surveys asked the same: the text, or the column where there is none."""
    question = survey.questions[number]
    return question.theme, question.reversed, str(question.text) or question.column


def asks_the_same(survey: Survey, other: Survey) -> bool:
    """Whether two surveys have the same questions in the same order, answered on the same scale."""
    keys, others = ([question_key(one, at) for at in range(len(one.questions))] for one in (survey, other))
    return survey.scale == other.scale and keys == others


def step_for(survey: Survey, answers: int) -> float:
    """How coarsely the mean of so many people is rounded: by no less than any one of them can move it."""
    low, high = survey.scale
    return next(step for step in _STEPS if step >= (high - low) / answers)


_STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)


def invited_of(survey: Survey, partners: Iterable[str]) -> int | None:
    """How many of some partners' people were asked in all; None where that is not known of each."""
    invited = survey.invited if isinstance(survey.invited, dict) else {}
    known = [invited.get(partner) for partner in partners]
    return None if None in known else sum(one or 0 for one in known)
