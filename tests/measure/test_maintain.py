from datetime import date

import pytest

from shared_vision.measure.maintain import maintain
from shared_vision.model.measures import Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Target
from shared_vision.model.series import Point

BAND = Target.model_validate({"date": "2027-12-31", "low": 4, "high": 6})


def _points(*values: float) -> tuple[Point, ...]:
    day = date(2025, 1, 31)
    return tuple(Point(start=day, end=day, value=value, line=2) for value in values)


@pytest.mark.parametrize(
    ("values", "status", "share"),
    [
        ((1, 5), Status.ON_TRACK, 0.5),
        ((4,), Status.ON_TRACK, 1.0),
        ((6,), Status.ON_TRACK, 1.0),
        ((5, 5, 5, 7), Status.AT_RISK, 0.75),
        ((1, 5, 5, 7), Status.OFF_TRACK, 0.5),
        ((1, 1, 1, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 7), Status.AT_RISK, 11 / 12),
    ],
)
def test_latest_value_and_the_last_twelve_tell(
    values: tuple[float, ...], status: Status, share: float
) -> None:
    verdict = maintain(_points(*values), BAND)
    assert (verdict.status, verdict.progress, verdict.expected) == (status, share, Reason.NOT_DEFINED)


@pytest.mark.parametrize(("value", "status"), [(99, Status.ON_TRACK), (3, Status.OFF_TRACK)])
def test_end_that_is_left_out_is_open(value: float, status: Status) -> None:
    assert maintain(_points(value), Target.model_validate({"date": "2027-12-31", "low": 4})).status == status


def test_without_band_there_is_no_target() -> None:
    assert maintain(_points(5), None).reason == Reason.NO_TARGET
