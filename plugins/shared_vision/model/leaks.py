"""Which hidden figures of a survey follow from the published ones.

It is about whoever has everything that is published, and the number of those invited. Hidden are how many
answered of each partner that is not shown, what those said to each theme of whom it is not shown, and how
many chose each value that is shown together with others.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import inf

from shared_vision.model.asking import fewest_for, most_for, step_for
from shared_vision.model.records import Survey
from shared_vision.model.survey import Asked, Band, Group, Published

Equation = Sequence[int]
"""The factor of each unknown; what they come to does not matter for what can be solved."""


def leaks(found: Published, survey: Survey, least: int) -> tuple[str, ...]:
    """What follows of the hidden figures, in words that name none of them; nothing where all is well."""
    return () if found.reason else tuple(_leaks(found, survey, least))


def _leaks(found: Published, survey: Survey, least: int) -> Iterator[str]:
    if found.answered < least:
        yield f"fewer than {least} answered"
    for question in found.questions:
        if any(band.count < least for band in question.bands):
            yield f"question {question.number + 1} shows fewer than {least}"
        yield from _solved_values(question)
    if found.groups:
        yield from _of_partners(found, survey, least)


def _of_partners(found: Published, survey: Survey, least: int) -> Iterator[str]:
    """What follows of partners, be it of those shown or of the others when those are taken from the whole."""
    steps = {group.partner: group.step for group in found.groups}
    lowest = {partner: max(least, fewest_for(survey, step)) for partner, step in steps.items()}
    left = found.answered - sum(lowest.values())
    if left < (least if found.hidden else 0):
        yield f"fewer than {least} answers are left for the hidden partners"
    if sizes_follow(survey, found.answered, steps, found.hidden, least):
        yield "how many answered of each hidden partner follows"
    for group in found.groups:
        most = lowest[group.partner] + left
        if group.step < step_for(survey, most):
            yield f"the means of {group.partner} are so fine that they tell of single people"
        yield from _extreme(group, survey, most)
    names = (*steps, *found.hidden)
    for shown in _figures(found):
        known = [[int(name == one) for name in names] for one in shown]
        for number in solved([[1] * len(names), *known]):
            if names[number] not in shown:
                yield f"what is hidden of {names[number] or 'those of no partner'} follows from the rest"


def sizes_follow(
    survey: Survey, answered: int, steps: Mapping[str, float], hidden: Collection[str], least: int
) -> bool:
    """Whether how many answered of each hidden partner follows from how many did in all.

    `steps` tells how coarsely the means of those shown are rounded, and so between what the number of their
    people lies. Where all who were invited answered, each partner's number is no secret.
    """
    invited = survey.invited if isinstance(survey.invited, dict) else {}
    if answered == survey.asked or not hidden:
        return False
    silent = 0 if invited else 1  # nobody may have answered of a hidden partner that was invited
    lowest = [max(least, fewest_for(survey, step)) for step in steps.values()] + [silent] * len(hidden)
    largest = [min(invited.get(partner, inf), most_for(survey, step)) for partner, step in steps.items()]
    most = [*largest, *(invited.get(partner, inf) for partner in hidden)]
    return not sum(lowest) < answered < sum(most)


def _figures(found: Published) -> Iterator[list[str]]:
    """For each theme that is shown by partner, the partners it is shown of."""
    for theme in dict.fromkeys(theme for group in found.groups for theme in group.themes):
        yield [group.partner for group in found.groups if theme in group.themes]


def _extreme(group: Group, survey: Survey, most: int) -> Iterator[str]:
    """A mean so close to an end of the scale that it tells what single people said, whatever its rounding.

    `most` is of how many people it can be.
    """
    low, high = survey.scale
    for theme, mean in group.themes.items():
        asked = sum(question.theme == theme for question in survey.questions)
        room = (min(mean - low, high - mean) + group.step / 2) * most * asked
        if room < high - low:
            yield f"the mean of {group.partner} for {theme} is almost an end of the scale"


def _solved_values(question: Asked) -> Iterator[str]:
    """How many chose a value of several that are shown together, by the bands and the sum."""
    if not isinstance(question.total, int):
        return
    values = [value for band in question.bands for value in range(band.low, band.high + 1)]
    bands = [[int(band.low <= value <= band.high) for value in values] for band in question.bands]
    joined = {value for band in question.bands if band.joined for value in range(band.low, band.high + 1)}
    found = any(values[number] in joined for number in solved([*bands, values]))
    if found or not is_open(question.bands, question.total):
        yield f"question {question.number + 1} tells how many chose a value that is shown with others"


def solved(equations: Iterable[Equation]) -> list[int]:
    """The numbers of the unknowns that linear equations determine, by elimination in exact fractions.

    An unknown is determined where its column is the only one in a row of the reduced form.
    """
    rows: list[list[Fraction]] = []
    for equation in equations:
        row = [Fraction(factor) for factor in equation]
        for other in rows:
            row = _without(row, other, _pivot(other))
        if any(row):
            pivot = _pivot(row)
            row = [factor / row[pivot] for factor in row]
            rows = [*(_without(other, row, pivot) for other in rows), row]
    return sorted(_pivot(row) for row in rows if sum(map(bool, row)) == 1)


def _pivot(row: Sequence[Fraction]) -> int:
    return next(number for number, factor in enumerate(row) if factor)


def _without(row: list[Fraction], other: list[Fraction], pivot: int) -> list[Fraction]:
    factor = row[pivot]
    return [one - factor * two for one, two in zip(row, other, strict=True)] if factor else row


def is_open(bands: Sequence[Band], total: int) -> bool:
    """Whether bands and the exact sum of all answers leave open how many chose each value of a joined band.

    Each such number is whole, and at least two of them must fit. That the sum is taken as known exactly
    covers all that is rounded, and all that follows from the sums of several questions.
    """
    joined = [band for band in bands if band.joined]
    left = total - sum(band.low * band.count for band in bands if not band.joined)
    lowest = sum(band.low * band.count for band in joined)
    highest = sum(band.high * band.count for band in joined)
    return all(
        _several_fit(
            band,
            value,
            least=left - highest + band.high * band.count,
            most=left - lowest + band.low * band.count,
        )
        for band in joined
        for value in range(band.low, band.high + 1)
    )


def _several_fit(band: Band, value: int, *, least: int, most: int) -> bool:
    """Whether two numbers of people can have chosen a value, where the band comes to `least` to `most`."""
    fit = 0
    for people in range(band.count + 1):
        fit += _fits(band, value, people, least - people * value, most - people * value)
        if fit == 2:
            return True
    return False


def _fits(band: Band, value: int, people: int, least: int, most: int) -> bool:
    """Whether the others of a band can come to `least` to `most`, when `people` chose a value, and they not.

    With so many of them above the value, they come to anything between two bounds that both grow with it; so
    it is enough to look at the most that the lower bound allows.
    """
    others = band.count - people
    if not others:
        return least <= 0 <= most
    if value == band.low:
        return others * (band.low + 1) <= most and others * band.high >= least
    if value == band.high:
        return others * band.low <= most and others * (band.high - 1) >= least
    room = most - others * band.low
    above = min(others, room // (value + 1 - band.low))
    return room >= 0 and others * (value - 1) + above * (band.high - value + 1) >= least
