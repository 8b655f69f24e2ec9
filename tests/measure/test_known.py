import numpy as np
import pytest

from shared_vision.measure.known import mean_known, median_known
from shared_vision.measure.season import season

HOLES = np.array([[3.0, np.nan, 1.0, 2.0], [np.nan] * 4, [5.0, 1.0, np.nan, np.nan], [4.0, 3.0, 2.0, 1.0]])


def test_medians_and_means_are_of_what_is_known_and_0_of_nothing() -> None:
    assert median_known(HOLES).tolist() == [2.0, 0.0, 3.0, 2.5]
    assert mean_known(HOLES, 1).tolist() == [2.0, 0.0, 3.0, 2.5]


def test_a_whole_year_missing_and_a_month_missing_in_all_years_warn_of_nothing() -> None:
    values = np.tile(np.arange(12.0), 3)
    values[:12] = np.nan
    values[[17, 29]] = np.nan
    added, trust = season(values[None], 12)
    assert np.isfinite(added).all()
    assert added.sum() == pytest.approx(0)
    assert 0 <= trust[0] <= 1
