from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from shared_vision.measure.measures import guessed, measure, published, with_partners
from shared_vision.model.document import Document
from shared_vision.model.measures import Basis, Freshness, Measures, Start, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Decision, Goal, Idea, Initiative, Kpi, Partner, Vision
from shared_vision.model.series import Group, Point, Series

TODAY = date(2026, 1, 15)
VISION = Vision(id="vision", title="One front door")


def _point(month: int, value: float, year: int = 2025) -> Point:
    day = date(year, month, 28)
    return Point(start=day.replace(day=1), end=day, value=value, line=month + 1)


SERIES = Series(file="kpi_data/k.csv", points=tuple(_point(month, 42 - month) for month in range(1, 13)))


def _kpi(**fields: Any) -> Kpi:
    common = {"id": "k", "title": "Complaints", "direction": "decrease", "frequency": "monthly"}
    target = {"baseline": {"date": "2025-01-28"}, "target": {"date": "2026-12-28", "value": 18}}
    return Kpi.model_validate({**common, **target, **fields})


def _document(kpi: Kpi, series: Series | Reason, goals: Mapping[str, Goal] | None = None) -> Document:
    return Document(vision=VISION, kpis={kpi.id: kpi}, goals=goals or {}, series={kpi.id: series})


def _status(kpi: Kpi, series: Series | Reason = SERIES) -> tuple[Status, Reason | None]:
    found = measure(_document(kpi, series), TODAY).kpis["k"]
    return found.status, found.reason


def test_kpi_is_measured_from_its_first_value_to_its_latest() -> None:
    found = measure(_document(_kpi(), SERIES), TODAY).kpis["k"]
    assert found.start == Start(date=date(2025, 1, 28), value=41, from_data=True)
    assert found.latest == SERIES.points[-1]
    assert found.progress == pytest.approx(11 / 23)
    assert found.expected == pytest.approx(334 / 699)
    assert (found.status, found.reason, found.basis) == (Status.ON_TRACK, None, Basis.LINEAR)
    assert (found.freshness, found.due) == (Freshness.FRESH, date(2026, 2, 7))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"target": None}, Reason.NO_TARGET),
        ({"baseline": None}, Reason.NO_BASELINE),
        ({"baseline": {"date": "2026-01-31"}}, Reason.BEFORE_BASELINE),
        ({"baseline": {"date": "2026-01-31", "value": 5}}, Reason.BEFORE_BASELINE),
        ({"baseline": {"date": "2025-01-28", "value": 18}}, Reason.BASE_EQUALS_TARGET),
        ({"method": "growth"}, Reason.ONE_YEAR),
        ({"method": "growth", "baseline": None}, Reason.NO_BASELINE),
    ],
)
def test_unknown_status_has_a_reason(fields: dict[str, Any], reason: Reason) -> None:
    assert _status(_kpi(**fields)) == (Status.UNKNOWN, reason)


@pytest.mark.parametrize("reason", [Reason.NO_DATA, Reason.BAD_DATA, Reason.EMBARGOED])
def test_kpi_without_values_keeps_the_reason_everywhere(reason: Reason) -> None:
    found = measure(_document(_kpi(), reason), TODAY).kpis["k"]
    figures = {found.reason, found.progress, found.expected, found.score, found.latest, found.freshness}
    assert {*figures, found.due, found.start} == {reason}
    assert found.status == Status.UNKNOWN


@pytest.mark.parametrize(
    ("aim", "today", "status", "lapsed"),
    [
        ({"date": "2025-12-28", "value": 29.5}, date(2025, 12, 28), Status.ON_TRACK, False),
        ({"date": "2025-12-28", "value": 29.5}, date(2025, 12, 29), Status.AT_RISK, True),
        ({"date": "2025-12-28", "value": 28}, date(2025, 12, 29), Status.AT_RISK, True),
        ({"date": "2025-12-28", "value": 18}, date(2025, 12, 29), Status.OFF_TRACK, True),
        ({"date": "2025-12-28", "value": 30}, date(2025, 12, 29), Status.ACHIEVED, False),
        ({"date": "2025-12-29", "value": 29.5}, date(2025, 12, 30), Status.ON_TRACK, True),
    ],
)
def test_target_that_is_missed_on_its_date_is_not_on_track(
    aim: dict[str, object], today: date, status: Status, *, lapsed: bool
) -> None:
    found = measure(_document(_kpi(target=aim), SERIES), today).kpis["k"]
    assert (found.status, found.lapsed) == (status, lapsed)


