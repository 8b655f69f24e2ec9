"""Whether a survey has the answers of an earlier one, and a few more that the difference would tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from shared_vision.model.asking import same_questions
from shared_vision.model.leaks import is_open
from shared_vision.model.records import Survey
from shared_vision.model.same_people import same_people
from shared_vision.model.survey import Asked, Band, Published, Responses


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """An earlier survey, what of it is to be seen, and its answers where they are still at hand."""

    survey: Survey
    seen: Published
    responses: Responses | None = None


def again(survey: Survey, responses: Responses, wave: Wave, partner: str | None = None) -> bool | None:
    """Whether most of the people answered before, or most of one partner's; None where nobody knows."""
    if wave.responses is None:
        return None
    return same_people(survey, responses, wave.survey, wave.responses, partner)


def grown(survey: Survey, responses: Responses, wave: Wave) -> bool:
    """Whether an earlier survey may be a part of this one, or this one of it, by all that is seen of it."""
    low = survey.scale[0]
    rose = []
    for number, asked in _shared(survey, wave):
        counts = responses.whole[number]
        for band in asked.bands:
            now = sum(counts[max(band.low - low, 0) : max(band.high + 1 - low, 0)])
            rose.append(now - band.count)
    return bool(rose) and (min(rose) >= 0 or max(rose) <= 0)


def is_apart(survey: Survey, asked: Asked, wave: Wave, least: int) -> bool:
    """Whether those who are new to a question since an earlier survey are none, or as many as may be seen."""
    return all(
        _is_apart(asked, before, least) for number, before in _shared(survey, wave) if number == asked.number
    )


def _is_apart(now: Asked, before: Asked, least: int) -> bool:
    borders = {band.low for band in now.bands[1:]} & {band.low for band in before.bands[1:]}
    lowest = min(now.bands[0].low, before.bands[0].low)
    highest = max(now.bands[-1].high, before.bands[-1].high)
    bands = [
        Band(low=start, high=end - 1, count=abs(_between(now, start, end) - _between(before, start, end)))
        for start, end in pairwise((lowest, *sorted(borders), highest + 1))
    ]
    new = sum(band.count for band in bands)
    if not new:
        return True
    if any(band.count < least for band in bands):
        return False
    if not isinstance(now.total, int) or not isinstance(before.total, int):
        return True
    return is_open(bands, abs(now.total - before.total))


def _between(asked: Asked, start: int, end: int) -> int:
    return sum(band.count for band in asked.bands if start <= band.low and band.high < end)


def _shared(survey: Survey, wave: Wave) -> Iterable[tuple[int, Asked]]:
    """The questions of a survey that an earlier one asked, too, with what is to be seen of them there."""
    seen = {one.number: one for one in wave.seen.questions}
    pairs = same_questions(survey, wave.survey)
    return [(number, seen[before]) for number, before in pairs if before in seen]
