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
- An export may hold the answers of an earlier one and a few more, which the difference would tell. A survey,
  or a partner in it, that differs from an earlier one so is not shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from math import inf

from shared_vision.model.asking import best, invited_of
from shared_vision.model.leaks import is_open, leaks
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.survey import Asked, Band, Group, Published, Responses, Span

Counts = tuple[int, ...]
"""How many chose each value of the scale, from the lowest up."""


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
    answered, whole = sum(responses.answered.values()), _whole(survey, responses)
    if answered < least:
        return Published(reason=Reason.FEW_ANSWERS)
    if any(_same_again(responses, one) or _few_apart(*_alike(survey, whole, one), least) for one in earlier):
        return Published(reason=Reason.FEW_NEW)
    questions = tuple(
        _asked(number, counts, survey, least) for number, counts in enumerate(whole) if sum(counts) >= least
    )
    groups, hidden = _groups(survey, responses, _themes(survey, questions), least, earlier)
    found = Published(answered=answered, questions=questions, groups=groups, hidden=hidden)
    if given := leaks(found, survey, least):
        raise DisclosureError(f"Survey {survey.id}: {'; '.join(given)}.")
    return found


def _whole(survey: Survey, responses: Responses) -> list[Counts]:
    return [_sum(counts.values(), survey) for counts in responses.counts]


def _sum(counts: Iterable[Counts], survey: Survey) -> Counts:
    low, high = survey.scale
    zero = (0,) * (high - low + 1)
    return tuple(sum(column) for column in zip(zero, *counts, strict=True))


def _same_again(now: Responses, before: Responses | Published) -> bool:
    """Whether one of two surveys has the rows of the other among its own."""
    return isinstance(before, Responses) and (now.holds(before) or before.holds(now))


def _alike(
    survey: Survey, whole: list[Counts], before: Responses | Published
) -> tuple[list[Counts], list[Counts]]:
    """The answers now and before, question by question, as finely as those before are known."""
    if isinstance(before, Responses):
        return whole, _whole(survey, before)
    low = survey.scale[0]
    now = [
        tuple(sum(whole[one.number][band.low - low : band.high + 1 - low]) for band in one.bands)
        for one in before.questions
    ]
    return now, [tuple(band.count for band in one.bands) for one in before.questions]


def _few_apart(now: list[Counts], before: list[Counts], least: int) -> bool:
    """Whether one of two surveys has all answers of the other, question by question, and a few more."""
    pairs = list(zip(now, before, strict=True))
    rose = [a - b for two in pairs for a, b in zip(*two, strict=True)]
    apart = max((abs(sum(a) - sum(b)) for a, b in pairs), default=0)
    return any(rose) and (min(rose) >= 0 or max(rose) <= 0) and apart < least


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


def _themes(survey: Survey, questions: Iterable[Asked]) -> dict[str, list[int]]:
    """The questions of each theme whose sums are shown, by their numbers."""
    found: dict[str, list[int]] = {}
    for one in questions:
        if isinstance(one.total, int):
            found.setdefault(survey.questions[one.number].theme, []).append(one.number)
    return found


def _groups(
    survey: Survey,
    responses: Responses,
    themes: Mapping[str, list[int]],
    least: int,
    earlier: Sequence[Responses | Published],
) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """The partners whose own results are shown, and those hidden: too small, or the next smallest."""
    if not (survey.by_partner and survey.partner_column and themes):
        return (), ()
    sizes = {partner: many for partner, many in responses.answered.items() if many and partner}
    groups = _Groups(survey, responses, themes, least)
    shown = {
        partner
        for partner in sizes
        if groups.showable([partner]) and not any(groups.few_apart(partner, one) for one in earlier)
    }
    while shown and not groups.safe(set(sizes) - shown):
        shown.discard(min(shown, key=lambda partner: (sizes[partner], partner)))
    if not shown:
        return (), ()
    hidden = set(sizes) - shown
    if hidden and isinstance(survey.invited, dict):
        hidden |= set(survey.invited) - shown  # that nobody of them answered is hidden, too
    return tuple(groups.group(partner) for partner in sorted(shown)), tuple(sorted(hidden))


