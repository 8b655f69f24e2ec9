"""What of a survey may be published, so that nobody's answer can be worked out.

What is protected: of each partner whose people are too few, what they answered (the sum over each theme) and
how many of them did, unless all who were invited answered; of every question, how many chose a value that few
chose.
It holds against whoever has everything that is published and the number of invited.

The argument for partners: what is published depends on the hidden partners' people only as a whole. Whoever
dealt them out to the hidden partners in another way would have published the very same. So as long as two or
more partners are hidden, and the hidden people do not all answer alike, no hidden partner's sum follows.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import ceil, floor, sqrt

import numpy as np

from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.survey import HIDDEN, Asked, Band, Group, Moments, Published, Responses, Theme

_NORMAL = 1.959964
_HALF = 0.05
"""Means are published to one decimal: they lie within half of it."""


class DisclosureError(Exception):
    """Something hidden follows from what would be published: our mistake, and nothing is built."""


def publish(survey: Survey, responses: Responses, least: int) -> Published:
    """What may be seen of a survey where groups of fewer than `least` are protected.

    Raises:
        DisclosureError: something hidden would follow from it.
    """
    answered = sum(responses.answered.values())
    if answered < least:
        return HIDDEN
    whole = [_sum(counts.values(), survey) for counts in responses.counts]
    questions = tuple(
        _asked(number, counts, survey, least) for number, counts in enumerate(whole) if sum(counts) >= least
    )
    told = {question.theme for question in survey.questions}
    for number, question in enumerate(survey.questions):
        if sum(whole[number]) < least:
            told.discard(question.theme)  # the others of its theme would tell what is left of it
    themes = tuple(_themes(survey, responses, told, least))
    shown, hidden = _groups(survey, responses, [theme.name for theme in themes], least)
    found = Published(answered=answered, questions=questions, themes=themes, groups=shown, hidden=hidden)
    if leaks := tuple(follows(found, least)):
        raise DisclosureError("; ".join(leaks))
    return found


def _sum(counts: Iterable[tuple[int, ...]], survey: Survey) -> tuple[int, ...]:
    low, high = survey.scale
    zero = (0,) * (high - low + 1)
    return tuple(sum(column) for column in zip(zero, *counts, strict=True))


def _asked(number: int, counts: tuple[int, ...], survey: Survey, least: int) -> Asked:
    low, high = survey.scale
    answers = sum(counts)
    bands = _bands(counts, low, least)
    total = sum(value * many for value, many in zip(range(low, high + 1), counts, strict=True))
    mean = round(total / answers, 1)
    if len(bands) < 2 or _tells_too_much(bands, mean, answers):
        alike = Reason.ALIKE
        return Asked(number=number, answers=answers, bands=bands, mean=alike, agreement=alike)
    squares = sum(value**2 * many for value, many in zip(range(low, high + 1), counts, strict=True))
    variance = (squares - total**2 / answers) / (answers - 1)
    chance = ((high - low + 1) ** 2 - 1) / 12
    agreement = round(min(max(1 - variance / chance, 0.0), 1.0), 1)
    return Asked(number=number, answers=answers, bands=bands, mean=mean, agreement=agreement)


def _bands(counts: tuple[int, ...], low: int, least: int) -> tuple[Band, ...]:
    """The values with their counts, from the lowest up; each band goes on until it holds enough answers."""
    bands: list[Band] = []
    start, held = low, 0
    for value, many in enumerate(counts, start=low):
        held += many
        if held >= least:
            bands.append(Band(low=start, high=value, count=held))
            start, held = value + 1, 0
    end = low + len(counts) - 1
    if start <= end:
        last = bands.pop() if bands else Band(low=low, high=low, count=0)
        bands.append(Band(low=last.low, high=end, count=last.count + held))
    return tuple(bands)


def _tells_too_much(bands: tuple[Band, ...], mean: float, answers: int) -> bool:
    """Whether the mean would tell how many chose each of several values that are shown together.

    The sums that would be rounded to this mean leave every such count open only if there is more than one of
    them, or the values can be dealt out in more than one way.
    """
    joined = [band for band in bands if band.high > band.low]
    if not joined:
        return False
    single = sum(band.low * band.count for band in bands if band.high == band.low)
    first, last = sum(b.low * b.count for b in joined), sum(b.high * b.count for b in joined)
    lowest = max(ceil((mean - _HALF) * answers - 1e-9) - single, first)
    highest = min(floor((mean + _HALF) * answers + 1e-9) - single, last)
    if highest == first or lowest == last:
        return True
    if highest > lowest:
        return False
    return len(joined) == 1 and joined[0].high - joined[0].low == 1


def _themes(survey: Survey, responses: Responses, told: set[str], least: int) -> Iterator[Theme]:
    for name in dict.fromkeys(question.theme for question in survey.questions):
        found = _whole(responses.themes.get(name, {}).values())
        if name in told and found.n >= least and not found.constant:
            yield Theme(
                name=name, answers=found.n, mean=round(found.mean, 1), give=_give(found, survey.asked)
            )


def _whole(found: Iterable[Moments]) -> Moments:
    return sum(found, Moments())


def _give(found: Moments, invited: int | None) -> float:
    """Half of the 95 % interval of a mean; smaller where most of those invited answered.

    Source: the finite population correction, Cochran, Sampling Techniques (1977), section 2.6.
    """
    if found.n < 2:
        return 0.0
    error = sqrt(found.variance * found.n / (found.n - 1) / found.n)
    left_out = max(1 - found.n / invited, 0.0) if invited else 1.0
    return round(_NORMAL * error * sqrt(left_out), 1)


def _groups(
    survey: Survey, responses: Responses, themes: list[str], least: int
) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """The partners whose own results are shown, and those hidden: too small, or the next smallest."""
    sizes = {group: many for group, many in responses.answered.items() if many}
    if not (survey.by_partner and survey.partner_column) or not themes:
        return (), ()
    of = {theme: responses.themes.get(theme, {}) for theme in themes}
    shown = {
        group
        for group, many in sizes.items()
        if group and many >= least and all(_enough(of[theme].get(group), least) for theme in themes)
    }
    while shown and not _safe(survey, sizes, of, set(sizes) - shown, least):
        shown.discard(min(shown, key=lambda group: (sizes[group], group)))
    hidden = tuple(sorted(group for group in sizes if group not in shown and group))
    return tuple(
        Group(
            partner=group,
            answers=sizes[group],
            themes={theme: round(of[theme][group].mean, 1) for theme in themes},
        )
        for group in sorted(shown)
    ), hidden


def _enough(found: Moments | None, least: int) -> bool:
    return found is not None and found.n >= least and not found.constant


def _safe(
    survey: Survey,
    sizes: Mapping[str, int],
    of: Mapping[str, Mapping[str, Moments]],
    hidden: set[str],
    least: int,
) -> bool:
    """Whether nothing of the hidden groups follows from the whole and the shown ones."""
    if not hidden:
        return True
    many = sum(sizes[group] for group in hidden)
    invited = survey.invited if isinstance(survey.invited, dict) else {}
    asked = [invited.get(group) for group in hidden]
    if len(hidden) < 2 or many < least:
        return False
    if all(asked) and sum(one or 0 for one in asked) == many:
        return False  # all of them answered, so that how many of each did is known
    for groups in of.values():
        pool = _whole(groups[group] for group in hidden if group in groups)
        if pool.n < least or pool.constant or sum(group in groups for group in hidden) < 2:
            return False
    return True


def follows(found: Published, least: int) -> Iterator[str]:
    """What of the hidden cells follows from the published ones, in words; nothing where all is well."""
    if found.reason:
        return
    if found.answered < least:
        yield f"only {found.answered} answered"
    for question in found.questions:
        if question.answers < least or any(band.count < least for band in question.bands):
            yield f"question {question.number + 1} shows fewer than {least}"
    for group in found.groups:
        if group.answers < least:
            yield f"{group.partner} has fewer than {least}"
    left = found.answered - sum(group.answers for group in found.groups)
    if found.groups and 0 < left < least:
        yield f"{left} answers of hidden partners are left"
    if found.groups and found.hidden:
        yield from _solved(found)


def _solved(found: Published) -> Iterator[str]:
    """The hidden cells that the published ones determine.

    The unknowns are the number and the theme sums of each partner; each published figure is one linear
    equation in them. A hidden one follows where its unit vector lies in the space of the equations.
    """
    names = (*(group.partner for group in found.groups), *found.hidden, "")  # and those of no partner
    figures = ("answers", *(theme.name for theme in found.themes))
    place = {cell: number for number, cell in enumerate(product(names, figures))}
    rows = []
    for figure in figures:
        rows.append(_row(place, [(name, figure) for name in names]))
        rows.append(_row(place, [("", figure)]))  # at worst somebody knows that there are none of these
        rows += [_row(place, [(group.partner, figure)]) for group in found.groups]
    space = np.array(rows)
    rank = np.linalg.matrix_rank(space)
    for name, figure in product(found.hidden, figures):
        if np.linalg.matrix_rank(np.vstack([space, _row(place, [(name, figure)])])) == rank:
            yield f"{figure} of {name} follows from the rest"


def _row(place: Mapping[tuple[str, str], int], cells: Iterable[tuple[str, str]]) -> list[float]:
    row = [0.0] * len(place)
    for cell in cells:
        row[place[cell]] = 1.0
    return row
