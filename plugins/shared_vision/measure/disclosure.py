"""What of a survey may be published, so that nobody's answer can be worked out.

Hidden stays how many chose a value that few chose, and of each partner whose people are too few how many of
them answered and what they said. Why it holds, against whoever has everything that is published and the
number of those invited:

- All that is published of the whole are bands and, where they leave open how many chose each joined value,
  the exact sum of a question's answers. Means, shares, spreads, intervals and changes are worked out from
  these alone (`measure/surveys.py`), so they tell nothing more.
- What is published depends on the hidden partners' people only as a whole. Had two of them changed places,
  one of one hidden partner, one of another, the very same would have been published. So as long as two
  partners are hidden whose people do not all say the same, no hidden partner's figure follows.
- The mean of a partner is rounded by no less than any one of its people can move it.
- An export may hold the answers of an earlier one and a few more, which the difference would tell. A survey,
  or a partner in it, that differs from an earlier one so is not shown.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from shared_vision.measure.by_partner import by_partner
from shared_vision.measure.waves import alike, few_apart, same_again
from shared_vision.model.asking import best
from shared_vision.model.leaks import is_open, leaks
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.survey import Asked, Band, Counts, Published, Responses


class DisclosureError(Exception):
    """Something hidden follows from what would be published: our mistake, and nothing is built."""


def publish(
    survey: Survey, responses: Responses, least: int, earlier: Sequence[Responses | Published] = ()
) -> Published:
    """What may be seen of a survey where groups of fewer than `least` are protected.

    `earlier` is what is known of earlier surveys that asked the same.

    Raises:
        DisclosureError: something hidden would follow from it.
    """
    answered, whole = sum(responses.answered.values()), responses.whole
    if answered < least:
        return Published(reason=Reason.FEW_ANSWERS)
    if any(same_again(responses, one) or few_apart(*alike(survey, whole, one), least) for one in earlier):
        return Published(reason=Reason.FEW_NEW)
    questions = tuple(
        _asked(number, counts, survey, least) for number, counts in enumerate(whole) if sum(counts) >= least
    )
    groups, hidden = by_partner(survey, responses, questions, least, earlier)
    found = Published(answered=answered, questions=questions, groups=groups, hidden=hidden)
    if given := leaks(found, survey, least):
        raise DisclosureError(f"Survey {survey.id}: {'; '.join(given)}.")
    return found


def _asked(number: int, counts: Counts, survey: Survey, least: int) -> Asked:
    """The finest bands that keep everything open; with the sum of the answers, if any bands do so with it."""
    low, high = survey.scale
    total = sum(value * many for value, many in zip(range(low, high + 1), counts, strict=True))
    allowed = [
        bands for bands in _bandings(counts, survey, number) if all(band.count >= least for band in bands)
    ]
    for bands in allowed:
        if is_open(bands, total):
            return Asked(number=number, bands=bands, total=total)
    return Asked(number=number, bands=allowed[0], total=Reason.ALIKE)


def _bandings(counts: Counts, survey: Survey, number: int) -> Iterator[tuple[Band, ...]]:
    """Every way to take neighbours together: first those that tell the share of the two best answers."""
    low, width = survey.scale[0], len(counts)
    edge = best(survey, number)
    inner = range(1, width)
    cuts = [chosen for size in inner for chosen in combinations(inner, size)] + [()]
    for chosen in sorted(cuts, key=lambda one: (not _tells(one, edge, survey), -len(one))):
        ends = (0, *chosen, width)
        yield tuple(
            Band(low=low + start, high=low + end - 1, count=sum(counts[start:end]))
            for start, end in pairwise(ends)
        )


def _tells(cuts: Sequence[int], edge: tuple[int, int], survey: Survey) -> bool:
    low, high = survey.scale
    return all(border in cuts for border in (edge[0] - low, edge[1] + 1 - low) if 0 < border <= high - low)
