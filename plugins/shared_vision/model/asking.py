"""How the questions and the invitations of a survey are to be read."""

from math import ceil, inf

from shared_vision.model.records import Survey


def best(survey: Survey, number: int) -> tuple[int, int]:
    """The two best answers to a question, by its number, from the lower to the higher."""
    low, high = survey.scale
    return (low, low + 1) if survey.questions[number].reversed else (high - 1, high)


def turned(survey: Survey, number: int, value: float) -> float:
    """An answer or a mean to a question, turned round where a low one is the good one."""
    return sum(survey.scale) - value if survey.questions[number].reversed else value


def same_questions(survey: Survey, other: Survey) -> list[tuple[int, int]]:
    """The numbers of the questions of two surveys that share a column or a text, whatever else changed."""
    theirs = {key: number for number, key in reversed(_names(other))}
    found = {number: theirs[key] for number, key in reversed(_names(survey)) if key in theirs}
    return sorted(found.items())


def same_columns(survey: Survey, other: Survey) -> list[tuple[int, int]]:
    """The numbers of the questions of two surveys that have a column in common."""
    return [
        (number, before)
        for number, before in same_questions(survey, other)
        if {*survey.questions[number].column} & {*other.questions[before].column}
    ]


def aligned(survey: Survey, other: Survey) -> list[tuple[int, int]]:
    """The same questions, and what is left in either by its order: names may have changed."""
    pairs = same_questions(survey, other)
    left, right = ({pair[side] for pair in pairs} for side in (0, 1))
    rest = zip(
        (number for number in range(len(survey.questions)) if number not in left),
        (number for number in range(len(other.questions)) if number not in right),
        strict=False,
    )
    return sorted((*pairs, *rest))


def _names(survey: Survey) -> list[tuple[int, str]]:
    return [
        (number, " ".join(name.split()).casefold())
        for number, question in enumerate(survey.questions)
        for name in (*question.column, str(question.text))
        if name
    ]


def question_key(survey: Survey, number: int) -> tuple[object, ...]:
    """What tells that two surveys asked the same: the text, or the column where there is none."""
    question = survey.questions[number]
    return question.theme, question.reversed, str(question.text) or question.column


def step_for(survey: Survey, answers: int) -> float:
    """How coarsely the mean of so many people is rounded: by no less than any one of them can move it."""
    low, high = survey.scale
    return next(step for step in _STEPS if step >= (high - low) / answers)


def fewest_for(survey: Survey, step: float) -> int:
    """Of how many people a mean is at least that is rounded so."""
    low, high = survey.scale
    return ceil((high - low) / step - 1e-9)


def most_for(survey: Survey, step: float) -> float:
    """Of how many people a mean is at most that is rounded so, if all of them answered each question."""
    finer = max((one for one in _STEPS if one < step), default=0.0)
    return fewest_for(survey, finer) - 1 if finer else inf


_STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
