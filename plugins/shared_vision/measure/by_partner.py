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
    """The partners whose own results are shown, and those hidden: too small, or the next smallest.

    Each theme is shown of as many partners as may be; how many answered, of those of whom any theme is.
    """
    if not (survey.by_partner and survey.partner_column):
        return (), ()
    sizes = {partner: many for partner, many in responses.answered.items() if many and partner}
    large = [partner for partner, many in sizes.items() if many >= least]
    groups = _Groups(survey, responses, _themes(survey, questions, len(large) + 1), least)
    shown = groups.settled(
        [partner for partner in large if not any(groups.few_apart(partner, one) for one in earlier)]
    )
    known = set().union(*shown.values())
    if not known:
        return (), ()
    hidden = groups.with_silent(set(sizes) - known)
    return tuple(groups.group(partner, shown) for partner in sorted(known)), tuple(sorted(hidden))


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
        self._answered = {one: many for one, many in responses.answered.items() if many and one}

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

    def group(self, partner: str, shown: Mapping[str, set[str]]) -> Group:
        """What is shown of a partner: the mean of its questions' means, theme by theme, rounded."""
        answers = self._answered[partner]
        step = step_for(self._survey, answers)
        means = {
            theme: self._mean(partner, numbers)
            for theme, numbers in self._themes.items()
            if partner in shown[theme]
        }
        themes = {theme: round(round(mean / step) * step, 1) for theme, mean in means.items()}
        return Group(partner=partner, answers=answers, step=step, themes=themes)

    def settled(self, partners: Collection[str]) -> dict[str, set[str]]:
        """Of whom each theme may be shown; the smallest is left out until nothing of the others follows."""
        shown = {
            theme: {partner for partner in partners if self._tells_nobody(theme, [partner])}
            for theme in self._themes
        }
        while dropped := self._one_too_many(shown):
            theme, partner = dropped
            for each in [theme] if theme else shown:
                shown[each].discard(partner)
        return shown

    def _one_too_many(self, shown: Mapping[str, set[str]]) -> tuple[str, str] | None:
        """A theme with a partner of whom it may not be shown; every theme where its name is empty."""
        known = set().union(*shown.values())
        if known and not self._sizes_safe(set(self._answered) - known):
            return "", self._smallest(known)
        for theme, partners in shown.items():
            if partners and not self._theme_safe(theme, set(self._answered) - partners):
                return theme, self._smallest(partners)
        return None

    def _smallest(self, partners: set[str]) -> str:
        return min(partners, key=lambda partner: (self._answered[partner], partner))

    def _sizes_safe(self, hidden: set[str]) -> bool:
        """Whether how many answered of hidden partners does not follow from the whole and those shown."""
        many = sum(self._answered[partner] for partner in hidden)
        of_none = self._responses.answered.get("", 0)
        return not hidden or (
            len(hidden) > 1
            and many >= self._least
            and invited_of(self._survey, hidden) != many  # else how many answered of each would be known
            and invited_of(self._survey, self.with_silent(hidden)) != many + of_none  # or seem to be
        )

    def _theme_safe(self, theme: str, hidden: set[str]) -> bool:
        """Whether what hidden partners said to a theme does not follow from the whole and those shown."""
        spoke = [partner for partner in hidden if partner in self._responses.spans.get(theme, {})]
        several = len(hidden) > 1 and len(spoke) != 1
        return not hidden or (several and (not spoke or self._tells_nobody(theme, spoke)))

    def with_silent(self, hidden: set[str]) -> set[str]:
        """Hidden partners with those of whom nobody answered, as that is hidden, too."""
        invited = set(self._survey.invited) if isinstance(self._survey.invited, dict) else set()
        return hidden | (invited - set(self._responses.answered)) if hidden else hidden

    def _tells_nobody(self, theme: str, partners: Collection[str]) -> bool:
        """Whether the sum over some partners' people tells nothing of single ones."""
        spans = self._responses.spans.get(theme, {})
        span = sum((spans[partner] for partner in partners if partner in spans), _NOBODY)
        counts = [self._counts(partners, number) for number in self._themes[theme]]
        if span.people < self._least or span.low == span.high or not all(map(sum, counts)):
            return False
        low, high = self._survey.scale
        answers = sum(map(sum, counts))
        total = sum((low + step) * many for one in counts for step, many in enumerate(one))
        return is_open([Band(low=low, high=high, count=answers)], total)

    def _counts(self, partners: Collection[str], number: int) -> Counts:
        """How often the people of partners gave each answer, turned round where a low one is the good one."""
        counts = self._responses.given(number, partners)
        return counts[::-1] if self._survey.questions[number].reversed else counts

    def _mean(self, partner: str, numbers: list[int]) -> float:
        low = self._survey.scale[0]
        means = [
            sum((low + step) * many for step, many in enumerate(counts)) / sum(counts)
            for counts in (self._counts([partner], number) for number in numbers)
        ]
        return sum(means) / len(means)
