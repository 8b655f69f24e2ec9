"""Against statsmodels' least squares with errors by Newey and West and its correction for many, scipy's t."""

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.multitest import multipletests

from shared_vision.measure.effects import benjamini_hochberg
from shared_vision.measure.season import season
from shared_vision.measure.segments import design, regress, segments
from shared_vision.measure.student import quantile, two_sided

DICE = np.random.default_rng(11)


@pytest.mark.parametrize("split", [8, 12, 20])
def test_coefficients_and_errors_are_those_of_statsmodels(split: int) -> None:
    times, values = np.arange(5.0, 35.0), DICE.normal(size=30).cumsum()
    columns = design(times, split)[0]
    fit = sm.OLS(values, columns).fit(cov_type="HAC", cov_kwds={"maxlags": 2, "use_correction": True})
    found = regress(times, values, split)
    assert found.coefficients == pytest.approx(fit.params)
    assert found.error == pytest.approx(fit.bse[2])


def test_the_slopes_change_is_counted_from_the_start() -> None:
    times = np.arange(20.0)
    values = 3 + 0.5 * times + (times >= 10) * (4 + 0.25 * (times - 10))
    assert regress(times, values, 10).coefficients == pytest.approx([3, 0.5, 4, 0.25])


def test_missing_periods_keep_their_place_in_time() -> None:
    times = np.delete(np.arange(30.0), [3, 4, 17])
    values = 1 + 0.5 * times + (times >= 15) * 2
    assert regress(times, values, int(np.sum(times < 15))).coefficients == pytest.approx(
        [1, 0.5, 2, 0], abs=1e-9
    )


def test_a_planted_season_is_taken_out() -> None:
    times = np.arange(48.0)
    added = np.tile([3.0, -1, 2, -4, 0, 1, -2, 5, -3, -1, 0, 0], 4)
    values = 10 + (times >= 24) * 6 + added + DICE.normal(scale=0.1, size=48)
    found = segments(times, values, 24, 12)
    assert found.fit.coefficients[2] == pytest.approx(6, abs=0.3)
    assert found.season == pytest.approx(added, abs=0.4)


def test_a_season_that_could_be_chance_adds_little() -> None:
    trust = np.array([season(DICE.normal(size=(1, 36)), 12)[1][0] for _ in range(200)])
    assert trust.mean() < 0.25
    _, clear = season(np.tile(np.arange(12.0), 3)[None] + DICE.normal(scale=0.1, size=(1, 36)), 12)
    assert clear[0] > 0.95


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 11, 12, 20, 44])
def test_t_is_that_of_scipy(freedom: int) -> None:
    for t in (0.0, 0.3, 1.0, 2.5, 7.0):
        assert two_sided(t, freedom) == pytest.approx(2 * stats.t.sf(t, freedom), abs=1e-12)
    assert quantile(0.05, freedom) == pytest.approx(stats.t.ppf(0.975, freedom))


def test_the_correction_for_many_is_that_of_statsmodels() -> None:
    chances = [0.001, 0.2, 0.04, 0.04, 0.9, 0.012]
    assert benjamini_hochberg(chances) == pytest.approx(multipletests(chances, method="fdr_bh")[1])
    assert benjamini_hochberg([]) == []
