from datetime import date

import numpy as np
import pytest

from measure.made import kpi, points, row
from shared_vision.measure.rows import LONGEST, row_of
from shared_vision.model.reason import Reason
from shared_vision.model.records import Frequency
from shared_vision.model.series import Point, Series


def test_a_missing_month_leaves_a_gap() -> None:
    found = row([1, 2, 3, 4, 5, 6, 7], without=(2,))
    assert np.isnan(found.values).tolist() == [False, False, True, False, False, False, False]
    assert [found.value(one) for one in found.values[[0, 3, 6]]] == pytest.approx([1, 4, 7])


@pytest.mark.parametrize("scale", [1e-200, 1e-9, 1.0, 1e9, 1e300])
def test_values_of_any_size_come_back(scale: float) -> None:
    values = [scale * value for value in (1, 5, 2, 8, 3, 9)]
    found = row(values)
    assert np.all(np.abs(found.values) <= 1)
    assert [found.value(one) for one in found.values] == pytest.approx(values)
    assert [found.scaled(one) for one in values] == pytest.approx(found.values.tolist())


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ([], Reason.NO_DATA),
        ([1, 2, 3, 4], Reason.TOO_FEW),
        ([7] * 9, Reason.NEVER_MOVED),
        ([0] * 9, Reason.NEVER_MOVED),
    ],
)
def test_no_row_has_a_reason(values: list[float], reason: Reason) -> None:
    assert row_of(kpi(), Series(file="x.csv", points=points(values))) is reason


def test_a_series_with_more_gaps_than_values_is_too_few() -> None:
    sparse = points(
        [float(place % 4) for place in range(40)], without=tuple(place for place in range(40) if place % 3)
    )
    assert row_of(kpi(), Series(file="x.csv", points=sparse)) is Reason.TOO_FEW


def test_of_a_long_series_the_latest_periods_count() -> None:
    assert len(row([float(place % 7) for place in range(200)]).values) == LONGEST


def test_an_irregular_kpi_is_read_by_its_usual_gap() -> None:
    monthly = row([1, 4, 2, 5, 3, 6], frequency="irregular")
    assert monthly.frequency is Frequency.MONTHLY
    days = [
        date(2024, 1, 1),
        date(2024, 1, 20),
        date(2024, 3, 3),
        date(2024, 7, 1),
        date(2024, 7, 30),
        date(2025, 1, 1),
    ]
    scattered = tuple(Point(start=day, end=day, value=float(place), line=2) for place, day in enumerate(days))
    assert row_of(kpi(frequency="irregular"), Series(file="x.csv", points=scattered)) is Reason.NO_RHYTHM
