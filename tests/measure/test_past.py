from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared_vision.measure.measures import measure, published
from shared_vision.measure.past import MONTHS, look_back
from shared_vision.model.dates import add_months, month_end
from shared_vision.model.document import Document
from shared_vision.model.measures import Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi, Vision
from shared_vision.model.series import Point, Series

TODAY = date(2026, 6, 15)
VISION = Vision(id="vision", title="One front door")
BASELINE, TARGET = {"date": "2024-01-31"}, {"date": "2027-12-31", "value": 18}
KINDS: Mapping[str, Mapping[str, Any]] = {
    "linear": {"baseline": BASELINE, "target": TARGET, "direction": "decrease"},
    "from a value": {
        "baseline": {"date": "2024-09-15", "value": 30},
        "target": TARGET,
        "direction": "decrease",
        "milestones": [{"date": "2025-06-30", "value": 28}],
    },
    "growth": {"baseline": BASELINE, "method": "growth", "direction": "increase"},
    "growth to a target": {
        "baseline": BASELINE,
        "method": "growth",
        "direction": "increase",
        "target": {"date": "2030-12-31", "value": 60},
    },
    "band": {"target": {"date": "2027-12-31", "low": 10, "high": 25}, "direction": "maintain"},
    "without a target": {"baseline": BASELINE, "direction": "increase"},
    "embargoed at first": {
        "baseline": BASELINE,
        "target": TARGET,
        "direction": "decrease",
        "publish_from": "2025-10-31",
    },
}


def _kpi(frequency: str = "monthly", **fields: Any) -> Kpi:
    common = {"id": "k", "title": "Complaints", "direction": "decrease", "frequency": frequency}
    return Kpi.model_validate({**common, **fields})


def _document(kpi: Kpi, series: Series | Reason) -> Document:
    return Document(vision=VISION, kpis={"k": kpi}, series={"k": series})


def _past(kpi: Kpi, series: Series | Reason, today: date = TODAY) -> tuple[Status, ...]:
    public = published(_document(kpi, series), today)
    return look_back(public, measure(public, today)).kpis["k"]


def _rebuilt(kpi: Kpi, points: Sequence[Point], day: date) -> Status:
    """The slow way: the whole build as of a day, over a file that ends with what was over by then."""
    series = Series(file="kpi_data/k.csv", points=tuple(point for point in points if point.end <= day))
    return measure(published(_document(kpi, series), day), day).kpis["k"].status


def _month(number: int, length: int, value: float) -> Point:
    start = add_months(date(2023, 11, 1), number)
    return Point(start=start, end=month_end(add_months(start, length - 1)), value=value, line=number + 2)


def _months(values: Sequence[float], length: int = 1) -> tuple[Point, ...]:
    return tuple(_month(number * length, length, value) for number, value in enumerate(values))


VALUES = st.lists(st.integers(-3, 60).map(float), min_size=1, max_size=40)
DAYS = st.lists(
    st.tuples(st.integers(0, 950), st.integers(0, 90), st.integers(0, 60)), unique_by=lambda d: d[:2]
)


@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None)
@given(values=VALUES, length=st.sampled_from([1, 3, 12]), back=st.integers(0, 500))
def test_past_is_what_a_build_as_of_each_month_end_says(
    kind: str, values: list[float], length: int, back: int
) -> None:
    kpi, points = _kpi(**KINDS[kind]), _months(values, length)
    today = date.fromordinal(TODAY.toordinal() - back)
    public = published(_document(kpi, Series(file="kpi_data/k.csv", points=points)), today)
    measures = measure(public, today)
    past = look_back(public, measures)
    assert past.days[-1] == today
    assert past.kpis["k"][-1] == measures.kpis["k"].status
    if kpi.publish_from is None or today >= kpi.publish_from:
        before = tuple(_rebuilt(kpi, points, day) for day in past.days[:-1])
        assert past.kpis["k"][:-1] == before


@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None)
@given(days=DAYS)
def test_periods_that_overlap_are_no_exception(kind: str, days: list[tuple[int, int, int]]) -> None:
    first = date(2023, 11, 1).toordinal()
    spans = sorted((first + start, first + start + length, value) for start, length, value in days)
    points = tuple(
        Point(start=date.fromordinal(start), end=date.fromordinal(end), value=float(value), line=2)
        for start, end, value in spans
    )
    kpi = _kpi("irregular", **KINDS[kind])
    public = published(_document(kpi, Series(file="kpi_data/k.csv", points=points)), TODAY)
    past = look_back(public, measure(public, TODAY))
    assert past.kpis["k"][:-1] == tuple(_rebuilt(kpi, points, day) for day in past.days[:-1])


def test_days_are_the_ends_of_two_years_of_months_then_today() -> None:
    document = _document(_kpi(), Reason.NO_DATA)
    days = look_back(document, measure(document, date(2024, 3, 15))).days
    assert len(days) == MONTHS
    assert days[0] == date(2022, 4, 30)
    assert days[-3:] == (date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 15))


def test_value_counts_from_the_end_of_its_period() -> None:
    points = (_month(24, 12, 20.0),)  # from November 2025 to October 2026
    kpi = _kpi(baseline={"date": "2025-01-31", "value": 40}, target=TARGET)
    statuses = _past(kpi, Series(file="kpi_data/k.csv", points=points))
    assert set(statuses[:-1]) == {Status.UNKNOWN}
    assert statuses[-1] == Status.ON_TRACK


@pytest.mark.parametrize("reason", [Reason.NO_DATA, Reason.BAD_DATA, Reason.EMBARGOED])
def test_kpi_without_values_was_never_known(reason: Reason) -> None:
    assert set(_past(_kpi(), reason)) == {Status.UNKNOWN}


def test_nothing_is_told_of_the_time_before_it_was_published() -> None:
    series = Series(file="kpi_data/k.csv", points=_months([40.0 - number for number in range(30)]))
    fields = KINDS["embargoed at first"]
    told, hidden = _past(_kpi(**{**fields, "publish_from": None}), series), _past(_kpi(**fields), series)
    assert Status.ON_TRACK in told[:15]
    assert set(hidden[:15]) == {Status.UNKNOWN}
    assert hidden[15:] == told[15:]
