"""On which single KPI or sub-goal the status of a goal hangs."""

from collections.abc import Iterator, Sequence

from shared_vision.measure.rollup import Member, roll_up
from shared_vision.model.measures import Status, Swing

MOST_MEMBERS = 60
"""Of more members no single one is looked at: each takes adding up all others."""


def sensitivity(named: Sequence[tuple[str, Member]], status: Status) -> tuple[Swing, ...]:
    """The members, each with its reference, without which a goal of this status would have another.

    Only another that is known: that less can be judged without a member says nothing about it. Of one
    member alone nothing would be left.
    """
    if not 1 < len(named) <= MOST_MEMBERS:
        return ()
    return tuple(_swings(named, status))


def _swings(named: Sequence[tuple[str, Member]], status: Status) -> Iterator[Swing]:
    members = [member for _, member in named]
    for place, (ref, _) in enumerate(named):
        without = roll_up([*members[:place], *members[place + 1 :]]).status
        if without not in {status, Status.UNKNOWN}:
            yield Swing(without=ref, status=without)
