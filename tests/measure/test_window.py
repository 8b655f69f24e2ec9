"""Which values are looked at, and the numbers of their periods."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from shared_vision.measure.window import window_of
from shared_vision.model.records import Frequency
from shared_vision.model.series import Point
from some_points import in_a_row


def _days(days: Sequence[int], length: int = 1, first: date = date(2024, 12, 30)) -> tuple[Point, ...]:
    starts = [first + timedelta(days=day) for day in days]
    return tuple(
        Point(start=start, end=start + timedelta(days=length - 1), value=1.5, line=2) for start in starts
    )


@pytest.mark.parametrize(
    ("frequency", "most"), [(Frequency.MONTHLY, 36), (Frequency.QUARTERLY, 20), (Frequency.YEARLY, 30)]
)
def test_the_recent_periods_are_looked_at(frequency: Frequency, most: int) -> None:
    found = window_of(in_a_row([float(value) for value in range(50)], frequency, date(1950, 1, 1)), frequency)
    assert found.times == tuple(range(most))
    assert [found.full(value) for value in found.values.tolist()] == list(range(50 - most, 50))
    assert all(found.joined)


def test_periods_count_whether_or_not_they_have_a_value() -> None:
    found = window_of(in_a_row([1.0, 2, *[None] * 34, 3, 4]), Frequency.MONTHLY)
    assert (found.times, found.joined) == ((0, 1), (True,))
    assert [point.value for point in found.points] == [3, 4]


def test_weeks_and_days_follow_each_other_over_the_end_of_a_year() -> None:
    weeks = window_of(_days([0, 7, 21], length=7), Frequency.WEEKLY)
    assert (weeks.times, weeks.joined) == ((0, 1, 3), (True, False))
    days = window_of(_days([0, 1, 2, 5]), Frequency.DAILY)
    assert (days.times, days.joined) == ((0, 1, 2, 5), (True, True, False))


def test_values_at_no_fixed_times_have_no_gaps_but_distances() -> None:
    found = window_of(_days(range(0, 400, 10)), Frequency.IRREGULAR)
    assert found.times == tuple(range(0, 240, 10))
    assert all(found.joined)
    assert found.season == 0


def test_a_season_takes_two_years_of_months_or_three_of_quarters() -> None:
    assert window_of(in_a_row([1.0] * 24), Frequency.MONTHLY).season == 12
    assert window_of(in_a_row([1.0] * 23), Frequency.MONTHLY).season == 0
    assert window_of(in_a_row([1.0] * 12, Frequency.QUARTERLY), Frequency.QUARTERLY).season == 4
    assert window_of(in_a_row([1.0] * 11, Frequency.QUARTERLY), Frequency.QUARTERLY).season == 0
    assert window_of(in_a_row([1.0] * 30, Frequency.YEARLY), Frequency.YEARLY).season == 0


@pytest.mark.parametrize("value", [0.0, 3.0, -1e-310, 1e300, -1.7976931348623157e308])
def test_scaling_loses_no_digit(value: float) -> None:
    found = window_of(in_a_row([value, value / 3]), Frequency.MONTHLY)
    assert [found.full(one) for one in found.values.tolist()] == [value, value / 3]
    assert abs(found.values).max() <= 1


def test_what_differs_by_rounding_alone_is_equal() -> None:
    found = window_of(in_a_row([0.3, 0.1 + 0.2, 0.3]), Frequency.MONTHLY)
    assert set(found.values.tolist()) == {found.values[0]}
