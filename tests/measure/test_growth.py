"""The growth-rate method, held against the published components of Canada's SDG data."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from math import fsum
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from shared_vision.measure.growth import growth, limit_factor, rate
from shared_vision.measure.verdict import Journey
from shared_vision.model.dates import years_between
from shared_vision.model.measures import Basis, Status
from shared_vision.model.reason import Reason

COMPONENTS = Path(__file__).parents[3] / "shared/data/canada-sdg/indicator_calculation_components.yml"
PUBLISHED = {
    "not_available": Status.UNKNOWN,
    "target_achieved": Status.ACHIEVED,
    "substantial_progress": Status.ON_TRACK,
    "moderate_progress": Status.AT_RISK,
    "limited_progress": Status.OFF_TRACK,
    "deterioration": Status.MOVING_AWAY,
}
NEED_NESTED_GROUPS = {"1-4-1", "4-5-1", "4-a-1", "9-c-1", "16-3-1"}

needs_canada = pytest.mark.skipif(
    not COMPONENTS.exists(), reason=f"the published data are not at {COMPONENTS}"
)


@cache
def _indicators() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.load(COMPONENTS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


def _series() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every published series that has a base and a current value."""
    for indicator in _indicators().values():
        for key, series in indicator.items():
            if isinstance(series, dict) and series["base_value"] is not None:
                yield key, series


def _journey(series: Mapping[str, Any]) -> Journey:
    return Journey(
        sign=series["direction"],
        base=series["base_value"],
        base_date=date(int(series["base_year"]), 12, 31),
        now=series["current_value"],
        now_date=date(int(series["current_year"]), 12, 31),
        target=series["target"],
        target_date=date(int(series["target_year"]), 12, 31) if series["target"] is not None else None,
        limit=series["limit"],
    )


@needs_canada
def test_every_published_status_follows_from_its_components() -> None:
    found = {key: growth(_journey(series)).status for key, series in _series()}
    assert len(found) == 243
    assert found == {key: PUBLISHED[series["status"]] for key, series in _series()}


@needs_canada
def test_every_published_score_and_progress_follows_from_its_components() -> None:
    scored = [(_journey(series), series) for _, series in _series() if series["score"] is not None]
    assert len(scored) == 184
    for journey, series in scored:
        verdict = growth(journey)
        assert verdict.score == pytest.approx(series["score"], abs=1e-9)
        if series["progress_value"] is None:
            assert verdict.progress == Reason.BASE_EQUALS_TARGET
        else:
            assert verdict.progress == pytest.approx(series["progress_value"], abs=1e-9)


@needs_canada
def test_series_without_a_published_status_have_one_year_of_data() -> None:
    reasons = {growth(_journey(series)).reason for _, series in _series() if series["score"] is None}
    assert reasons == {Reason.ONE_POINT}


@needs_canada
def test_mean_of_scores_gives_the_published_indicator_scores() -> None:
    published = {id_: series["score"] for id_, series in _indicators().items() if series["score"] is not None}
    means = {}
    for id_ in published:
        keys = [series for series in _indicators()[id_].values() if isinstance(series, dict)]
        scores = [growth(_journey(series)).score for series in keys if series["base_value"] is not None]
        numbers = [score for score in scores if isinstance(score, float)]
        means[id_] = fsum(numbers) / len(numbers)
    assert len(published) == 116
    differing = {id_ for id_ in published if means[id_] != pytest.approx(published[id_], abs=1e-9)}
    assert differing == NEED_NESTED_GROUPS


def _grown(base: float, now: float, target: float | None = None, sign: int = 1) -> Journey:
    return Journey(
        sign=sign,
        base=base,
        base_date=date(2015, 12, 31),
        now=now,
        now_date=date(2020, 12, 31),
        target=target,
        target_date=date(2030, 12, 31) if target is not None else None,
    )


