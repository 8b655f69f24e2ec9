"""What of a survey may be published, so that nobody's answer can be worked out.

Hidden stays how many chose a value that few chose, and of each partner whose people are too few how many of
them answered and what they said. Why it holds, against whoever has everything that is published, the number
of those invited and this program:

- All that is published of the whole are bands and, where they leave open how many chose each joined value,
  the exact sum of a question's answers. Means, shares, spreads, intervals and changes are worked out from
  these alone (`measure/surveys.py`), so they tell nothing more; nor does which bands were chosen
  (`measure/banding.py`).
- What is published depends on the hidden partners' people only as a whole. Had two of them changed places,
  one of one hidden partner, one of another, the very same would have been published. So as long as two
  partners are hidden whose people do not all say the same, no hidden partner's figure follows.
- The mean of a partner is rounded by no less than any one of its people can move it. It may tell that nobody
  of it chose some answer, but not who chose what.
- An export may hold the answers of an earlier one and a few more, which the difference would tell. A survey,
  or a partner in it, that differs from an earlier one so is not shown. Where more than a few people may be
  new, values are cut where they were, or nowhere. Who changed answers between two exports of which the first
  is sealed, or of which nobody is told apart, is not found out; nor what follows from three surveys together.
- What could be seen of a survey once stays as it was (`measure/disclosed.py`).
"""

from collections.abc import Sequence
from itertools import pairwise

from shared_vision.measure.banding import Edges, bandings
from shared_vision.measure.by_partner import by_partner
from shared_vision.measure.waves import again, grown, is_apart
from shared_vision.model.asking import best
from shared_vision.model.leaks import leaks
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.shown import Shown
from shared_vision.model.survey import Asked, Band, Counts, Published, Responses


class DisclosureError(Exception):
    """Something hidden follows from what would be published: our mistake, and nothing is built."""


def publish(
    survey: Survey,
    responses: Responses,
    least: int,
    earlier: Sequence[Shown] = (),
    own: Shown | None = None,
) -> Published:
    """What may be seen of a survey where groups of fewer than `least` are protected.

    `earlier` is what is known of earlier surveys, `own` what could be seen of these very answers.

    Raises:
        DisclosureError: something hidden would follow from it.
    """
    answered = sum(responses.answered.values())
    if answered < least:
        return Published(reason=Reason.FEW_ANSWERS)
    within = [wave for wave in earlier if grown(survey, responses, wave)]
    if any(again(survey, responses, wave) for wave in earlier) or any(
        0 < abs(answered - wave.seen.answered) < least for wave in within
    ):
        return Published(reason=Reason.FEW_NEW)
    known = [*within, own] if own else within
    questions = tuple(
        asked
        for number, counts in enumerate(responses.whole)
        if sum(counts) >= least and (asked := _asked(number, counts, survey, least, known))
    )
    groups, hidden = by_partner(survey, responses, questions, least, earlier) if not within else ((), ())
    found = Published(answered=answered, questions=questions, groups=groups, hidden=hidden)
    if given := leaks(found, survey, least):
        raise DisclosureError(f"Survey {survey.id}: {'; '.join(given)}.")
    return found


def _asked(number: int, counts: Counts, survey: Survey, least: int, known: Sequence[Shown]) -> Asked | None:
    """The finest bands that keep everything open, also beside what is known of the same people."""

    def shown(edges: Edges, *, summed: bool) -> Asked:
        bands = tuple(
            Band(low=low + start, high=low + end - 1, count=sum(counts[start:end]))
            for start, end in pairwise(edges)
        )
        total = sum(value * many for value, many in enumerate(counts, low))
        return Asked(number=number, bands=bands, total=total if summed else Reason.ALIKE)

    low, high = survey.scale
    bottom, top = best(survey, number)
    edge = (top + 1 if bottom == low else bottom) - low
    chosen = bandings(high - low + 1, least, edge).choose(
        counts,
        lambda edges, *, summed: all(
            is_apart(survey, shown(edges, summed=summed), wave, least) for wave in known
        ),
    )
    return shown(chosen[0], summed=chosen[1]) if chosen else None
