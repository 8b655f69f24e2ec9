"""The course of a KPI: what it takes to claim one, since when, and that no unit changes it."""

from collections.abc import Callable, Sequence
from datetime import date
from math import isfinite
from statistics import median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_vision.measure.control import control_chart
from shared_vision.measure.trend import trend_of
from shared_vision.measure.window import window_of
from shared_vision.model.reason import Reason
from shared_vision.model.records import Direction, Frequency
from shared_vision.model.trend import Control, Course, Rank, Slope, Trend
from some_points import in_a_row

YEARLY, MONTHLY, QUARTERLY = Frequency.YEARLY, Frequency.MONTHLY, Frequency.QUARTERLY
FIRST = date(2000, 1, 1)


def _trend(
    values: Sequence[float | None],
    frequency: Frequency = YEARLY,
    direction: Direction = Direction.INCREASE,
) -> Trend:
    window = window_of(in_a_row(values, frequency, FIRST), frequency)
    return trend_of(window, control_chart(window), direction)


def _ranked(trend: Trend) -> Rank:
    assert isinstance(trend.rank, Rank)
    return trend.rank


def _sloping(trend: Trend) -> Slope:
    assert isinstance(trend.slope, Slope)
    return trend.slope


@pytest.mark.parametrize(
    ("direction", "rising", "falling"),
    [
        (Direction.INCREASE, Course.BETTER, Course.WORSE),
        (Direction.DECREASE, Course.WORSE, Course.BETTER),
        (Direction.MAINTAIN, Course.RISING, Course.FALLING),
    ],
)
def test_course_goes_by_what_is_better(direction: Direction, rising: Course, falling: Course) -> None:
    assert _trend(range(9), direction=direction).course is rising
    assert _trend(range(9, 0, -1), direction=direction).course is falling


@pytest.mark.parametrize(
    ("count", "slope", "rank"),
    [(1, False, False), (3, False, False), (4, True, False), (7, True, False), (8, True, True)],
)
def test_a_slope_takes_four_values_and_a_claim_eight(count: int, *, slope: bool, rank: bool) -> None:
    found = _trend([float(value) for value in range(count)])
    assert (isinstance(found.slope, Slope), isinstance(found.rank, Rank)) == (slope, rank)
    assert found.course is (Course.BETTER if rank else Course.NONE)
    assert slope or found.slope is Reason.FEW_FOR_SLOPE
    assert rank or found.rank is Reason.FEW_FOR_TREND


def test_a_steady_trend_began_with_the_first_value() -> None:
    found = _trend(range(12))
    assert found.since == found.first


def test_a_shift_began_with_its_run() -> None:
    found = _trend([10, 12, 11, 10, 12, 11, 10, 12, 11, 17, 16, 17, 18, 16, 17, 18, 17])
    assert found.course is Course.BETTER
    assert found.since
    assert found.since.start.year == 2009


def test_without_a_run_up_to_now_the_window_is_named() -> None:
    found = _trend([1, 3, 2, 5, 4, 6, 3, 7, 8, 6, 9, 11, 10, 5])
    assert (found.course, found.since) == (Course.BETTER, found.first)


def test_a_run_that_goes_against_the_whole_takes_the_claim_back() -> None:
    up = [value + 3 * (value % 2) for value in range(16)]
    found = _trend([*up, 20, 19.5, 19, 18.5, 18, 17.5, 17])
    assert _ranked(found).p < 0.05
    assert (found.course, found.since, found.turned) == (Course.NONE, None, True)


@pytest.mark.parametrize(("frequency", "season"), [(MONTHLY, 12), (QUARTERLY, 4)])
def test_years_are_compared_season_by_season(frequency: Frequency, season: int) -> None:
    wave = [100.0, 0, 50, 20, 70, 30, 10, 90, 40, 80, 60, 5][:season]
    enough = wave * (2 if season == 12 else 3)
    assert _trend(enough, frequency).season == season
    assert _trend(enough[:-1], frequency).season == 0
    found = _trend([value + 2 * place for place, value in enumerate(wave * 3)], frequency)
    assert found.course is Course.BETTER
    assert _sloping(found) == Slope(value=2, low=2, high=2)


@pytest.mark.parametrize("seed", range(4))
def test_the_seasonal_slope_is_the_median_from_year_to_year(seed: int) -> None:
    values = np.random.default_rng(seed).normal(size=20).tolist()
    steps = [
        (values[later] - values[before]) / (later - before)
        for before in range(20)
        for later in range(before + 4, 20, 4)
    ]
    assert _sloping(_trend(values, QUARTERLY)).value == pytest.approx(median(steps))


