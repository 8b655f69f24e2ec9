"""What surveys say, worked out from what may be seen of them."""

from collections.abc import Iterator
from math import sqrt

from shared_vision.measure.shares import newcombe, wilson
from shared_vision.measure.spread import least_variance, wide_variance
from shared_vision.measure.student import quantile
from shared_vision.model.asking import best, question_key, turned
from shared_vision.model.document import Document
from shared_vision.model.health import Standing
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.survey import Asked, Published
from shared_vision.model.surveyed import Interval, Moved, Result, Surveyed, ThemeResult

STRONG, FAIR = 0.75, 0.5
"""Of the way up the scale, 4 and 3 of 5: a strength from the one on, a concern below the other."""
DIVIDED = 0.3
"""Below this agreement, people who agree on average are divided."""
_AGREED = 0.625
"""Of the way up the scale: people agree on average."""


def surveyed(document: Document) -> dict[str, Surveyed | Reason]:
    """The results of each survey of which something is known, the earliest first."""
    found: dict[str, Surveyed | Reason] = {}
    for name, published in document.answers.items():
        if isinstance(published, Published):
            before = _before(document, document.surveys[name], found)
            found[name] = _surveyed(document.surveys[name], published, before)
        elif isinstance(published, Reason):
            found[name] = published
    return found


def response_rate(survey: Survey, published: Published) -> float | Reason:
    """How many answered, as a share of those asked; or why that is not known."""
    if published.reason:
        return published.reason
    return min(published.answered / survey.asked, 1.0) if survey.asked else Reason.NOT_TOLD


_Wave = tuple[Survey, Surveyed]


def _before(document: Document, survey: Survey, found: dict[str, Surveyed | Reason]) -> _Wave | None:
    """The latest survey before that has results on the same scale."""
    for name, earlier in reversed(found.items()):
        if (
            isinstance(earlier, Surveyed)
            and earlier.questions
            and document.surveys[name].scale == survey.scale
        ):
            return document.surveys[name], earlier
    return None


def _surveyed(survey: Survey, published: Published, before: _Wave | None) -> Surveyed:
    questions = tuple(_result(survey, asked, before) for asked in published.questions)
    themes = tuple(_themes(survey, questions, before))
    moved = any(one.moved for one in questions) or any(one.moved for one in themes)
    name = before[0].id if before and moved else ""
    return Surveyed(published=published, questions=questions, themes=themes, before=name)


def _result(survey: Survey, asked: Asked, before: _Wave | None) -> Result:
    mean = asked.total / asked.answers if isinstance(asked.total, int) else asked.total
    top = asked.share_from(*best(survey, asked.number))
    between = Interval(low=0, high=1) if isinstance(top, Reason) else wilson(top, asked.answers, survey.asked)
    agreement = _agreement(survey, asked)
    return Result(
        number=asked.number,
        answers=asked.answers,
        mean=mean,
        give=_give(survey, asked, asked.total) if isinstance(asked.total, int) else 0,
        top=top,
        top_between=between,
        agreement=agreement,
        divided=_divided(survey, asked, mean, agreement),
        moved=_top_moved(survey, asked.number, top, between, before),
    )


def _give(survey: Survey, asked: Asked, total: int) -> float:
    """Half of the 95 % interval of a mean, by Student's t; narrower where many of all asked answered.

    Answers shown together count as far apart as they may be. Source of the finite population correction:
    Cochran, Sampling Techniques (1977), section 2.6.
    """
    left = max(1 - asked.answers / survey.asked, 0.0) if survey.asked else 1.0
    error = sqrt(wide_variance(asked, total) / asked.answers * left)
    return quantile(0.05, asked.answers - 1) * error


def _agreement(survey: Survey, asked: Asked) -> Interval | Reason:
    """Between what the agreement index r_wg lies: 1 less the variance as a share of that of chance.

    Answers shown together may be as far apart or as near to each other as their values allow. Source: James,
    Demaree and Wolf, Estimating within-group interrater reliability (1984).
    """
    if isinstance(asked.total, Reason):
        return Reason.ALIKE
    low, high = survey.scale
    chance = ((high - low + 1) ** 2 - 1) / 12
    ends = (wide_variance(asked, asked.total), least_variance(asked, asked.total))
    least, most = (min(max(1 - variance / chance, 0.0), 1.0) for variance in ends)
    return Interval(low=least, high=most)


def _divided(survey: Survey, asked: Asked, mean: float | Reason, agreement: Interval | Reason) -> bool | None:
    if isinstance(mean, Reason) or isinstance(agreement, Reason):
        return None
    if _height(survey, turned(survey, asked.number, mean)) < _AGREED or agreement.low >= DIVIDED:
        return False
    return True if agreement.high < DIVIDED else None


def _height(survey: Survey, value: float) -> float:
    """How far up the scale a value is, from 0 to 1."""
    low, high = survey.scale
    return (value - low) / (high - low)


def _top_moved(
    survey: Survey, number: int, top: float | Reason, between: Interval, before: _Wave | None
) -> Moved | None:
    if not before or isinstance(top, Reason):
        return None
    earlier, results = before
    asked = question_key(survey, number)
    for one in results.questions:
        if question_key(earlier, one.number) == asked and not isinstance(one.top, Reason):
            return Moved(before=one.top, rose=newcombe(top, between, one.top, one.top_between))
    return None


def _themes(survey: Survey, questions: tuple[Result, ...], before: _Wave | None) -> Iterator[ThemeResult]:
    """The themes of which a question's mean is shown.

    Half of the interval is the mean of the questions' own, as if whoever says more to one of them said more
    to all: it is no narrower than the truth.
    """
    earlier = {theme.name: theme for theme in before[1].themes} if before else {}
    for name in dict.fromkeys(question.theme for question in survey.questions):
        known = [
            (turned(survey, one.number, one.mean), one.give)
            for one in questions
            if survey.questions[one.number].theme == name and not isinstance(one.mean, Reason)
        ]
        if known:
            mean, give = (sum(each) / len(known) for each in zip(*known, strict=True))
            moved = _mean_moved(mean, give, earlier[name]) if name in earlier else None
            standing = _standing(_height(survey, mean))
            yield ThemeResult(name=name, mean=mean, give=give, standing=standing, moved=moved)


def _mean_moved(mean: float, give: float, before: ThemeResult) -> Moved:
    rose, half = mean - before.mean, sqrt(give**2 + before.give**2)
    return Moved(before=before.mean, rose=Interval(low=rose - half, high=rose + half))


def _standing(height: float) -> Standing:
    if height >= STRONG:
        return Standing.STRONG
    return Standing.FAIR if height >= FAIR else Standing.WEAK
