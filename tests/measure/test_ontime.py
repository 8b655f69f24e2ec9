from datetime import date

import pytest

from shared_vision.measure.ontime import on_time
from shared_vision.model.changes import ChangeKind, DataChange, Event, History, RecordChange
from shared_vision.model.dates import month_end
from shared_vision.model.document import Document
from shared_vision.model.flow import OnTime
from shared_vision.model.log import Gap
from shared_vision.model.reason import Reason
from shared_vision.model.records import Direction, Frequency, Kpi, Vision
from shared_vision.model.series import Point, Series

TODAY = date(2026, 6, 20)


def _point(month: int, year: int = 2026) -> Point:
    first = date(year, month, 1)
    return Point(start=first, end=month_end(first), value=1.0, line=month)


def _document(*points: Point, frequency: Frequency = Frequency.MONTHLY) -> Document:
    kpi = Kpi(id="calls", title="Calls", direction=Direction.INCREASE, frequency=frequency)
    series = {"calls": Series(file="kpi_data/calls.csv", points=points)}
    return Document(vision=Vision(id="vision", title="V"), kpis={"calls": kpi}, series=series)


def _came(day: date, *points: Point, kpi: str = "calls", added: bool = False) -> Event:
    records = (RecordChange(kind=ChangeKind.ADDED, ref=f"kpis/{kpi}", title="Calls"),) if added else ()
    return Event(
        commit=f"{day}", day=day, records=records, data=(DataChange(kpi=kpi, title="Calls", new=points),)
    )


JAN, FEB, MAR, APR, MAY = map(_point, range(1, 6))
FIRST = _came(date(2026, 2, 3), JAN, added=True)
"""January's value is due by 7 February: it was brought along with the KPI."""


def _told(*events: Event, points: tuple[Point, ...] = (JAN, FEB, MAR, APR, MAY)) -> OnTime | Reason:
    return on_time(_document(*points), History(events=events), TODAY)["calls"]


def test_each_value_is_held_against_its_day() -> None:
    # February is due by 7 March (a quarter of 28 days), March by 7 April, April by 7 May, May by 7 June
    events = (
        FIRST,
        _came(date(2026, 3, 7), FEB),
        _came(date(2026, 4, 8), MAR),
        _came(date(2026, 5, 2), APR),
        _came(date(2026, 6, 19), MAY),
    )
    assert _told(*events) == OnTime(in_time=3, counted=5, known_from=date(2026, 2, 3))


def test_what_was_brought_along_late_is_not_counted() -> None:
    events = (_came(date(2026, 4, 20), JAN, FEB, MAR), _came(date(2026, 5, 7), APR), _came(TODAY, MAY))
    assert _told(*events) == OnTime(in_time=1, counted=2, known_from=date(2026, 4, 20))


def test_a_revision_does_not_make_a_value_late() -> None:
    again = DataChange(kpi="calls", title="Calls", revised=((FEB, FEB),))
    events = (FIRST, _came(date(2026, 3, 1), FEB), Event(commit="x", day=date(2026, 6, 1), data=(again,)))
    assert _told(*events, points=(JAN, FEB)) == OnTime(in_time=2, counted=5, known_from=date(2026, 2, 3))


def test_a_value_that_came_twice_counts_from_the_first_time() -> None:
    events = (FIRST, _came(date(2026, 3, 1), FEB), _came(date(2026, 6, 1), FEB))
    found = _told(*events, points=(JAN, FEB))
    assert isinstance(found, OnTime)
    assert found.in_time == 2


def test_a_missing_value_is_late() -> None:
    events = (FIRST, _came(date(2026, 3, 1), FEB), _came(date(2026, 5, 1), APR), _came(date(2026, 6, 1), MAY))
    assert _told(*events, points=(JAN, FEB, APR, MAY)) == OnTime(
        in_time=4, counted=5, known_from=date(2026, 2, 3)
    )


def test_a_value_whose_day_is_not_over_is_not_counted_yet() -> None:
    kpis = _document(JAN, FEB)
    events = (FIRST,)
    assert on_time(kpis, History(events=events), date(2026, 3, 7))["calls"] == OnTime(
        in_time=1, counted=1, known_from=date(2026, 2, 3)
    )


def test_only_the_last_year_counts() -> None:
    points = tuple(_point(month, year) for year in (2024, 2025) for month in range(1, 13))
    events = [_came(month_end(point.end), point) for point in points]
    found = on_time(_document(*points), History(events=tuple(events)), date(2026, 1, 1))["calls"]
    assert found == OnTime(in_time=12, counted=12, known_from=date(2024, 1, 31))


def test_a_copy_that_leaves_out_the_past_is_known_from_its_first_day() -> None:
    history = History(events=(_came(TODAY, MAY),), gap=Gap.SHALLOW, since=date(2026, 5, 1))
    assert on_time(_document(APR, MAY), history, TODAY)["calls"] == OnTime(
        in_time=0, counted=2, known_from=date(2026, 5, 1)
    )


def test_a_kpi_that_was_renamed_keeps_its_past() -> None:
    history = History(
        events=(_came(date(2026, 2, 3), JAN, kpi="phone"), _came(date(2026, 3, 1), FEB, kpi="phone")),
        now={"kpis/phone": "kpis/calls"},
    )
    found = on_time(_document(JAN, FEB), history, date(2026, 3, 8))["calls"]
    assert found == OnTime(in_time=2, counted=2, known_from=date(2026, 2, 3))


@pytest.mark.parametrize(
    ("document", "history", "reason"),
    [
        (_document(JAN), History(gap=Gap.NO_REPOSITORY), Reason.NO_HISTORY),
        (_document(JAN, frequency=Frequency.IRREGULAR), History(events=(FIRST,)), Reason.NO_SCHEDULE),
        (_document(MAY), History(events=(_came(TODAY, MAY),)), Reason.NOTHING_DUE),
        (_document(MAY).with_series({"calls": Reason.EMBARGOED}), History(), Reason.EMBARGOED),
    ],
)
def test_why_it_is_not_known(document: Document, history: History, reason: Reason) -> None:
    assert on_time(document, history, TODAY)["calls"] is reason
