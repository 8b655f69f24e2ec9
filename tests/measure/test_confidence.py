"""How sure the partners are that a goal will be reached."""

from datetime import date

from assessed import assessed
from shared_vision.model.rhythm import Confidence

GOAL = {"vision/goals/a.yml": "title: A\n"}


def _said(*told: tuple[str, str, int], today: date = date(2026, 6, 15)) -> Confidence | None:
    files = {
        f"vision/updates/{day}-{by}.yml": f"by: {by}\ndate: {day}\ngoals: [{{id: a, confidence: {sure}}}]\n"
        for day, by, sure in told
    }
    _, measures = assessed({**GOAL, **files}, today)
    return measures.confidences.get("a")


def test_it_is_the_mean_of_what_each_said_last() -> None:
    found = _said(("2026-03-01", "north", 8), ("2026-04-01", "east", 5), ("2026-05-01", "north", 4))
    assert found == Confidence(
        course=((date(2026, 3, 1), 8), (date(2026, 4, 1), 6.5), (date(2026, 5, 1), 4.5)),
        before=8,
        fell=True,
    )


def test_what_was_said_on_one_day_is_one_point() -> None:
    found = _said(("2026-05-01", "north", 8), ("2026-05-01", "east", 6))
    assert found == Confidence(course=((date(2026, 5, 1), 7),), before=None, fell=False)


def test_a_fall_takes_two_of_ten() -> None:
    assert _said(("2026-03-01", "north", 8), ("2026-06-01", "north", 6)) == Confidence(
        course=((date(2026, 3, 1), 8), (date(2026, 6, 1), 6)), before=8, fell=True
    )
    found = _said(("2026-03-01", "north", 8), ("2026-06-01", "north", 7))
    assert found
    assert not found.fell


def test_what_was_said_more_than_half_a_year_ago_no_longer_counts() -> None:
    assert _said(("2025-12-15", "north", 8)) is None
    found = _said(("2025-10-01", "north", 2), ("2026-06-01", "east", 8))
    assert found
    assert found.now == 8


def test_what_is_told_tomorrow_is_not_known() -> None:
    assert _said(("2026-06-16", "north", 8)) is None
