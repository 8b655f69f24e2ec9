from collections import Counter
from datetime import date

import pytest

from shared_vision.model.dates import add_months, month_end
from shared_vision.model.measures import Past, Status
from shared_vision.model.wording import Wording
from shared_vision.render.months import Run, Tick, change_line, columns, runs, ticks, whole_line

WORDING = Wording("en")
GOOD, BAD, UNKNOWN = Status.ON_TRACK, Status.OFF_TRACK, Status.UNKNOWN


def _past(*kpis: tuple[Status, ...]) -> Past:
    first = date(2024, 7, 1)
    days = tuple(month_end(add_months(first, month)) for month in range(23))
    return Past(days=(*days, date(2026, 6, 15)), kpis={f"k{place}": kpi for place, kpi in enumerate(kpis)})


def test_months_that_are_alike_are_one_run() -> None:
    past = _past((UNKNOWN, *[BAD] * 3, *[GOOD] * 20))
    assert list(runs("k0", past, WORDING)) == [
        Run(UNKNOWN, 1, "Jul\u00a02024"),
        Run(BAD, 3, "Aug\u00a02024 to Oct\u00a02024"),
        Run(GOOD, 20, "Nov\u00a02024 to Jun\u00a02026"),
    ]


def test_only_what_is_not_where_it_should_be_is_needy() -> None:
    found = {status for status in Status if Run(status, 1, "").needy}
    assert found == {Status.AT_RISK, Status.OFF_TRACK, Status.MOVING_AWAY}


def test_each_month_is_counted() -> None:
    found = columns(_past((GOOD,) * 24, (*[BAD] * 23, GOOD)))
    assert found[0] == Counter({GOOD: 1, BAD: 1})
    assert found[-1] == Counter({GOOD: 2})


def test_vision_without_kpis_has_empty_months() -> None:
    assert columns(_past()) == (Counter(),) * 24


def test_axis_names_the_first_month_and_the_years() -> None:
    assert list(ticks(_past(), WORDING)) == [Tick(1, "Jul\u00a02024"), Tick(7, "2025"), Tick(19, "2026")]


@pytest.mark.parametrize(
    ("then", "sentence", "short"),
    [
        (0, "2 of 3 KPIs are on track or achieved, 2 more than a year ago.", "2 more than a year ago"),
        (2, "2 of 3 KPIs are on track or achieved, as many as a year ago.", "As many as a year ago"),
        (3, "2 of 3 KPIs are on track or achieved, 1 fewer than a year ago.", "1 fewer than a year ago"),
    ],
)
def test_change_within_a_year_is_said(then: int, sentence: str, short: str) -> None:
    kpis = [(GOOD if place < then else BAD, GOOD if place < 2 else BAD) for place in range(3)]
    past = _past(*((before,) * 12 + (now,) * 12 for before, now in kpis))
    counts = {GOOD: 2, BAD: 1}
    assert whole_line(counts, past, WORDING) == sentence
    assert change_line(counts, past, WORDING) == short


@pytest.mark.parametrize("past", [Past(), _past((*[UNKNOWN] * 23, GOOD))], ids=["no past", "unknown then"])
def test_nothing_is_compared_with_what_was_not_known(past: Past) -> None:
    assert whole_line({GOOD: 1}, past, WORDING) == "1 of 1 KPI is on track or achieved."
    assert change_line({GOOD: 1}, past, WORDING) == ""
