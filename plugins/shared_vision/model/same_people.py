"""Whether the people of one survey answered another one, too."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from shared_vision.model.asking import aligned, same_columns
from shared_vision.model.records import Survey
from shared_vision.model.survey import Responses

_UNLIKE = 0.9
"""From this share of different answers on, people are told apart by them."""


def same_people(
    survey: Survey, now: Responses, earlier: Survey, before: Responses, partner: str | None = None
) -> bool:
    """Whether more than half of the people of the smaller survey are seen to be in the other one, too.

    It is asked of all, or of one partner's people.
    """
    sheets = _told_apart(survey, now, earlier, before, partner)
    return bool(sheets) and 2 * (sheets[0] & sheets[1]).total() > min(one.total() for one in sheets)


def _told_apart(
    survey: Survey, now: Responses, earlier: Survey, before: Responses, partner: str | None
) -> list[Counter[bytes]]:
    """What tells the people of two surveys apart; empty where nothing does.

    Columns that no question is about, such as the time of an answer, do so better than their answers:
    somebody may say the same twice.
    """
    pairs = aligned(survey, earlier)
    sides = ((now, [one for one, _ in pairs]), (before, [other for _, other in pairs]))
    names = sorted({*now.beside} & {*before.beside})
    places = [[one.beside.index(name) for name in names] for one, _ in sides]
    if _tell(*(_sheets(one, [], partner, beside) for (one, _), beside in zip(sides, places, strict=True))):
        return [
            _sheets(one, numbers, partner, beside)
            for (one, numbers), beside in zip(sides, places, strict=True)
        ]
    by_answers = [_sheets(one, numbers, partner) for one, numbers in sides]
    return by_answers if _tell(*by_answers) else []


def other_people(survey: Survey, now: Responses, earlier: Survey, before: Responses) -> bool:
    """Whether people are told apart, and nearly nobody of the smaller survey is in the other one."""
    sheets = _told_apart(survey, now, earlier, before, None)
    return bool(sheets) and 10 * (sheets[0] & sheets[1]).total() <= min(one.total() for one in sheets)


def same_rows(survey: Survey, now: Responses, earlier: Survey, before: Responses) -> bool:
    """Whether the very same people, of the same partners, gave the same answers."""
    pairs = same_columns(survey, earlier)
    one, other = (
        Counter(
            (group, bytes(person.given[number] for number in numbers))
            for group, people in responses.people.items()
            for person in people
        )
        for responses, numbers in ((now, [a for a, _ in pairs]), (before, [b for _, b in pairs]))
    )
    return one == other


def _sheets(
    responses: Responses, numbers: Sequence[int], partner: str | None, beside: Sequence[int] = ()
) -> Counter[bytes]:
    """How often people gave the same answers to some questions, and had the same in some other columns."""
    groups = responses.people.values() if partner is None else [responses.people.get(partner, ())]
    return Counter(
        b"".join((bytes(one.given[number] for number in numbers), *(one.beside[place] for place in beside)))
        for one in chain.from_iterable(groups)
    )


def _tell(*sheets: Counter[bytes]) -> bool:
    """Whether nearly all people differ."""
    return all(len(one) >= _UNLIKE * one.total() for one in sheets)
