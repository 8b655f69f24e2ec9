"""The Theil-Sen slope with its interval, against SciPy."""

import numpy as np
import pytest
from scipy.stats import theilslopes

from shared_vision.measure.kendall import pairs_of, rank_test
from shared_vision.measure.slope import middle_of


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(("count", "different"), [(4, 1000), (9, 5), (30, 1000), (31, 8), (60, 3)])
def test_slope_and_interval_are_those_of_scipy(count: int, different: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    values = chance.integers(0, different, count).astype(float)
    times = np.cumsum(chance.integers(1, 4, count))
    pairs = pairs_of(tuple(times.tolist()), 0)
    changes = values[pairs.later] - values[pairs.earlier]
    found = middle_of(np.sort(changes / pairs.apart), rank_test(changes, values, [0] * count, 1).spread)
    theirs = theilslopes(values, times, alpha=0.95)
    assert found == pytest.approx((theirs.slope, theirs.low_slope, theirs.high_slope))


def test_a_straight_line_has_its_slope_and_no_doubt() -> None:
    assert middle_of(np.full(10, 2.5), 4) == (2.5, 2.5, 2.5)


def test_of_an_even_number_the_two_in_the_middle_are_halved() -> None:
    assert middle_of(np.array([1.0, 2.0, 4.0, 9.0]), 0) == (3, 2, 4)
