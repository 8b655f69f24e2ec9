from collections.abc import Callable
from datetime import date, timedelta

import pytest

from shared_vision.draw.frame import Frame, frame_of
from shared_vision.draw.marks import Action, actions_by_kpi, choose_marks, stack
from shared_vision.draw.subject import Subject
from shared_vision.model.document import Document
from shared_vision.model.measures import Measures
from shared_vision.model.records import Decision, Goal, Initiative

GOAL = Goal.model_validate({"id": "fewer", "title": "Fewer", "kpis": ["complaints"]})


@pytest.fixture
def frame() -> Frame:
    return frame_of((date(2025, 1, 1).toordinal(), date(2026, 12, 31).toordinal()), (0.0, 1.0))


def decision(name: str, *, status: str = "accepted", affects: str = "kpis/complaints") -> Decision:
    return Decision.model_validate(
        {"id": name, "title": name, "date": "2025-06-01", "status": status, "affects": [affects]}
    )


def initiative(name: str, *, status: str = "running", start: str | None = "2025-06-01") -> Initiative:
    return Initiative.model_validate(
        {"id": name, "title": name, "status": status, "start": start, "goals": ["fewer"]}
    )


def action(number: int, *, direct: bool, day: date = date(2025, 2, 1)) -> Action:
    return Action(
        ref=f"decisions/{number}", title=str(number), date=day + timedelta(30 * number), direct=direct
    )


def test_only_decisions_carried_and_initiatives_begun_are_actions(
    document: Callable[..., tuple[Document, Measures]], subject: Callable[..., Subject]
) -> None:
    statuses = ("proposed", "accepted", "rejected", "withdrawn", "superseded", "expired")
    found, _ = document(
        [subject()],
        goals=[GOAL],
        decisions=[decision(status, status=status) for status in statuses],
        initiatives=[
            initiative("begun"),
            initiative("planned", status="planned"),
            initiative("someday", start=None),
        ],
    )
    assert [each.ref for each in actions_by_kpi(found)["complaints"]] == [
        "decisions/accepted",
        "decisions/superseded",
        "initiatives/begun",
    ]


def test_action_that_names_the_kpi_and_its_goal_is_direct_and_appears_once(
    document: Callable[..., tuple[Document, Measures]], subject: Callable[..., Subject]
) -> None:
    both = Decision.model_validate(
        {
            "id": "both",
            "title": "Both",
            "date": "2025-06-01",
            "status": "accepted",
            "affects": ["goals/fewer"],
            "expects": [{"kpi": "complaints", "direction": "decrease"}],
        }
    )
    decisions = [both, decision("goal", affects="goals/fewer")]
    found, _ = document([subject()], goals=[GOAL], decisions=decisions)
    actions = actions_by_kpi(found)["complaints"]
    assert [(each.ref, each.direct) for each in actions] == [
        ("decisions/both", True),
        ("decisions/goal", False),
    ]


def test_marks_outside_the_time_shown_are_left_out(frame: Frame) -> None:
    assert choose_marks([action(0, direct=True, day=date(2024, 12, 31))], frame) == ()


def test_of_more_than_nine_those_that_name_the_kpi_come_first_then_the_latest(frame: Frame) -> None:
    actions = [action(number, direct=number < 5) for number in range(12)]
    marks = choose_marks(actions, frame)
    assert [mark.title for mark in marks] == ["0", "1", "2", "3", "4", "8", "9", "10", "11"]
    assert [mark.number for mark in marks] == list(range(1, 10))


@pytest.mark.parametrize(
    ("places", "rows"),
    [
        ([], ()),
        ([0, 500, 1000], (0, 0, 0)),
        ([100, 100, 100], (0, 1, 2)),
        ([100, 110, 180], (0, 1, 0)),
        ([100, 169, 170], (0, 1, 0)),
    ],
)
def test_circles_that_would_touch_are_stacked(places: list[float], rows: tuple[int, ...]) -> None:
    assert stack(places) == rows
