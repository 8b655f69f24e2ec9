from datetime import date

import pytest

from shared_vision.model.series import Point
from shared_vision.render.span import Course, Span, course, stacked

SPAN = Span(first=date(2025, 1, 1), last=date(2025, 12, 31))


def _day(day: date, value: float) -> Point:
    return Point(start=day, end=day, value=value, line=2)


@pytest.mark.parametrize(
    ("day", "place"),
    [(date(2024, 1, 1), 0), (date(2025, 1, 1), 0), (date(2025, 7, 2), 50), (date(2027, 1, 1), 100)],
)
def test_day_has_its_place_between_the_edges(day: date, place: float) -> None:
    assert SPAN.place(day) == place


def test_line_runs_through_the_values_in_the_span_upwards() -> None:
    points = [_day(date(2024, 12, 1), 99), _day(date(2025, 1, 1), 0), _day(date(2025, 12, 31), 4)]
    assert course(points, SPAN) == Course(path="M0 35 1000 5", left=100, top=12.5)


def test_kpi_without_values_in_the_span_has_no_line() -> None:
    assert course([_day(date(2024, 12, 1), 1)], SPAN) is None


def test_values_that_are_all_the_same_make_a_level_line() -> None:
    found = course([_day(date(2025, 1, 1), 7), _day(date(2025, 12, 31), 7)], SPAN)
    assert found
    assert found.path == "M0 35 1000 35"


def test_huge_values_overflow_nothing() -> None:
    found = course([_day(date(2025, 1, 1), -1.7e308), _day(date(2025, 12, 31), 1.7e308)], SPAN)
    assert found
    assert (found.path, found.left) == ("M0 35 1000 5", 100)


def test_of_many_values_some_are_drawn_and_the_latest_always() -> None:
    days = [_day(date.fromordinal(SPAN.first.toordinal() + number), number) for number in range(365)]
    found = course(days, SPAN)
    assert found
    assert 60 < len(found.path.split()) / 2 <= 120
    assert found.left == 100


def test_marks_that_would_touch_stand_in_rows() -> None:
    assert stacked([0, 3, 10, 12, 14], 7) == (0, 1, 0, 1, 2)