def test_band_and_unknown_status_do_not_lapse() -> None:
    band = _kpi(direction="maintain", baseline=None, target={"date": "2025-06-30", "low": 10, "high": 60})
    unknown = _kpi(baseline=None, target={"date": "2025-06-30", "value": 10})
    for kpi in (band, unknown):
        assert not measure(_document(kpi, SERIES), TODAY).kpis["k"].lapsed


def test_growth_of_yearly_values_is_scored() -> None:
    points = tuple(_point(12, value, year) for year, value in ((2015, 100), (2020, 150)))
    kpi = _kpi(method="growth", direction="increase", baseline={"date": "2015-01-01"}, target=None)
    found = measure(_document(kpi, Series(file="kpi_data/k.csv", points=points)), TODAY).kpis["k"]
    assert (found.status, found.basis, found.score) == (Status.ON_TRACK, Basis.GROWTH, 5.0)
    assert found.progress == pytest.approx(1.5**0.2 - 1)
    assert found.expected == Reason.NO_TARGET


def test_nothing_of_a_kpi_is_seen_before_it_is_published() -> None:
    kpi = _kpi(publish_from="2026-01-16")
    document = _document(kpi, SERIES)
    before, after = published(document, TODAY), published(document, date(2026, 1, 16))
    assert before.series["k"] == Reason.EMBARGOED
    assert (before.kpis["k"].baseline, before.kpis["k"].target) == (None, None)
    found = measure(before, TODAY).kpis["k"]
    assert {found.reason, found.start, found.latest, found.progress} == {Reason.EMBARGOED}
    assert (after.series["k"], after.kpis["k"]) == (SERIES, kpi)


def test_how_much_should_change_in_an_embargoed_kpi_is_not_seen_either() -> None:
    expects = [{"kpi": id_, "direction": "decrease", "by": 5} for id_ in ("k", "other")]
    one = Initiative.model_validate({"id": "i", "title": "Line", "expects": expects})
    document = replace(_document(_kpi(publish_from="2026-01-16"), SERIES), initiatives={"i": one})
    seen = published(document, TODAY).initiatives["i"]
    assert [expected.by for expected in seen.expects] == [None, 5]


@pytest.mark.parametrize(("gathered", "months"), [(False, 7), (True, 6)])
def test_future_is_cut_off(*, gathered: bool, months: int) -> None:
    series = Series(
        file=SERIES.file,
        points=SERIES.points,
        groups=(Group(name="a", points=SERIES.points), Group(name="b", points=SERIES.points[10:])),
        gathered=gathered,
    )
    found = published(_document(_kpi(), series), date(2025, 7, 15)).series["k"]
    assert isinstance(found, Series)
    assert found.points == SERIES.points[:months]
    assert found.groups == (Group(name="a", points=SERIES.points[:months]),)


@pytest.mark.parametrize(("today", "seen"), [(date(2025, 6, 27), 5), (date(2025, 6, 28), 6)])
def test_row_of_a_later_day_is_not_seen_in_a_period_that_has_begun(today: date, seen: int) -> None:
    points = (*SERIES.points[:5], replace(SERIES.points[5], dated=date(2025, 6, 28)))
    series = replace(SERIES, points=points, groups=(Group(name="a", points=points),))
    found = published(_document(_kpi(), series), today).series["k"]
    assert isinstance(found, Series)
    assert (found.points, found.groups[0].points) == (points[:seen], points[:seen])


def test_date_of_the_future_inside_a_longer_one_that_has_begun_is_not_seen() -> None:
    spans = ((date(2026, 1, 1), date(2026, 1, 10)), (date(2026, 2, 1), date(2026, 2, 1)))
    whole = (date(2026, 1, 1), date(2026, 12, 31))
    points = tuple(Point(start=start, end=end, value=1, line=2) for start, end in (*spans, whole))
    series = published(_document(_kpi(frequency="irregular"), replace(SERIES, points=points)), TODAY).series[
        "k"
    ]
    assert isinstance(series, Series)
    assert series.points == (points[0], points[2])


