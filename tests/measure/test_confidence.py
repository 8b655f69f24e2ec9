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
        speakers=2,
        before=8,
        since=4,
        fallen=1,
    )
    assert found.fell


def test_what_was_said_on_one_day_is_one_point() -> None:
    found = _said(("2026-05-01", "north", 8), ("2026-05-01", "east", 6))
    assert found == Confidence(course=((date(2026, 5, 1), 7),), speakers=2)
    assert not found.fell


def test_a_fall_takes_two_of_ten() -> None:
    assert _said(("2026-03-01", "north", 8), ("2026-06-01", "north", 6)) == Confidence(
        course=((date(2026, 3, 1), 8), (date(2026, 6, 1), 6)), speakers=1, before=8, since=6, fallen=1
    )
    found = _said(("2026-03-01", "north", 8), ("2026-06-01", "north", 7))
    assert found
    assert not found.fell


def test_who_begins_to_speak_lets_nobody_fall() -> None:
    found = _said(("2026-03-01", "north", 9), ("2026-06-01", "north", 9), ("2026-06-01", "east", 4))
    assert found
    assert (found.now, found.before, found.since, found.fallen, found.fell) == (6.5, 9, 9, 0, False)


def test_one_of_several_who_falls_is_counted_though_all_together_do_not() -> None:
    told = [("2026-03-01", one, 8) for one in ("north", "east", "harbour")]
    found = _said(*told, ("2026-06-01", "north", 8), ("2026-06-01", "east", 8), ("2026-06-01", "harbour", 4))
    assert found
    assert (found.fallen, found.fell) == (1, False)


def test_what_was_said_more_than_half_a_year_ago_no_longer_counts() -> None:
    assert _said(("2025-12-15", "north", 8)) is None
    found = _said(("2025-10-01", "north", 2), ("2026-06-01", "east", 8))
    assert found
    assert found.now == 8


def test_what_is_told_tomorrow_is_not_known() -> None:
    assert _said(("2026-06-16", "north", 8)) is None
