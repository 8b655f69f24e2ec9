from collections.abc import Mapping
from datetime import date

from shared_vision.measure.concrete import lacking
from shared_vision.measure.measures import published
from shared_vision.read import read
from small_vision import SMALL

TODAY = date(2026, 6, 15)
GOAL, KPI = "vision/goals/fewer-complaints.yml", "vision/kpis/complaints.yml"
BARE = {
    GOAL: "title: Fewer\n",
    KPI: "title: Complaints\ndirection: decrease\n",
    "kpi_data/complaints.csv": "",
}


def _lacking(files: Mapping[str, str]) -> list[str]:
    texts = {path: text.encode() for path, text in {**SMALL, **files}.items() if text}
    return [f"{one.lack}: {one.ref}" for one in lacking(published(read(texts), TODAY))]


def test_a_whole_vision_lacks_only_an_owner() -> None:
    assert _lacking({}) == ["kpi-owner: kpis/complaints"]


def test_everything_that_a_bare_vision_lacks() -> None:
    assert _lacking({**BARE, "vision/decisions/call-back.yml": ""}) == [
        "goal-kpi: goals/fewer-complaints",
        "goal-action: goals/fewer-complaints",
        "kpi-data: kpis/complaints",
        "kpi-target: kpis/complaints",
        "kpi-baseline: kpis/complaints",
        "kpi-owner: kpis/complaints",
        "kpi-action: kpis/complaints",
    ]


def test_a_goal_has_the_kpis_and_actions_of_those_below_it() -> None:
    above = {"vision/goals/heard.yml": "title: Heard\n", GOAL: SMALL[GOAL] + "parent: heard\n"}
    assert _lacking(above) == ["kpi-owner: kpis/complaints"]


def test_only_what_is_planned_or_running_or_in_force_is_an_action() -> None:
    decision = {"vision/decisions/call-back.yml": ""}
    for status, lacks in (("running", False), ("planned", False), ("done", True), ("stopped", True)):
        text = f"title: Line\ngoals: [fewer-complaints]\nstart: 2026-01-01\nstatus: {status}\n"
        found = _lacking({**decision, "vision/initiatives/line.yml": text})
        assert ("goal-action: goals/fewer-complaints" in found) is lacks
        assert ("kpi-action: kpis/complaints" in found) is lacks


def test_an_action_on_a_kpi_serves_its_goal() -> None:
    text = "title: Line\nstatus: running\nexpects: [{kpi: complaints, direction: decrease}]\n"
    files = {"vision/decisions/call-back.yml": "", "vision/initiatives/line.yml": text}
    assert _lacking(files) == ["kpi-owner: kpis/complaints"]


def test_a_retired_goal_lacks_nothing_and_an_achieved_one_no_action() -> None:
    bare = {GOAL: "title: Fewer\nstatus: retired\n", "vision/decisions/call-back.yml": ""}
    assert not [one for one in _lacking(bare) if "goals/" in one]
    achieved = {**bare, GOAL: "title: Fewer\nstatus: achieved\nkpis: [complaints]\n"}
    assert _lacking(achieved) == ["kpi-owner: kpis/complaints"]


def test_a_band_needs_no_baseline() -> None:
    record = "title: Complaints\ndirection: maintain\ntarget: {date: 2026-12-31, low: 1, high: 4}\n"
    assert _lacking({KPI: record}) == ["kpi-owner: kpis/complaints"]


def test_an_embargo_tells_nothing_of_aims_and_data() -> None:
    assert _lacking({KPI: SMALL[KPI] + "publish_from: 2027-01-01\n"}) == ["kpi-owner: kpis/complaints"]
    assert _lacking({**BARE, KPI: BARE[KPI] + "publish_from: 2027-01-01\n", GOAL: SMALL[GOAL]}) == [
        "kpi-owner: kpis/complaints"
    ]