def test_missing_periods_count_in_the_slope() -> None:
    assert _sloping(_trend([0, 1, None, None, None, 5, 6, 7])).value == pytest.approx(1)


def test_only_the_recent_values_are_looked_at() -> None:
    found = _trend([*range(60), *([5.0, 6.0] * 18)], MONTHLY)
    assert (found.points, found.course) == (36, Course.NONE)


def _noise(count: int, alike: float, seed: int) -> list[float]:
    """Values without a trend, each of which keeps so much of the one before."""
    steps = np.random.default_rng(seed).normal(size=count + 50)
    for place in range(1, count + 50):
        steps[place] += alike * steps[place - 1]
    values: list[float] = steps[50:].tolist()
    return values


@pytest.mark.parametrize(
    ("frequency", "count", "alike", "most"),
    [
        (YEARLY, 8, 0.0, 0.06),
        (YEARLY, 24, 0.0, 0.06),
        (YEARLY, 30, 0.5, 0.08),
        (MONTHLY, 36, 0.0, 0.06),
        (MONTHLY, 36, 0.6, 0.08),
    ],
)
def test_noise_is_seldom_called_a_trend(frequency: Frequency, count: int, alike: float, most: float) -> None:
    called = [_trend(_noise(count, alike, seed), frequency).course is not Course.NONE for seed in range(500)]
    assert sum(called) / len(called) <= most


def test_a_clear_trend_in_noise_is_found() -> None:
    noisy = [[value + place / 6 for place, value in enumerate(_noise(24, 0.0, seed))] for seed in range(100)]
    assert sum(_trend(values).course is Course.BETTER for values in noisy) >= 90


VALUES = st.lists(st.integers(-1000, 1000).map(float), min_size=1, max_size=30)


def _figures(trend: Trend, change: Callable[[float], float]) -> tuple[object, ...]:
    slope = trend.slope
    steps = slope if isinstance(slope, Reason) else tuple(map(change, (slope.value, slope.low, slope.high)))
    rank = trend.rank if isinstance(trend.rank, Reason) else (trend.rank.score, trend.rank.p)
    return (trend.course, trend.since and trend.since.start, steps, rank)


@given(VALUES, st.sampled_from([2.0**-900, 2.0**-20, 0.5, 4.0, 2.0**900]))
def test_the_unit_changes_nothing(values: list[float], unit: float) -> None:
    found, other = _trend(values, MONTHLY), _trend([value * unit for value in values], MONTHLY)
    assert _figures(found, lambda step: step * unit) == _figures(other, lambda step: step)


@given(VALUES, st.integers(-(10**6), 10**6))
def test_neither_does_the_zero(values: list[float], more: int) -> None:
    found, other = _trend(values, MONTHLY), _trend([value + more for value in values], MONTHLY)
    assert found.course is other.course
    if isinstance(found.slope, Slope):
        assert _sloping(other).value == pytest.approx(found.slope.value, abs=1e-6)


@given(VALUES)
def test_backwards_in_time_the_slope_turns_round(values: list[float]) -> None:
    found, other = _trend(values), _trend(values[::-1])
    if isinstance(found.slope, Slope):
        back = _sloping(other)
        assert (back.value, back.low, back.high) == pytest.approx(
            (-found.slope.value, -found.slope.high, -found.slope.low)
        )
    if isinstance(found.rank, Rank):
        assert _ranked(other).score == -found.rank.score
        assert _ranked(other).p == pytest.approx(found.rank.p, rel=1e-6)


@given(
    st.lists(
        st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from([0.0, 1e300, 1e-300]),
        min_size=1,
        max_size=60,
    ).filter(lambda values: values[0] is not None),
    st.sampled_from([YEARLY, MONTHLY, QUARTERLY]),
)
def test_every_figure_is_a_number_or_a_reason(values: list[float | None], frequency: Frequency) -> None:
    window = window_of(in_a_row(values, frequency, FIRST), frequency)
    control = control_chart(window)
    trend = trend_of(window, control, Direction.INCREASE)
    found: list[float] = []
    if isinstance(control, Control):
        found += [control.centre, control.low, control.high, control.moving]
    if isinstance(trend.slope, Slope):
        found += [trend.slope.value, trend.slope.low, trend.slope.high]
        assert trend.slope.low <= trend.slope.value <= trend.slope.high
    if isinstance(trend.rank, Rank):
        found += [trend.rank.p, trend.rank.spread, trend.rank.factor]
        assert 0 <= trend.rank.p <= 1
    assert all(map(isfinite, found))
