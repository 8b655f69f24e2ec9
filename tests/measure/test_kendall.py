"""The Mann-Kendall test, against SciPy and against counts of every order."""

from collections.abc import Sequence
from itertools import combinations, permutations
from math import fsum

import numpy as np
import pytest
from scipy.stats import kendalltau, norm

from shared_vision.measure.kendall import inflation, pairs_of, rank_test
from shared_vision.model.trend import Rank


def _rank(values: Sequence[float], season: int = 0, factor: float = 1.0) -> Rank:
    pairs, plain = pairs_of(tuple(range(len(values))), season), np.array(values, dtype=float)
    seasons = [place % season if season else 0 for place in range(len(values))]
    return rank_test(plain[pairs.later] - plain[pairs.earlier], plain, seasons, factor)


def _score(order: Sequence[float]) -> int:
    return sum((later > before) - (later < before) for before, later in combinations(order, 2))


@pytest.mark.parametrize("count", [4, 7, 8, 9, 10])
@pytest.mark.parametrize("seed", range(5))
def test_few_values_without_ties_are_counted_as_scipy_does(count: int, seed: int) -> None:
    values = np.random.default_rng(seed).permutation(count)
    found = _rank(values.tolist())
    assert found.exact
    assert found.p == pytest.approx(kendalltau(range(count), values, method="exact").pvalue)


def test_the_count_is_that_of_all_orders() -> None:
    scores = [_score(order) for order in permutations(range(6))]
    for order in (range(6), (1, 0, 2, 3, 4, 5), (5, 3, 4, 2, 0, 1), (2, 0, 4, 1, 5, 3)):
        far = sum(abs(score) >= abs(_score(order)) for score in scores) / len(scores)
        assert _rank(order).p == pytest.approx(far)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("count", "different"), [(9, 4), (12, 20), (24, 6), (40, 1000)])
def test_many_values_or_ties_go_by_the_normal_curve_as_in_scipy(
    count: int, different: int, seed: int
) -> None:
    values = np.random.default_rng(seed).integers(0, different, count)
    found, theirs = _rank(values.tolist()), kendalltau(range(count), values, method="asymptotic")
    assert not found.exact
    # SciPy does not correct for continuity, so its p is that of the score itself
    assert 2 * norm.sf(abs(found.score) / found.spread) == pytest.approx(theirs.pvalue)
    assert found.p == pytest.approx(min(1, 2 * norm.sf((abs(found.score) - 1) / found.spread)))


@pytest.mark.parametrize("values", [(1, 2, 2, 3, 5, 5), (0, 0, 0, 1, 1), (4, 4, 4, 4, 1, 2, 3)])
def test_the_spread_with_ties_is_that_of_every_order(values: Sequence[float]) -> None:
    scores = [_score(order) for order in permutations(values)]
    assert _rank(values).spread ** 2 == pytest.approx(fsum(score**2 for score in scores) / len(scores))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("season", "years", "different"), [(4, 5, 50), (12, 2, 3), (12, 3, 8)])
def test_seasons_are_compared_each_with_itself(season: int, years: int, different: int, seed: int) -> None:
    values = np.random.default_rng(seed).integers(0, different, season * years).tolist()
    found = _rank(values, season)
    same = [values[start::season] for start in range(season)]
    assert found.score == sum(map(_score, same))
    assert found.pairs == season * years * (years - 1) / 2
    orders = [[_score(order) for order in permutations(values)] for values in same]
    variance = fsum(fsum(score**2 for score in scores) / len(scores) for scores in orders)
    assert found.spread**2 == pytest.approx(variance)


def test_equal_values_say_nothing() -> None:
    assert _rank([3] * 20) == Rank(score=0, pairs=190, spread=0, factor=1, p=1, exact=False, ties=True)


def test_the_factor_widens_the_spread() -> None:
    values = list(range(20))
    assert _rank(values, factor=4).spread == pytest.approx(2 * _rank(values).spread)


def test_likeness_of_neighbours_widens_by_the_sum_of_all_their_echoes() -> None:
    rest = np.array([1.0, 1, -1, -1, 1, 1, -1, -1, 1, 1, 1, 1, -1, -1, -1, -1, 1, 1, -1, -1])
    assert inflation(rest, [True] * 19) == pytest.approx(_echoes((20 * 5 / 20 + 2) / 16))


def test_the_likeness_that_a_step_leaves_does_not_hide_it() -> None:
    assert inflation(np.repeat([1.0, -1.0], 10), [True] * 19) == pytest.approx(_echoes(0.6))


def _echoes(alike: float) -> float:
    return 1 + 2 * fsum((1 - lag / 20) * alike**lag for lag in range(1, 20))


@pytest.mark.parametrize("rest", [[1.0, -1.0] * 10, [0.0] * 20, [1.0, 1.0, -1.0, -1.0, 1.0, 1.0, -1.0, -1.0]])
def test_unlike_few_or_equal_neighbours_widen_nothing(rest: list[float]) -> None:
    assert inflation(np.array(rest), [True] * (len(rest) - 1)) == 1


def test_neighbours_across_a_gap_do_not_count() -> None:
    rest = np.repeat([1.0, -1.0] * 5, 2)
    joined = [place % 2 == 0 for place in range(19)]
    assert inflation(rest, joined) == pytest.approx(_echoes(0.6))
    assert inflation(rest, [True] * 19) == pytest.approx(_echoes((20 * 1 / 20 + 2) / 16))
    assert inflation(rest, [False] * 19) == 1
