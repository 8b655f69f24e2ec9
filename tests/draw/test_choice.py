from datetime import date

import pytest

from shared_vision.draw.choice import choose_groups
from shared_vision.model.records import Direction, Frequency, Kpi, Target
from shared_vision.model.series import Group, Point


def _group(name: str, value: float, month: int = 5) -> Group:
    day = date(2026, month, 28)
    return Group(name=name, points=(Point(start=day, end=day, value=value, line=2),))


def _kpi(direction: Direction, target: Target | None = None) -> Kpi:
    return Kpi(id="k", title="K", direction=direction, frequency=Frequency.MONTHLY, target=target)


GROUPS = (_group("low", 1), _group("middle", 5), _group("high", 9), _group("old", 99, month=1))
BAND = Target.model_validate({"date": "2027-12-31", "low": 4, "high": 8})


@pytest.mark.parametrize(
    ("kpi", "names"),
    [
        (_kpi(Direction.DECREASE), ["high", "middle"]),
        (_kpi(Direction.INCREASE), ["low", "middle"]),
        (_kpi(Direction.MAINTAIN, BAND), ["low", "high"]),
    ],
    ids=lambda value: "" if isinstance(value, list) else value.direction,
)
def test_of_many_the_newest_and_worst_come_first(kpi: Kpi, names: list[str]) -> None:
    assert [group.name for group in choose_groups(kpi, GROUPS, 2)] == names


def test_few_stay_as_given() -> None:
    empty = Group(name="empty", points=())
    assert choose_groups(_kpi(Direction.DECREASE), (*GROUPS, empty), 4) == GROUPS