def test_series_in_the_future_is_no_data_yet() -> None:
    assert published(_document(_kpi(), SERIES), date(2024, 7, 15)).series["k"] == Reason.NO_DATA


def _goal(id_: str, **fields: Any) -> Goal:
    return Goal.model_validate({"id": id_, "title": id_, **fields})


def _measured(*goals: Goal) -> Measures:
    return measure(_document(_kpi(), SERIES, {goal.id: goal for goal in goals}), TODAY)


def test_goal_above_rolls_up_the_goals_below() -> None:
    found = _measured(_goal("a"), _goal("b", parent="a"), _goal("c", parent="b", kpis=["k"])).goals
    assert list(found) == ["a", "b", "c"]
    for goal in found.values():
        assert (goal.status, goal.kpis, goal.on_track, goal.coverage) == (Status.ON_TRACK, ("k",), 1, 1.0)


def test_kpi_of_two_goals_is_counted_once_above_them() -> None:
    top = _measured(_goal("a", kpis=["k"]), _goal("b", parent="a", kpis=["k"])).goals["a"]
    assert (top.kpis, top.on_track) == (("k",), 1)


def test_retired_goal_counts_for_nothing_above_it() -> None:
    found = _measured(_goal("a"), _goal("b", parent="a", kpis=["k"], status="retired")).goals
    assert (found["a"].reason, found["a"].kpis) == (Reason.NO_KPIS, ())
    assert found["b"].status == Status.ON_TRACK


def test_goal_below_without_kpis_leaves_a_gap_above() -> None:
    found = _measured(_goal("a"), _goal("b", parent="a", kpis=["k"]), _goal("c", parent="a")).goals
    assert (found["a"].reason, found["a"].coverage) == (Reason.INCOMPLETE, 0.5)


def test_very_long_chain_of_goals_is_no_trouble() -> None:
    chain = [_goal("g0"), *(_goal(f"g{number}", parent=f"g{number - 1}") for number in range(1, 3000))]
    assert _measured(*chain, _goal("last", parent="g2999", kpis=["k"])).goals["g0"].on_track == 1


@pytest.mark.parametrize("day", ["2015-01-01", "2015-06-30", "2015-12-31"])
def test_growth_over_yearly_values_counts_years_by_their_number(day: str) -> None:
    years = ((2015, 100.0), (2016, 104.7))
    points = tuple(
        Point(start=date(year, 1, 1), end=date(year, 12, 31), value=value, line=2) for year, value in years
    )
    kpi = _kpi(
        direction="increase",
        frequency="yearly",
        method="growth",
        baseline={"date": day, "value": 100},
        target={"date": day.replace("2015", "2030"), "value": 200},
    )
    found = measure(_document(kpi, Series(file="kpi_data/k.csv", points=points)), TODAY).kpis["k"]
    assert found.progress == pytest.approx(0.047 / (2 ** (1 / 15) - 1))


def test_what_was_known_earlier_points_to_nothing_that_came_later() -> None:
    later = {"id": "pilot", "title": "Pilot", "date": "2026-01-10", "status": "accepted"}
    older = {"id": "first", "title": "First", "date": "2025-12-01", "status": "superseded"}
    answer = {"by": "p", "on": "2025-12-10", "outcome": "adopted", "decision": "pilot", "initiative": "i"}
    idea = {"id": "evenings", "title": "Evenings", "by": "p", "date": "2025-12-05", "answer": answer}
    document = replace(
        _document(_kpi(), SERIES),
        partners={"p": Partner(id="p", title="P")},
        initiatives={"i": Initiative(id="i", title="I")},
        decisions={
            "first": Decision.model_validate({**older, "affects": ("decisions/pilot", "ideas/evenings")}),
            "pilot": Decision.model_validate({**later, "supersedes": ("first",)}),
        },
        ideas={"evenings": Idea.model_validate(idea)},
    )
    then = guessed(document, date(2025, 12, 31))
    found = then.ideas["evenings"].answer
    assert found
    assert (found.decision, found.initiative) == (None, "i")
    assert then.decisions["first"].affects == ("ideas/evenings",)
    assert [one.shaped for one in with_partners(then, measure(then, date(2025, 12, 31))).brought] == [()]
