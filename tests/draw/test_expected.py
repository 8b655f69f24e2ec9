from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from shared_vision.draw.subject import Subject
from shared_vision.model.measures import Basis

START, END = date(2025, 1, 31).toordinal(), date(2027, 12, 31).toordinal()


def test_path_leads_from_the_baseline_through_the_milestones_to_the_target(
    subject: Callable[..., Subject],
) -> None:
    between = [{"date": "2026-06-30", "value": 30.0}, {"date": "2025-06-30", "value": 40.0}]
    outside = [{"date": "2024-06-30", "value": 1.0}, {"date": "2028-06-30", "value": 2.0}]
    assert subject(milestones=between + outside).path == (
        (START, 42.0),
        (date(2025, 6, 30).toordinal(), 40.0),
        (date(2026, 6, 30).toordinal(), 30.0),
        (END, 20.0),
    )


def test_path_of_growth_changes_by_the_same_share_in_equal_times(subject: Callable[..., Subject]) -> None:
    path = subject(basis=Basis.GROWTH).path
    shares = [later / earlier for (_, earlier), (_, later) in pairwise(path)]
    assert (path[0], path[-1]) == ((START, 42.0), (END, 20.0))
    assert max(shares) == pytest.approx(min(shares))


@pytest.mark.parametrize(
    "kpi",
    [
        {"target": None},
        {"baseline": None},
        {"target": {"date": "2025-01-31", "value": 20.0}},
        {"direction": "maintain", "target": {"date": "2027-12-31", "low": 1.0, "high": 2.0}},
    ],
)
def test_no_path_without_two_ends(kpi: dict[str, object], subject: Callable[..., Subject]) -> None:
    assert subject(**kpi).path == ()


def test_no_path_leads_to_a_target_that_was_met_at_the_start(subject: Callable[..., Subject]) -> None:
    assert subject(target={"date": "2027-12-31", "value": 50.0}).path == ()
