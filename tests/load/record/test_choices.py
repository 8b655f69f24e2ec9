from enum import StrEnum

import pytest

from shared_vision.load.record.choices import choice_meant
from shared_vision.model.records import (
    Aggregate,
    DecisionStatus,
    Direction,
    Frequency,
    GoalStatus,
    InitiativeStatus,
    Outcome,
)


@pytest.mark.parametrize(
    ("text", "choices", "meant"),
    [
        ("selected", Outcome, "chosen"),
        ("yes", DecisionStatus, "accepted"),
        ("Approved", GoalStatus, "agreed"),
        ("finished", InitiativeStatus, "done"),
        ("done", GoalStatus, "achieved"),
        ("open", DecisionStatus, "proposed"),
        ("down", Direction, "decrease"),
        ("average", Aggregate, "mean"),
        ("Monthly ", Frequency, "monthly"),
        ("quaterly", Frequency, "quarterly"),
        ("collected", Outcome, ""),
        ("hourly", Frequency, ""),
        ("", Outcome, ""),
    ],
)
def test_a_choice_is_meant_by_a_slip_or_by_another_word(
    text: str, choices: type[StrEnum], meant: str
) -> None:
    assert choice_meant(text, [str(choice) for choice in choices]) == meant
