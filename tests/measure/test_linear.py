"""Linear pace by hand: methods.md, C6, done / expected with the cuts 0.95, 0.75 and 0."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_vision.measure.linear import linear, pace, share_of_way, value_on_path
from shared_vision.measure.verdict import Journey
from shared_vision.model.measures import Status
from shared_vision.model.reason import Reason

FALLING = Journey(
    sign=-1,
    base=42,
    base_date=date(2025, 1, 1),
    now=31,
    now_date=date(2026, 1, 1),
    target=20,
    target_date=date(2027, 1, 1),
)


def test_half_of_the_way_in_half_of_the_time_is_on_track() -> None:
    verdict = linear(FALLING)
    assert (verdict.progress, verdict.expected) == (0.5, 0.5)
    assert (verdict.status, verdict.reason, verdict.score) == (Status.ON_TRACK, None, Reason.NOT_DEFINED)


@pytest.mark.parametrize(
    ("now", "status"),
    [
        (20, Status.ACHIEVED),
        (19, Status.ACHIEVED),
        (31.55, Status.ON_TRACK),  # ratio 0.95
        (31.6, Status.AT_RISK),
        (33.75, Status.AT_RISK),  # ratio 0.75
        (33.8, Status.OFF_TRACK),
        (42, Status.OFF_TRACK),
        (42.1, Status.MOVING_AWAY),
    ],
)
def test_status_follows_from_done_over_expected(now: float, status: Status) -> None:
    assert linear(replace(FALLING, now=now)).status == status


def test_nothing_done_is_a_plain_zero() -> None:
    verdict = linear(replace(FALLING, now=42, now_date=date(2025, 1, 1)))
    assert (str(verdict.progress), str(verdict.expected)) == ("0.0", "0.0")


def test_nothing_is_said_before_a_tenth_is_expected() -> None:
    assert linear(replace(FALLING, now=45, now_date=date(2025, 3, 14))).status == Status.TOO_EARLY
    assert linear(replace(FALLING, now=45, now_date=date(2025, 3, 15))).status == Status.MOVING_AWAY


def test_expected_goes_through_the_milestones() -> None:
    held = replace(FALLING, milestones=((date(2026, 1, 1), 38.7),))
    # 38.7 by the milestone: (42 - 38.7) / (42 - 20)
    assert linear(held).expected == pytest.approx(0.15)
    assert linear(replace(held, now=38.7)).status == Status.ON_TRACK


def test_everything_is_expected_after_the_target_date() -> None:
    late = linear(replace(FALLING, now_date=date(2030, 1, 1)))
    assert (late.expected, late.status) == (1.0, Status.OFF_TRACK)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"target": None, "target_date": None}, Reason.NO_TARGET),
        ({"base": 20}, Reason.BASE_EQUALS_TARGET),
        ({"target_date": date(2025, 1, 1)}, Reason.TARGET_BEFORE_BASELINE),
    ],
)
def test_unknown_has_a_reason(change: dict[str, Any], reason: Reason) -> None:
    verdict = linear(replace(FALLING, **change))
    assert (verdict.status, verdict.reason, verdict.progress) == (Status.UNKNOWN, reason, reason)


@pytest.mark.parametrize(("now", "status"), [(12, Status.ACHIEVED), (25, Status.MOVING_AWAY)])
def test_base_beyond_target_has_no_progress(now: float, status: Status) -> None:
    verdict = linear(replace(FALLING, base=10, now=now))
    assert (verdict.status, verdict.progress) == (status, Reason.BASE_BEYOND_TARGET)


def test_rounding_does_not_decide() -> None:
    assert linear(replace(FALLING, base=1, target=0.3, now=0.1 + 0.2)).status == Status.ACHIEVED
    assert linear(replace(FALLING, base=0.1 + 0.2, target=0.3)).reason == Reason.BASE_EQUALS_TARGET


@pytest.mark.parametrize(("base", "target", "now"), [(0, 10, 4), (10, 0, 6), (-5, 5, -1), (-10, -20, -14)])
def test_zero_and_negative_values_just_work(base: float, target: float, now: float) -> None:
    assert share_of_way(base, target, now) == pytest.approx(0.4)


def test_corners_hold_beyond_the_ends_of_a_path() -> None:
    path = ((date(2025, 1, 1), 1.0), (date(2026, 1, 1), 3.0))
    assert value_on_path(path, date(2020, 1, 1)) == 1.0
    assert value_on_path(path, date(2030, 1, 1)) == 3.0


NUMBERS = st.floats(-1e6, 1e6)


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from((1, -1)))
def test_turning_all_signs_and_the_direction_changes_nothing(
    base: float, target: float, now: float, sign: int
) -> None:
    one = replace(FALLING, base=base, target=target, now=now, sign=sign)
    other = replace(FALLING, base=-base, target=-target, now=-now, sign=-sign)
    assert linear(one) == linear(other)


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from((0.125, 4.0, 1024.0)))
def test_unit_does_not_matter(base: float, target: float, now: float, unit: float) -> None:
    one = replace(FALLING, base=base, target=target, now=now)
    other = replace(FALLING, base=base * unit, target=target * unit, now=now * unit)
    assert linear(one).status == linear(other).status


@given(st.floats(-2, 2), st.floats(-2, 2), st.floats(0.1, 1))
def test_more_done_is_never_worse(one: float, other: float, expected: float) -> None:
    order = (Status.MOVING_AWAY, Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK)
    low, high = sorted((one, other))
    assert order.index(pace(low, expected)) <= order.index(pace(high, expected))


FINITE = st.floats(allow_nan=False, allow_infinity=False)


@given(FINITE, FINITE, FINITE, st.sampled_from((1, -1)))
def test_no_numbers_raise(base: float, target: float, now: float, sign: int) -> None:
    verdict = linear(replace(FALLING, base=base, target=target, now=now, sign=sign))
    assert (verdict.status == Status.UNKNOWN) == (verdict.reason is not None)
