"""Whether the people of one survey answered another one, too."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from shared_vision.model.asking import same_questions
from shared_vision.model.records import Survey
from shared_vision.model.survey import Responses


def same_people(
    survey: Survey, now: Responses, earlier: Survey, before: Responses, partner: str | None = None
) -> bool | None:
    """Whether more than half of the people of the smaller survey are in the other one, too.

    It is asked of all, or of one partner's people. None stands for nobody knows: too many people say the same
    to tell them apart.
    """
    pairs = same_questions(survey, earlier)
    if not pairs:
        return False
    sides = ((now, [one for one, _ in pairs]), (before, [other for _, other in pairs]))
    by_answers = [_sheets(one, numbers, partner) for one, numbers in sides]
    if _tell(*by_answers):
        return _overlap(*by_answers)
    names = sorted({*now.beside} & {*before.beside})
    by_all = [
        _sheets(one, numbers, partner, [one.beside.index(name) for name in names]) for one, numbers in sides
    ]
    return True if _tell(*by_all) and _overlap(*by_all) else None


def new_and_gone(now: Responses, before: Responses) -> tuple[int, int]:
    """How many people are new in a survey's file and how many no more in it; whoever changed is both."""
    one, other = (_by_group(responses) for responses in (now, before))
    return (one - other).total(), (other - one).total()


def _by_group(responses: Responses) -> Counter[tuple[str, bytes]]:
    return Counter((group, one.given) for group, people in responses.people.items() for one in people)


def _sheets(
    responses: Responses, numbers: Sequence[int], partner: str | None, beside: Sequence[int] = ()
) -> Counter[bytes]:
    """How often people gave the same answers to some questions, and had the same in some other columns."""
    groups = responses.people.values() if partner is None else [responses.people.get(partner, ())]
    return Counter(
        bytes(chain((one.given[number] for number in numbers), (one.beside[place] for place in beside)))
        for one in chain.from_iterable(groups)
    )


def _tell(*sheets: Counter[bytes]) -> bool:
    """Whether most people's answers are such as nobody else's."""
    return all(2 * len(one) > one.total() for one in sheets)


def _overlap(now: Counter[bytes], before: Counter[bytes]) -> bool:
    return 2 * (now & before).total() > min(now.total(), before.total())
