"""Against statsmodels' damped Holt with the same parameters, and by hand."""

import numpy as np
import pytest
from scipy.stats import theilslopes
from statsmodels.tsa.holtwinters import Holt

from shared_vision.measure.holt import PARAMETERS, holt
from shared_vision.measure.line import filled, line, median_slope

DICE = np.random.default_rng(5)
SERIES = [
    DICE.normal(size=30).cumsum(),
    3 * np.sin(np.arange(40) / 4),
    np.arange(24.0) + DICE.normal(size=24),
]


def _statsmodels(values: np.ndarray, alpha: float, beta: float, phi: float, steps: int) -> np.ndarray:
    model = Holt(
        values, damped_trend=True, initialization_method="known", initial_level=values[0], initial_trend=0.0
    )
    # from the first value on, with no error there
    fit = model.fit(smoothing_level=alpha, smoothing_trend=beta, damping_trend=phi, optimized=False)
    return np.asarray(fit.forecast(steps))


@pytest.mark.parametrize("values", SERIES)
def test_of_a_single_set_of_parameters_the_forecast_is_that_of_statsmodels(
    values: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = "shared_vision.measure.holt"
    alpha, beta, phi = 0.45, 0.3, 0.9
    both = np.array([(alpha, 0.0, 0.8), (alpha, alpha * beta, phi)])
    monkeypatch.setattr(f"{module}.PARAMETERS", both)
    monkeypatch.setattr(f"{module}._FLAT", np.array([True, False]))
    monkeypatch.setattr(f"{module}._STEEP", np.array([False, True]))
    monkeypatch.setattr(f"{module}._PRICE", -1e3)  # the trend alone counts
    found = holt(values[None], 6).middles[-1, 0]
    assert found == pytest.approx(_statsmodels(values, alpha, beta, phi, 6), rel=1e-9, abs=1e-9)


def test_the_set_of_parameters_comes_near_what_an_optimiser_finds() -> None:
    for values in (SERIES[0], SERIES[2]):
        known = {"initialization_method": "known", "initial_level": values[0], "initial_trend": 0.0}
        model = Holt(values, damped_trend=True, **known)
        bounds = [
            model.fit(
                smoothing_level=alpha, smoothing_trend=both / alpha, damping_trend=phi, optimized=False
            ).sse
            for alpha, both, phi in PARAMETERS
        ]
        assert min(bounds) < 1.25 * model.fit(damping_trend=0.9).sse


def test_a_later_value_changes_no_earlier_forecast() -> None:
    values = SERIES[0][None]
    whole, part = holt(values, 3).middles, holt(values[:, :20], 3).middles
    assert whole[:20] == pytest.approx(part)


def test_a_gap_moves_nothing() -> None:
    values = SERIES[0][None].copy()
    values[0, 12] = np.nan
    paths = holt(values, 2)
    assert np.isfinite(paths.middles).all()
    assert paths.level[12, 0] == pytest.approx(paths.middles[11, 0, 0], rel=0.2)


def test_every_parameter_lies_in_its_bounds() -> None:
    alpha, both, phi = PARAMETERS.T
    assert ((alpha > 0) & (alpha <= 1) & (both >= 0) & (both <= alpha)).all()
    assert ((phi >= 0.8) & (phi <= 0.98)).all()


@pytest.mark.parametrize("values", SERIES)
def test_the_median_slope_is_that_of_scipy(values: np.ndarray) -> None:
    assert median_slope(values[None])[0] == pytest.approx(theilslopes(values).slope)
    holed = values.copy()
    holed[[3, 7]] = np.nan
    kept = np.flatnonzero(~np.isnan(holed))
    assert median_slope(holed[None])[0] == pytest.approx(theilslopes(values[kept], kept).slope)


def test_a_short_line_goes_on_by_the_damped_median_slope() -> None:
    paths = line(np.array([[1.0, 2.0, 3.0, 4.0, 6.0]]), 2, 5)
    assert paths.middles[-1, 0] == pytest.approx([6 + 0.9 * 1.0, 6 + (0.9 + 0.81) * 1.0], abs=0.2)
    slope = theilslopes([1.0, 2.0, 3.0, 4.0, 6.0]).slope
    assert paths.middles[-1, 0, 0] == pytest.approx(6 + 0.9 * slope)


def test_a_gap_takes_the_value_before_it() -> None:
    assert filled(np.array([[1.0, np.nan, np.nan, 4.0]])).tolist() == [[1.0, 1.0, 1.0, 4.0]]