@pytest.mark.parametrize("target", [0.0, -10.0])
def test_zero_or_change_of_sign_falls_back_to_linear(target: float) -> None:
    verdict = growth(_grown(30, 25, target, sign=-1))
    assert verdict.fell_back
    assert verdict.basis == Basis.LINEAR
    assert verdict.score == Reason.NOT_DEFINED
    assert verdict.progress == pytest.approx(5 / (30 - target))


def test_target_of_zero_that_is_met_has_the_best_score() -> None:
    verdict = growth(_grown(30, 0, 0, sign=-1))
    assert (verdict.status, verdict.score, verdict.fell_back) == (Status.ACHIEVED, 5.0, True)


@pytest.mark.parametrize(("base", "now"), [(0, 4), (-4, 4)])
def test_zero_or_change_of_sign_without_target_cannot_be_judged(base: float, now: float) -> None:
    verdict = growth(_grown(base, now))
    assert (verdict.status, verdict.reason, verdict.fell_back) == (Status.UNKNOWN, Reason.NO_GROWTH, False)


@pytest.mark.parametrize(
    ("month", "reason"), [(1, Reason.ONE_POINT), (5, Reason.ONE_YEAR), (12, Reason.ONE_YEAR)]
)
def test_values_of_one_year_have_no_growth_a_year(month: int, reason: Reason) -> None:
    begun = date(2026, 1, 31)
    within = replace(_grown(10, 12, 20), base_date=begun, now_date=date(2026, month, 31))
    assert growth(within).reason == reason


def test_base_equal_to_target_that_is_lost_cannot_be_judged() -> None:
    assert growth(_grown(100, 99, 100)).reason == Reason.BASE_EQUALS_TARGET


def test_negative_values_grow_towards_zero() -> None:
    verdict = growth(_grown(-100, -50, -25))
    assert verdict.status == Status.ON_TRACK
    # a half in 5 of 15 years, where a quarter in 15 is needed
    assert verdict.progress == pytest.approx((1 - 0.5 ** (1 / 5)) / (1 - 0.25 ** (1 / 15)))


POSITIVE = st.floats(0.01, 1e6)


@given(POSITIVE, POSITIVE, POSITIVE, st.sampled_from((1, -1)), st.floats(0.001, 1000))
def test_unit_does_not_matter(base: float, now: float, target: float, sign: int, unit: float) -> None:
    plain, scaled = (
        growth(_grown(base, now, target, sign)),
        growth(_grown(base * unit, now * unit, target * unit, sign)),
    )
    assume(isinstance(plain.progress, float) and isinstance(scaled.progress, float))
    assert scaled.progress == pytest.approx(plain.progress, rel=1e-6, abs=1e-6)


@given(POSITIVE, POSITIVE)
def test_growth_is_undone_by_the_growth_back(base: float, value: float) -> None:
    assert (1 + rate(base, value, 7)) * (1 + rate(value, base, 7)) == pytest.approx(1)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (date(2015, 12, 31), date(2030, 12, 31), 15.0),
        (date(2024, 2, 29), date(2025, 2, 28), 1.0),
        (date(2025, 1, 31), date(2025, 7, 31), 181 / 365),
        (date(2024, 1, 1), date(2025, 7, 2), 1 + 182 / 365),
        (date(2024, 12, 31), date(2025, 1, 1), 1 / 365),
    ],
)
def test_years_are_whole_between_equal_days(start: date, end: date, years: float) -> None:
    assert years_between(start, end) == years


@pytest.mark.parametrize(
    ("base", "factor"), [(100, 0.0), (50, 1 - 0.5**4.44), (150, 1 - 0.5**4.44), (200, 1.0), (0, 1.0)]
)
def test_less_growth_is_asked_near_a_limit(base: float, factor: float) -> None:
    assert limit_factor(base, 100) == factor


def test_without_a_limit_all_growth_is_asked() -> None:
    assert limit_factor(100, None) == 1.0
