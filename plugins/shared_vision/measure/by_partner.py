"""Which partners' own results to a survey may be shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import inf

from shared_vision.measure.waves import again, few_apart
from shared_vision.model.asking import aligned, step_for
from shared_vision.model.leaks import is_open, sizes_follow
from shared_vision.model.records import Survey
from shared_vision.model.shown import Shown
from shared_vision.model.survey import Asked, Band, Counts, Group, Responses, Span


def by_partner(
    survey: Survey,
    responses: Responses,
    questions: Sequence[Asked],
    least: int,
    earlier: Sequence[Shown],
) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """The partners whose own results are shown, and those hidden: too small, or the next smallest.

    Each theme is shown of as many partners as may be. People of no partner are hidden as if of one more.
    """
    if not (survey.by_partner and survey.partner_column):
        return (), ()
    large = [partner for partner, many in responses.answered.items() if partner and many >= least]
    groups = _Groups(survey, responses, _themes(survey, questions, len(large) + 1), least)
    shown = groups.settled(
        [partner for partner in large if not any(groups.few_new(partner, wave) for wave in earlier)]
    )
    found = groups.shown(shown)
    return found, tuple(sorted(groups.hidden(shown))) if found else ()


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
        self._answered = {one: many for one, many in responses.answered.items() if many}

    def few_new(self, partner: str, wave: Shown) -> bool:
        """Whether most of a partner's people answered before, too, or may have, beside a few others."""
        if wave.responses is None:
            return False
        if again(self._survey, self._responses, wave, partner):
            return True
        pairs = aligned(self._survey, wave.survey)
        now = [self._responses.given(number, [partner]) for number, _ in pairs]
        return few_apart(now, [wave.responses.given(number, [partner]) for _, number in pairs], self._least)

    def shown(self, shown: Mapping[str, set[str]]) -> tuple[Group, ...]:
        """What is shown of each partner, in order of their ids."""
        return tuple(self._group(partner, shown) for partner in sorted(set().union(*shown.values())))

    def hidden(self, shown: Mapping[str, set[str]]) -> set[str]:
        """The partners of whom nothing is shown, with those of whom nobody answered: that is hidden, too."""
        hidden = set(self._answered) - set().union(*shown.values())
        invited = set(self._survey.invited) if isinstance(self._survey.invited, dict) else set()
        return hidden | (invited - set(self._answered)) if hidden else hidden

    def _group(self, partner: str, shown: Mapping[str, set[str]]) -> Group:
        """The mean of the questions' means, theme by theme, rounded to what no single person can move."""
        themes = {theme: numbers for theme, numbers in self._themes.items() if partner in shown[theme]}
        low, high = self._survey.scale
        step = step_for(self._survey, min(self._fewest([partner], numbers) for numbers in themes.values()))
        means = {theme: self._mean(partner, numbers) for theme, numbers in themes.items()}
        return Group(
            partner=partner,
            step=step,
            themes={
                theme: min(max(round(round(mean / step) * step, 1), float(low)), float(high))
                for theme, mean in means.items()
            },
        )

    def settled(self, partners: Collection[str]) -> dict[str, set[str]]:
        """Of whom each theme may be shown; the smallest is left out until nothing of the others follows."""
        shown = {
            theme: {partner for partner in partners if self._is_open(theme, [partner])}
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
        if known and not self._sizes_safe(shown):
            return "", self._smallest(known)
        for theme, partners in shown.items():
            if partners and not self._theme_safe(theme, set(self._answered) - partners):
                return theme, self._smallest(partners)
        return None

    def _smallest(self, partners: set[str]) -> str:
        return min(partners, key=lambda partner: (self._answered[partner], partner))

    def _sizes_safe(self, shown: Mapping[str, set[str]]) -> bool:
        """Whether how many answered of hidden partners does not follow from the whole and those shown."""
        answering = set(self._answered) - set().union(*shown.values())
        many = sum(self._answered[partner] for partner in answering)
        enough = not answering or (len(answering) > 1 and many >= self._least)
        steps = {group.partner: group.step for group in self.shown(shown)}
        answered = sum(self._answered.values())
        return enough and not sizes_follow(self._survey, answered, steps, self.hidden(shown), self._least)

    def _theme_safe(self, theme: str, hidden: set[str]) -> bool:
        """Whether what hidden partners said to a theme does not follow from the whole and those shown."""
        spoke = [partner for partner in hidden if partner in self._responses.spans.get(theme, {})]
        several = len(hidden) > 1 and len(spoke) != 1
        return not hidden or (several and (not spoke or self._tells_nobody(theme, spoke)))

    def _fewest(self, partners: Collection[str], numbers: Iterable[int]) -> int:
        """How many of some partners' people answered the question that fewest of them did."""
        return min(sum(self._responses.given(number, partners)) for number in numbers)

    def _tells_nobody(self, theme: str, partners: Collection[str]) -> bool:
        """Whether the exact sum over some partners' people tells nothing of single ones; not if all agree."""
        spans = self._responses.spans.get(theme, {})
        span = sum((spans[partner] for partner in partners if partner in spans), _NOBODY)
        return span.low < span.high and self._is_open(theme, partners)

    def _is_open(self, theme: str, partners: Collection[str]) -> bool:
        """Whether enough of some partners' people answered, and not so that all chose an end of the scale."""
        numbers = self._themes[theme]
        if self._fewest(partners, numbers) < self._least:
            return False
        counts = [self._counts(partners, number) for number in numbers]
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
