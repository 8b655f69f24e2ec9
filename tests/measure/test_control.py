"""The control chart, against a published example, and its rules one by one."""

from collections.abc import Sequence
from datetime import date

import pytest

from shared_vision.measure.control import control_chart
from shared_vision.measure.window import window_of
from shared_vision.model.reason import Reason
from shared_vision.model.records import Frequency
from shared_vision.model.trend import Control, Oddity
from some_points import in_a_row

CALM = [10.0, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9]


def _control(values: Sequence[float | None], frequency: Frequency = Frequency.MONTHLY) -> Control:
    found = control_chart(window_of(in_a_row(values, frequency), frequency))
    assert isinstance(found, Control)
    return found


def _signals(values: Sequence[float | None]) -> list[tuple[Oddity, bool, date, date, int]]:
    return [
        (signal.oddity, signal.high, signal.first.start, signal.last.start, signal.count)
        for signal in _control(values).signals
    ]


def test_limits_are_those_of_the_published_flow_rates() -> None:
    # NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, with 3 / 1.128 where 2.66 stands here
    found = _control([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])
    assert found.centre == pytest.approx(50.81)
    assert found.moving == pytest.approx(1.8778, abs=5e-5)
    assert found.low == pytest.approx(45.8159, abs=1e-3)
    assert found.high == pytest.approx(55.8041, abs=1e-3)
    assert found.signals == ()
    assert (found.points, found.ranges, found.screened) == (10, 9, 0)
    assert found.trial


@pytest.mark.parametrize(("count", "trial"), [(6, True), (11, True), (12, False)])
def test_limits_are_on_trial_below_twelve_values(count: int, *, trial: bool) -> None:
    assert _control(CALM[:count]).trial is trial


@pytest.mark.parametrize("values", [CALM[:5], [1.0], [1.0, None, 2, None, 3, None, 4, None, 5, None, 6]])
def test_few_values_or_none_side_by_side_have_no_limits(values: list[float | None]) -> None:
    assert control_chart(window_of(in_a_row(values), Frequency.MONTHLY)) is Reason.FEW_FOR_LIMITS


def test_a_value_far_off_is_outside_and_does_not_move_the_limits() -> None:
    found = _control([*CALM, 40, *CALM])
    assert found.centre == pytest.approx(10)
    assert (found.screened, found.left_out) == (2, 1)
    assert _signals([*CALM, 40, *CALM]) == [(Oddity.OUTSIDE, True, date(2025, 1, 1), date(2025, 1, 1), 1)]


def test_among_equal_values_another_one_is_outside() -> None:
    found = [5.0] * 9 + [6.0] + [5.0] * 9
    assert _signals(found) == [(Oddity.OUTSIDE, True, date(2024, 10, 1), date(2024, 10, 1), 1)]


def test_equal_values_have_limits_and_no_signal() -> None:
    found = _control([0.1] * 12)
    assert [found.low, found.high, found.moving] == pytest.approx([0.1, 0.1, 0])
    assert found.signals == ()


def test_a_season_that_comes_back_is_usual() -> None:
    year = [10.0, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 30]
    found = _control(year * 2).signals
    assert [(signal.first.start.year, signal.usual) for signal in found] == [(2024, False), (2025, True)]


def test_seven_on_one_side_are_a_run_and_six_are_not() -> None:
    seven = [9.0, 8, 9, 8, 9, 8, 9, 11, 12, 11, 12, 11, 12, 11]
    runs = [signal for signal in _signals(seven) if signal[0] is Oddity.SIDE]
    assert runs == [
        (Oddity.SIDE, False, date(2024, 1, 1), date(2024, 7, 1), 7),
        (Oddity.SIDE, True, date(2024, 8, 1), date(2025, 2, 1), 7),
    ]
    assert [one for one in _signals([9.0, 11, *seven[1:7], *seven[7:-1]]) if one[0] is Oddity.SIDE] == []


def test_seven_that_rise_are_a_run_and_six_are_not() -> None:
    rising = [11.0, 9, 9.5, 9.7, 9.9, 10.1, 10.3, 10.6, 9, 11, 9, 11]
    assert _signals(rising) == [(Oddity.STEADY, True, date(2024, 2, 1), date(2024, 8, 1), 7)]
    assert _signals([11.0, 10, *rising[2:]]) == []


def test_two_of_three_near_a_limit_are_a_signal() -> None:
    values = [*CALM, 13.5, 10, 13.5, *CALM]
    assert _signals(values) == [(Oddity.NEAR, True, date(2025, 1, 1), date(2025, 3, 1), 2)]
    assert _signals([*CALM, 13.5, 10, 10, 13.5, *CALM]) == []


def test_a_missing_period_breaks_ranges_and_runs() -> None:
    low, high = [8.0, 10, 8, 10, 8, 10, 8], [11.0, 13, 11, 13, 11, 13, 11]
    assert [signal[0] for signal in _signals([*low, *high])] == [Oddity.SIDE, Oddity.SIDE]
    gap = [*low[:4], None, *low[4:], *high[:3], None, *high[3:]]
    assert _signals(gap) == []
    assert _control(gap).ranges == 11


@pytest.mark.parametrize(("last", "calm"), [(10.0, True), (14.9, False), (8.0, True)])
def test_a_latest_value_is_calm_where_it_moved_no_more_than_usual(last: float, *, calm: bool) -> None:
    assert _control([*CALM, last]).calm is calm
