"""Intervals of shares, held against statsmodels."""

import pytest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from shared_vision.measure.shares import newcombe, wilson

PAIRS = [(0, 7), (3, 7), (7, 7), (40, 66), (65, 66), (200, 1000)]


@pytest.mark.parametrize(("some", "many"), PAIRS)
def test_the_interval_of_a_share_is_wilsons(some: int, many: int) -> None:
    found = wilson(some / many, many)
    assert (found.low, found.high) == pytest.approx(proportion_confint(some, many, method="wilson"), abs=1e-6)


@pytest.mark.parametrize(("some", "many"), PAIRS)
def test_where_only_so_many_were_asked_it_is_that_of_a_larger_sample(some: int, many: int) -> None:
    asked = many + 30
    count = many * (asked - 1) / (asked - many)
    found = wilson(some / many, many, asked)
    # it takes counts that are no whole numbers as well
    expected = proportion_confint(some / many * count, count, method="wilson")
    assert (found.low, found.high) == pytest.approx(expected, abs=1e-6)


def test_where_all_who_were_asked_answered_there_is_no_doubt() -> None:
    assert (wilson(0.25, 8, 8).low, wilson(0.25, 8, 8).high) == (0.25, 0.25)
    assert wilson(0.25, 8, 7) == wilson(0.25, 8, 8)


@pytest.mark.parametrize(("now", "before"), [((40, 66), (20, 70)), ((5, 9), (5, 9)), ((0, 12), (7, 20))])
def test_the_interval_of_a_difference_is_newcombes(now: tuple[int, int], before: tuple[int, int]) -> None:
    (some, many), (was, had) = now, before
    found = newcombe(some / many, wilson(some / many, many), was / had, wilson(was / had, had))
    expected = confint_proportions_2indep(some, many, was, had, method="newcomb", compare="diff")
    assert (found.low, found.high) == pytest.approx(expected, abs=1e-6)
