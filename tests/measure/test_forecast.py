from datetime import date

import numpy as np
import pytest
from benchmarks import calibration, published
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from measure.made import kpi, points, row
from shared_vision.measure.forecast import JUDGED, REPLAYED, Replay, forecast_all
from shared_vision.measure.intervals import errors
from shared_vision.measure.rows import Row, batches, row_of
from shared_vision.model.forecast import Forecast, Way
from shared_vision.model.reason import Reason
from shared_vision.model.series import Series

DICE = np.random.default_rng(3)
NOISE = DICE.normal(size=60)


def _forecast(values: list[float], **fields: object) -> Forecast:
    found = forecast_all({"waits": row(values, (), **fields)})["waits"]
    assert isinstance(found, Forecast)
    return found


def test_below_ten_values_a_line_from_ten_on_holt_with_a_season_where_it_pays() -> None:
    season = 5 * np.sin(np.arange(60) * np.pi / 6)
    assert _forecast((NOISE[:9] + 20).tolist()).way is Way.LINE
    assert _forecast((NOISE[:20] + 20).tolist()).way is Way.HOLT
    assert _forecast((NOISE + season + 20).tolist()).way is Way.SEASONAL


def test_it_reaches_as_far_as_there_are_values_and_a_year_at_most() -> None:
    assert len(_forecast((NOISE[:7] + 20).tolist()).steps) == 7
    steps = _forecast((NOISE + 20).tolist()).steps
    assert len(steps) == 12
    assert (steps[0].start, steps[0].end, steps[-1].end) == (
        date(2027, 1, 1),
        date(2027, 1, 31),
        date(2027, 12, 31),
    )


def test_the_first_step_can_be_redone_by_hand() -> None:
    found = _forecast((NOISE + np.arange(60) + 20).tolist())
    added = found.season[0] if found.season else 0.0
    assert found.steps[0].value == pytest.approx(found.level + found.slope * found.phi + added)
    half = 1.4 * found.miss * (1 + 0.5 / (found.known + 2))
    assert found.steps[0].high - found.steps[0].value == pytest.approx(half)


def test_the_chance_is_that_of_a_normal_distribution() -> None:
    found = _forecast((NOISE + 20).tolist(), target={"date": "2027-03-31", "value": 20.5})
    step = found.steps[2]
    spread = (step.high - step.value) / stats.norm.ppf(0.9)
    assert found.chance == pytest.approx(stats.norm.sf(20.5, step.value, spread), abs=1e-4)


@pytest.mark.parametrize(
    ("count", "day", "reason"),
    [
        (7, "2022-12-31", Reason.TOO_FEW),
        (30, "2030-12-31", Reason.NOT_WITHIN),
        (30, "2023-01-31", Reason.TARGET_PASSED),
    ],
)
def test_no_chance_has_a_reason(count: int, day: str, reason: Reason) -> None:
    found = _forecast((NOISE[:count] + 20).tolist(), target={"date": day, "value": 30})
    assert found.chance is reason


def test_the_day_on_which_the_target_is_met() -> None:
    rising = (np.arange(40) * 2.0).tolist()
    found = _forecast(rising, target={"date": "2025-06-30", "value": 86})
    assert isinstance(found.crossing, date)
    assert date(2025, 7, 31) <= found.crossing <= date(2025, 9, 30)
    assert _forecast(rising, target={"date": "2026-12-31", "value": 60}).crossing is Reason.ALREADY_MET
    assert _forecast(rising, target={"date": "2026-12-31", "value": 600}).crossing is Reason.NOT_WITHIN


def test_what_never_was_negative_is_not_foretold_to_be() -> None:
    falling = [40, 30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02]
    found = _forecast([float(one) for one in falling])
    assert all(step.low >= 0 for step in found.steps)
    share = _forecast([90.0, 93, 95, 96, 98, 99, 99.5, 99.7, 99.9, 99.8], unit="%")
    assert all(step.high <= 100 for step in share.steps)


def test_earlier_forecasts_stand_beside_what_came() -> None:
    values = (NOISE[:30] + 20).tolist()
    told = _forecast(values).told
    assert [one.came for one in told] == pytest.approx(values[:-13:-1])
    assert {one.held for one in told} <= {True, False}


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.floats(-1e300, 1e300, allow_subnormal=False), min_size=0, max_size=40),
    st.sets(st.integers(1, 30), max_size=6),
)
def test_any_values_give_numbers_or_a_reason(values: list[float], without: set[int]) -> None:
    series = Series(file="x.csv", points=points(values, tuple(without)))
    found = forecast_all({"waits": row_of(kpi(target={"date": "2024-12-31", "value": 1}), series)})["waits"]
    if isinstance(found, Forecast):
        assert all(np.isfinite([step.low, step.value, step.high]).all() for step in found.steps)
        assert all(step.low <= step.value <= step.high for step in found.steps)
        assert isinstance(found.chance, Reason) or 0 <= found.chance <= 1


NEEDED = pytest.mark.skipif(
    not published.DATA.is_dir(), reason=f"the published series are not in {published.DATA}"
)


def _replayed(rows: dict[str, Row | Reason]) -> tuple[list[float], float, float]:
    """How often the interval held for each horizon; the mean scaled error of ours, of the latest value."""
    kept = {name: one for name, one in rows.items() if isinstance(one, Row) and len(one.points) > JUDGED}
    held, judged, ours, naive, many = np.zeros(REPLAYED), np.zeros(REPLAYED), 0.0, 0.0, 0
    for batch in batches(kept):
        values = np.array([one.values for one in batch])
        replay = Replay(values, batch[0].season, REPLAYED)
        scale = calibration.mean_change(values)[None, :, None]
        found = replay.errors[JUDGED - 1 :]
        same = errors(values, np.repeat(values.T[:, :, None], REPLAYED, axis=2))[JUDGED - 1 :]
        both = np.isfinite(found) & np.isfinite(same)
        held += np.sum(found <= replay.halves[JUDGED - 1 :], axis=(0, 1))
        judged += np.sum(np.isfinite(found), axis=(0, 1))
        ours += np.nansum(np.where(both, found / scale, 0))
        naive += np.nansum(np.where(both, same / scale, 0))
        many += int(both.sum())
    return (held / judged).tolist(), ours / many, naive / many


@NEEDED
def test_on_nhs_series_the_interval_holds_and_forecasts_beat_the_latest_value() -> None:
    held, ours, naive = _replayed(published.nhs_rows())
    assert all(0.75 <= share <= 0.85 for share in held), held
    assert ours < naive


@NEEDED
def test_on_canadas_series_the_interval_holds_and_forecasts_beat_the_latest_value() -> None:
    held, ours, naive = _replayed(published.canada_rows())
    assert all(0.75 <= share <= 0.85 for share in held), held
    assert ours < naive
