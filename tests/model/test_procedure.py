from datetime import date

import pytest

from shared_vision.model.positions import latest_positions
from shared_vision.model.procedure import Lack, Procedure, has_rules, is_judged, procedure
from shared_vision.model.records import Decision, Governance, Partner, Position, Vision

PARTNERS = tuple(Partner(id=name, title=name) for name in ("clinic", "harbour", "northgate"))
VISION = Vision(id="vision", title="x", governance=Governance(quorum=2))


def _decision(*positions: tuple[str, str, str], status: str = "proposed", **days: str) -> Decision:
    answers = [
        {"partner": partner, "position": stance, **({"on": on} if on else {})}
        for partner, stance, on in positions
    ]
    values = {"id": "d", "title": "x", "date": "2026-05-01", "status": status, "positions": tuple(answers)}
    return Decision.model_validate({**values, **days})


def _state(decision: Decision, day: date) -> Procedure:
    return procedure(decision, VISION, PARTNERS, day)


def test_the_time_for_comments_runs_from_the_proposal() -> None:
    begun = _decision()
    assert [_state(begun, date(2026, 5, day)).days_left for day in (1, 10, 11, 12)] == [10, 1, 0, 0]
    assert _state(_decision(proposed_on="2026-05-04"), date(2026, 5, 11)).ends == date(2026, 5, 14)
    assert _state(_decision(status="accepted"), date(2026, 5, 1)).ends is None


def test_a_hold_without_a_date_counts_from_the_proposal() -> None:
    hold = _decision(
        ("clinic", "hold", ""), ("harbour", "consent", "2026-05-02"), ("northgate", "consent", "")
    )
    assert _state(hold, date(2026, 5, 10)).missing == (Lack.TIME, Lack.HOLD)
    over = _state(hold, date(2026, 5, 11))
    assert (over.carried, over.silent, over.waited_for) == (True, ("clinic",), ("clinic",))


def test_a_hold_of_which_no_day_is_known_stands() -> None:
    undated = _decision(("clinic", "hold", ""), status="accepted")
    assert _state(undated, date(2026, 9, 1)).holds_until("clinic") == date.max


def test_answers_of_tomorrow_are_not_known_today() -> None:
    decision = _decision(("clinic", "consent", "2026-05-02"), ("clinic", "object", "2026-05-09"))
    assert {day: latest_positions(decision, date(2026, 5, day))["clinic"].position for day in (8, 9)} == {
        8: "consent",
        9: "object",
    }
    assert latest_positions(decision, date(2026, 5, 1)) == {}


def test_of_two_answers_from_one_day_the_later_in_the_list_counts() -> None:
    decision = _decision(("clinic", "object", "2026-05-02"), ("clinic", "consent", "2026-05-02"))
    assert latest_positions(decision, date(2026, 5, 2)) == {
        "clinic": Position.model_validate({"partner": "clinic", "position": "consent", "on": "2026-05-02"})
    }


@pytest.mark.parametrize(
    ("written", "rules"),
    [
        ({}, False),
        ({"protects": ("goals",)}, False),
        ({"comment_days": 7}, True),
        ({"rule": "consent"}, True),
    ],
)
def test_only_rules_that_are_written_down_are_rules(written: dict[str, object], rules: bool) -> None:  # noqa: FBT001
    vision = Vision.model_validate({"id": "vision", "title": "x", "governance": written})
    assert has_rules(vision) is is_judged(_decision(), vision) is rules
    assert not has_rules(Vision(id="vision", title="x"))
