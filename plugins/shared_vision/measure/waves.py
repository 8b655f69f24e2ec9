"""Whether a survey has the answers of an earlier one, and a few more that the difference would tell."""

from shared_vision.model.records import Survey
from shared_vision.model.survey import Counts, Published, Responses


def same_again(now: Responses, before: Responses | Published) -> bool:
    """Whether one of two surveys has the rows of the other among its own."""
    return isinstance(before, Responses) and (now.holds(before) or before.holds(now))


def alike(
    survey: Survey, whole: list[Counts], before: Responses | Published
) -> tuple[list[Counts], list[Counts]]:
    """The answers now and before, question by question, as finely as those before are known."""
    if isinstance(before, Responses):
        return whole, before.whole
    low = survey.scale[0]
    now = [
        tuple(sum(whole[one.number][band.low - low : band.high + 1 - low]) for band in one.bands)
        for one in before.questions
    ]
    return now, [tuple(band.count for band in one.bands) for one in before.questions]


def few_apart(now: list[Counts], before: list[Counts], least: int) -> bool:
    """Whether one of two surveys has all answers of the other, question by question, and a few more."""
    pairs = list(zip(now, before, strict=True))
    rose = [a - b for two in pairs for a, b in zip(*two, strict=True)]
    apart = max((abs(sum(a) - sum(b)) for a, b in pairs), default=0)
    return any(rose) and (min(rose) >= 0 or max(rose) <= 0) and apart < least
