from collections.abc import Callable

import numpy as np
import pytest

from shared_vision.draw.curve import curve_of, lone_places, thin
from shared_vision.model.series import Point

Months = Callable[..., tuple[Point, ...]]


def test_missing_period_is_a_break(monthly: Months) -> None:
    curve = curve_of(monthly([1, 2, None, 4]), regular=True)
    assert np.array_equal(curve.values, [1, 2, np.nan, 4], equal_nan=True)


def test_irregular_values_are_joined(monthly: Months) -> None:
    assert curve_of(monthly([1, 2, None, 4]), regular=False).values.tolist() == [1, 2, 4]


def test_only_values_with_breaks_on_both_sides_are_alone(monthly: Months) -> None:
    lone = lone_places(curve_of(monthly([1, None, 3, 4, None, 6]), regular=True))
    assert lone is not None
    assert [value for value in lone[1] if not np.isnan(value)] == [1, 6]
    assert lone_places(curve_of(monthly([1, 2]), regular=True)) is None


@pytest.mark.parametrize("count", [0, 1, 2, 399, 400, 401, 5000])
def test_few_values_are_kept_of_many_but_always_the_ends_and_extremes(count: int) -> None:
    values = np.array([(number * 7919) % 1009 for number in range(count)], dtype=float)
    kept = thin(values, 400)
    assert len(kept) == min(count, len(kept)) <= 400
    if count:
        assert {0, count - 1, int(values.argmin()), int(values.argmax())} <= set(kept.tolist())
