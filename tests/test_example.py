"""The visions that come with the program: the one in the root, the small ones, the one to start from."""

import runpy
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from shared_vision.measure.agreement import voices
from shared_vision.measure.measures import measure, published
from shared_vision.model.document import Document
from shared_vision.model.measures import Measures
from shared_vision.model.series import Point, Series
from shared_vision.read import read

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "plugins/shared_vision/adapters/template"
TODAY = date(2026, 11, 23)
SURVEYED = ("partnership-satisfaction", "partnership-engagement")


def sources(root: Path) -> dict[str, bytes]:
    found = [path for folder in ("vision", "kpi_data") for path in (root / folder).rglob("*")]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found if path.is_file()}


@cache
def document() -> Document:
    return read(sources(ROOT))


@cache
def measures() -> Measures:
    return measure(published(document(), TODAY), TODAY)


@pytest.mark.parametrize("root", [ROOT, TEMPLATE], ids=["root", "template"])
def test_a_vision_that_others_start_from_has_no_problem(root: Path) -> None:
    assert [str(problem) for problem in read(sources(root)).problems] == []


def test_the_partnership_has_the_size_of_a_real_one() -> None:
    found = document()
    counts = (found.partners, found.goals, found.kpis, found.decisions, found.initiatives)
    assert [len(records) for records in counts] == [7, 9, 27, 19, 6]
    assert (len(found.ideas), len(found.updates)) == (12, 81)


def test_goals_stand_on_two_levels_and_are_agreed() -> None:
    found = document()
    top = found.children(None)
    assert [len(found.children(goal.id)) for goal in top] == [2, 2, 2]
    assert {goal.status for goal in found.goals.values()} == {"agreed"}


def test_every_kpi_has_values_and_a_goal_or_is_about_the_partnership() -> None:
    found = published(document(), TODAY)
    assert [kpi for kpi in found.kpis if not isinstance(found.series[kpi], Series)] == []
    without_goal = {kpi for kpi in found.kpis if not found.goals_of(kpi)}
    assert without_goal == {"updates-in-time", *SURVEYED}
    assert {found.kpis[kpi].measures for kpi in without_goal} == {"partnership"}


def test_the_partnership_measures_what_its_people_say_and_how_many_answer() -> None:
    latest = [measures().kpis[kpi].latest for kpi in SURVEYED]
    assert [round(point.value, 2) for point in latest if isinstance(point, Point)] == [3.69, 77.08]


def test_statuses_are_spread_with_most_of_them_good() -> None:
    assert Counter(kpi.status for kpi in measures().kpis.values()) == {
        "achieved": 3,
        "on-track": 14,
        "at-risk": 4,
        "off-track": 2,
        "moving-away": 1,
        "too-early": 2,
        "unknown": 1,
    }


def test_the_one_unknown_status_is_of_the_kpi_without_a_target() -> None:
    unknown = [kpi for kpi in measures().kpis.values() if kpi.status == "unknown"]
    assert [(kpi.id, kpi.reason) for kpi in unknown] == [("compliments", "no-target")]


def test_one_kpi_is_overdue_and_all_others_are_fresh_or_come_with_a_survey() -> None:
    late = {kpi.id: kpi.freshness for kpi in measures().kpis.values() if kpi.freshness != "fresh"}
    assert late == {"staff-would-recommend": "overdue", **dict.fromkeys(SURVEYED, "no-schedule")}


def test_every_goal_has_a_status() -> None:
    assert [goal.id for goal in measures().goals.values() if goal.status == "unknown"] == []


def test_each_kind_of_data_is_shown() -> None:
    kpis = document().kpis.values()
    assert {kpi.frequency for kpi in kpis} == {"monthly", "quarterly", "yearly", "irregular"}
    assert {kpi.source.aggregate for kpi in kpis} == {None, "sum", "mean"}
    assert [kpi.id for kpi in kpis if kpi.direction == "maintain"] == ["staff-utilisation"]
    assert [kpi.id for kpi in kpis if kpi.source.where] == ["phone-complaints-per-1000"]
    broken_down = [kpi.id for kpi in kpis if kpi.source.by]
    assert broken_down == ["complaints-per-1000", "first-contact-resolution", "resolution-days"]


def test_decisions_of_every_fate_are_told() -> None:
    fates = Counter(decision.status for decision in document().decisions.values())
    assert fates == {"accepted": 12, "proposed": 2, "rejected": 2, "superseded": 2, "withdrawn": 1}
    chain = document().decisions["complaints-target-20"].supersedes
    assert chain == ("complaints-target-24",)
    assert document().decisions[chain[0]].supersedes == ("complaints-target-30",)


def test_an_option_not_taken_says_what_was_good_about_it() -> None:
    options = [option for decision in document().decisions.values() for option in decision.options]
    silent = [option.title for option in options if option.outcome != "chosen" and not option.valued_for]
    assert silent == []


def test_nothing_lies_in_the_future() -> None:
    found = document()
    days = [decision.date for decision in found.decisions.values()]
    days += [answer.on for one in found.decisions.values() for answer in one.positions if answer.on]
    days += [series.points[-1].end for series in found.series.values() if isinstance(series, Series)]
    assert max(days) <= TODAY


@pytest.mark.parametrize(
    ("script", "folder"), [("make_data", "kpi_data"), ("make_surveys", "kpi_data/surveys")]
)
def test_the_generator_writes_the_very_files_that_are_there(script: str, folder: str, tmp_path: Path) -> None:
    runpy.run_path(str(ROOT / f"examples/{script}.py"))["write"](tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in (ROOT / folder).glob("*.csv")}


def test_the_smallest_vision_has_only_a_warning_that_its_data_are_missing() -> None:
    [problem] = read(sources(ROOT / "examples/minimal")).problems
    assert str(problem) == (
        "vision/kpis/waiting-minutes.yml:1:1: warning no-data: This KPI has no data yet: there is no file"
        " kpi_data/waiting-minutes.csv. Add the file with the columns date and value."
    )


def test_four_records_of_the_broken_vision_are_refused_and_the_others_stand() -> None:
    found = read(sources(ROOT / "examples/broken"))
    assert {f"{record.kind}/{record.id}" for record in found.broken} == {
        "decisions/share-the-hall",
        "goals/open-doors",
        "kpis/visits",
        "partners/hill-school",
    }
    kept = (found.partners, found.goals, found.kpis, found.decisions)
    assert [list(records) for records in kept] == [
        ["old-mill"],
        ["somebody-answers"],
        ["calls-answered"],
        ["answer-at-lunch"],
    ]


def test_partners_stand_behind_goals_in_several_ways() -> None:
    found = voices(document(), TODAY)
    assert {one.partner: one.agreement for one in found["goals/fewer-complaints"]} == {
        "brightwater": "agreed",
        "harbour-trust": "earlier",
        "northgate": "agreed",
    }
    assert {one.partner: one.decision for one in found["goals/staff-who-stay"] if one.decision} == {
        "harbour-trust": "one-pay-scale"
    }