def _own(responses: Responses, partner: str, survey: Survey) -> list[Counts]:
    return [_sum([counts[partner]] if partner in counts else [], survey) for counts in responses.counts]


_NOBODY = Span(people=0, low=inf, high=-inf)


class _Groups:
    """What partners' people said, as far as it is asked for."""

    def __init__(
        self, survey: Survey, responses: Responses, themes: Mapping[str, list[int]], least: int
    ) -> None:
        self._survey, self._responses, self._themes, self._least = survey, responses, themes, least

    def few_apart(self, partner: str, before: Responses | Published) -> bool:
        """Whether a few people more or less answered of a partner than before, and the others the same.

        Where nobody knows any more how its people answered before, it is enough that all the answers of then
        may be among those of now.
        """
        if isinstance(before, Responses):
            now, then = (_own(one, partner, self._survey) for one in (self._responses, before))
            return _few_apart(now, then, self._least)
        now, then = _alike(self._survey, _whole(self._survey, self._responses), before)
        grew = all(a >= b for two in zip(now, then, strict=True) for a, b in zip(*two, strict=True))
        many = next((group.answers for group in before.groups if group.partner == partner), 0)
        return grew and 0 < abs(self._responses.answered[partner] - many) < self._least

    def group(self, partner: str) -> Group:
        """What is shown of a partner: the means of its questions' means, theme by theme."""
        return Group(
            partner=partner,
            answers=self._responses.answered[partner],
            themes={
                theme: round(self._mean([partner], numbers), 1) for theme, numbers in self._themes.items()
            },
        )

    def showable(self, partners: Iterable[str]) -> bool:
        """Whether the sums over some partners' people tell nothing of single ones."""
        partners = list(partners)
        return all(self._many(partners, theme, numbers) for theme, numbers in self._themes.items())

    def safe(self, hidden: set[str]) -> bool:
        """Whether nothing of hidden partners follows from the whole and those shown."""
        if not hidden:
            return True
        many = sum(self._responses.answered[partner] for partner in hidden)
        return (
            len(hidden) > 1
            and many >= self._least
            and invited_of(self._survey, hidden) != many  # else how many answered of each would be known
            and self.showable(hidden)
            and all(self._in_several(hidden, theme) for theme in self._themes)
        )

    def _many(self, partners: list[str], theme: str, numbers: list[int]) -> bool:
        span = sum(self._spans(partners, theme), _NOBODY)
        counts = [self._counts(partners, number) for number in numbers]
        if span.people < self._least or span.low == span.high or not all(map(sum, counts)):
            return False
        low, high = self._survey.scale
        answers = sum(map(sum, counts))
        total = sum((low + step) * many for one in counts for step, many in enumerate(one))
        return is_open([Band(low=low, high=high, count=answers)], total)

    def _in_several(self, partners: set[str], theme: str) -> bool:
        return len(self._spans(partners, theme)) > 1

    def _spans(self, partners: Iterable[str], theme: str) -> list[Span]:
        spans = self._responses.spans.get(theme, {})
        return [spans[partner] for partner in partners if partner in spans]

    def _counts(self, partners: Iterable[str], number: int) -> Counts:
        """How often the people of partners gave each answer, turned round where a low one is the good one."""
        of = self._responses.counts[number]
        counts = _sum([of[partner] for partner in partners if partner in of], self._survey)
        return counts[::-1] if self._survey.questions[number].reversed else counts

    def _mean(self, partners: list[str], numbers: list[int]) -> float:
        low = self._survey.scale[0]
        means = [
            sum((low + step) * many for step, many in enumerate(counts)) / sum(counts)
            for counts in (self._counts(partners, number) for number in numbers)
        ]
        return sum(means) / len(means)
