"""Which partners' own results to a survey may be shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import inf

from shared_vision.measure.waves import alike, few_apart
from shared_vision.model.asking import invited_of, step_for
from shared_vision.model.leaks import is_open
from shared_vision.model.records import Survey
from shared_vision.model.survey import Asked, Band, Counts, Group, Published, Responses, Span

Earlier = Sequence[Responses | Published]


def by_partner(
    survey: Survey,
    responses: Responses,
    questions: Sequence[Asked],
    least: int,
    earlier: Earlier,
) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """The partners whose own results are shown, and those hidden: too small, or the next smallest."""
    sizes = {partner: many for partner, many in responses.answered.items() if many and partner}
    themes = _themes(survey, questions, len(sizes) + 1)
    if not (survey.by_partner and survey.partner_column and themes):
        return (), ()
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
    hidden = groups.with_silent(set(sizes) - shown)
    return tuple(groups.group(partner) for partner in sorted(shown)), tuple(sorted(hidden))


def _themes(survey: Survey, questions: Iterable[Asked], groups: int) -> dict[str, list[int]]:
    """The questions of each theme whose sums are shown, by their numbers.

    Themes are left out with a question that nearly all answered with an end of the scale, so that not in each
    of so many groups somebody may have chosen the other one.
    """
    found: dict[str, list[int]] = {}
    crowded = set()
    low, high = survey.scale
    for one in questions:
        theme = survey.questions[one.number].theme
        if isinstance(one.total, int):
            found.setdefault(theme, []).append(one.number)
            if min(one.total - low * one.answers, high * one.answers - one.total) < groups * (high - low):
                crowded.add(theme)
    return {theme: numbers for theme, numbers in found.items() if theme not in crowded}


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
            return few_apart(self._responses.of([partner]), before.of([partner]), self._least)
        now, then = alike(self._survey, self._responses.whole, before)
        grew = all(a >= b for two in zip(now, then, strict=True) for a, b in zip(*two, strict=True))
        many = next((group.answers for group in before.groups if group.partner == partner), 0)
        return grew and 0 < abs(self._responses.answered[partner] - many) < self._least

    def group(self, partner: str) -> Group:
        """What is shown of a partner: the mean of its questions' means, theme by theme, rounded."""
        answers = self._responses.answered[partner]
        step = step_for(self._survey, answers)
        means = {theme: self._mean([partner], numbers) for theme, numbers in self._themes.items()}
        themes = {theme: round(round(mean / step) * step, 1) for theme, mean in means.items()}
        return Group(partner=partner, answers=answers, step=step, themes=themes)

    def showable(self, partners: Collection[str]) -> bool:
        """Whether the sums over some partners' people tell nothing of single ones."""
        return all(self._many(partners, theme, numbers) for theme, numbers in self._themes.items())

    def safe(self, hidden: set[str]) -> bool:
        """Whether nothing of hidden partners follows from the whole and those shown."""
        if not hidden:
            return True
        many = sum(self._responses.answered[partner] for partner in hidden)
        of_none = self._responses.answered.get("", 0)
        return (
            len(hidden) > 1
            and many >= self._least
            and invited_of(self._survey, hidden) != many  # else how many answered of each would be known
            and invited_of(self._survey, self.with_silent(hidden)) != many + of_none  # or seem to be
            and self.showable(hidden)
            and all(self._in_several(hidden, theme) for theme in self._themes)
        )

    def with_silent(self, hidden: set[str]) -> set[str]:
        """Hidden partners with those of whom nobody answered, as that is hidden, too."""
        invited = set(self._survey.invited) if isinstance(self._survey.invited, dict) else set()
        return hidden | (invited - set(self._responses.answered)) if hidden else hidden

    def _many(self, partners: Collection[str], theme: str, numbers: list[int]) -> bool:
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

    def _counts(self, partners: Collection[str], number: int) -> Counts:
        """How often the people of partners gave each answer, turned round where a low one is the good one."""
        counts = self._responses.given(number, partners)
        return counts[::-1] if self._survey.questions[number].reversed else counts

    def _mean(self, partners: Collection[str], numbers: list[int]) -> float:
        low = self._survey.scale[0]
        means = [
            sum((low + step) * many for step, many in enumerate(counts)) / sum(counts)
            for counts in (self._counts(partners, number) for number in numbers)
        ]
        return sum(means) / len(means)
