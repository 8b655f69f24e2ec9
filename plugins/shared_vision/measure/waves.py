"""Whether a survey has the answers of an earlier one, and a few more that the difference would tell."""

from collections.abc import Iterator

from shared_vision.model.asking import aligned, same_questions
from shared_vision.model.leaks import is_open
from shared_vision.model.records import Survey
from shared_vision.model.same_people import same_people
from shared_vision.model.shown import Shown
from shared_vision.model.survey import Asked, Band, Counts, Responses


def again(survey: Survey, responses: Responses, wave: Shown, partner: str | None = None) -> bool:
    """Whether most of the people answered before, or most of one partner's, as far as anybody knows."""
    before = wave.responses
    return before is not None and same_people(survey, responses, wave.survey, before, partner)


def grown(survey: Survey, responses: Responses, wave: Shown) -> bool:
    """Whether an earlier survey may be a part of this one, or this one of it, by all that is seen of it."""
    low = survey.scale[0]
    named = dict(same_questions(survey, wave.survey))
    rose = []
    for number, asked in _shared(survey, wave):
        counts = responses.whole[number]
        for band in asked.bands if not named or number in named else ():
            now = sum(counts[max(band.low - low, 0) : max(band.high + 1 - low, 0)])
            rose.append(now - band.count)
    return bool(rose) and (min(rose) >= 0 or max(rose) <= 0)


def few_apart(now: list[Counts], before: list[Counts], least: int) -> bool:
    """Whether one of two groups has all answers of the other, question by question, and a few more."""
    rose = [a - b for two in zip(now, before, strict=False) for a, b in zip(*two, strict=False)]
    apart = max((abs(sum(a) - sum(b)) for a, b in zip(now, before, strict=False)), default=0)
    return bool(rose) and (min(rose) >= 0 or max(rose) <= 0) and apart < least


def is_apart(survey: Survey, asked: Asked, wave: Shown, least: int) -> bool:
    """Whether those who are new to a question since an earlier survey are none, or as many as may be seen.

    Values are cut where they were, or nowhere: two cuts together would tell more than each of them.
    """
    return all(
        _is_apart(asked, before, least) for number, before in _shared(survey, wave) if number == asked.number
    )


def _is_apart(now: Asked, before: Asked, least: int) -> bool:
    before = before if _borders(now) else _in_one(before)
    if _borders(now) != _borders(before):
        return False
    bands = [
        Band(low=min(a.low, b.low), high=max(a.high, b.high), count=abs(a.count - b.count))
        for a, b in zip(now.bands, before.bands, strict=True)
    ]
    known = isinstance(now.total, int) and isinstance(before.total, int)
    if not any(band.count for band in bands):
        return known or not isinstance(now.total, int)
    if any(band.count < least for band in bands):
        return False
    if not isinstance(now.total, int) or not isinstance(before.total, int):
        return True
    return is_open(bands, abs(now.total - before.total))


def _borders(asked: Asked) -> list[int]:
    return [band.low for band in asked.bands[1:]]


def _in_one(asked: Asked) -> Asked:
    whole = Band(low=asked.bands[0].low, high=asked.bands[-1].high, count=asked.answers)
    return Asked(number=asked.number, bands=(whole,), total=asked.total)


def _shared(survey: Survey, wave: Shown) -> Iterator[tuple[int, Asked]]:
    """The questions of a survey that an earlier one may have asked, with what is to be seen of them there.

    A scale of as many values counts as the same, whatever the numbers.
    """
    seen = {one.number: one for one in wave.seen.questions}
    (low, high), (lowest, highest) = survey.scale, wave.survey.scale
    by = low - lowest if high - low == highest - lowest else 0
    for number, before in aligned(survey, wave.survey):
        if before in seen:
            yield number, _shifted(seen[before], by)


def _shifted(asked: Asked, by: int) -> Asked:
    return Asked(
        number=asked.number,
        bands=tuple(Band(low=one.low + by, high=one.high + by, count=one.count) for one in asked.bands),
        total=asked.total + by * asked.answers if isinstance(asked.total, int) else asked.total,
    )
