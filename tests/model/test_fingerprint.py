import re

import pytest

from shared_vision.load.record.records import load_records
from shared_vision.model.fingerprint import FINGERPRINT, agreed, agreed_fields, fingerprint
from shared_vision.model.records import Goal, Kpi, Vision

GOAL = (
    "title: Fewer complaints\nwhy: People should be heard.\nowner: northgate\npartners: [harbour, clinic]\n"
    "due: 2027-12-31\nstatus: agreed\nkpis: [{id: complaints, weight: 2}, calls]\n"
)
KPI = "title: Complaints\ndirection: decrease\ntarget: {date: 2027-12-31, value: 20}\n"


def _print(goal: str = GOAL, kpi: str = KPI) -> str:
    loaded = load_records({"vision/goals/g.yml": goal.encode(), "vision/kpis/complaints.yml": kpi.encode()})
    [found] = loaded.of_kind("goals")
    [number] = loaded.of_kind("kpis")
    return fingerprint(found.record, {"complaints": number.record})


def test_a_fingerprint_stays_what_it_was_in_an_earlier_version() -> None:
    assert _print() == "2a177e76"
    assert re.fullmatch(FINGERPRINT, _print())


@pytest.mark.parametrize(
    "same",
    [
        GOAL.replace("title: Fewer complaints\n", "") + "title: 'Fewer   complaints'\n",
        GOAL.replace("why: People should be heard.", "why: >-\n  People should\n  be heard.\n"),
        GOAL.replace("[harbour, clinic]", "[clinic, harbour]"),
        GOAL.replace(
            "[{id: complaints, weight: 2}, calls]", "[{id: calls, weight: 1}, {weight: 2.0, id: complaints}]"
        ),
        GOAL.replace("status: agreed", "status: achieved") + "tags: [phone]\nsummary: ''\n",
        GOAL + "signed: [{partner: northgate, on: 2026-01-05}]\n",
        GOAL.replace("why: People should be heard.", "why: {en: People should be heard.}"),
    ],
)
def test_layout_order_state_and_signatures_change_nothing(same: str) -> None:
    assert _print(same) == _print()


@pytest.mark.parametrize(
    "other",
    [
        GOAL.replace("Fewer complaints", "Fewer Complaints"),
        GOAL.replace("2027-12-31", "2028-12-31"),
        GOAL.replace("owner: northgate", "owner: harbour"),
        GOAL.replace("[harbour, clinic]", "[harbour]"),
        GOAL.replace("weight: 2", "weight: 3"),
        GOAL + "body: More to say.\n",
        GOAL + "parent: happy\n",
        GOAL.replace("why: People should be heard.", "why: {en: People should be heard., fr: Être entendu.}"),
    ],
)
def test_another_wording_or_promise_has_another_fingerprint(other: str) -> None:
    assert _print(other) != _print()


def test_a_text_by_language_counts_with_each_of_them_in_any_order() -> None:
    both, turned, other = (
        GOAL.replace("title: Fewer complaints", f"title: {title}")
        for title in ("{en: Fewer, fr: Moins}", "{fr: Moins, en: Fewer}", "{en: Fewer, fr: Peu}")
    )
    assert _print(both) == _print(turned) != _print(other)


@pytest.mark.parametrize(
    "other",
    [
        KPI.replace("value: 20", "value: 21"),
        KPI.replace("2027", "2028"),
        KPI.replace("decrease", "increase"),
        KPI + "unit: a month\n",
        KPI + "baseline: {date: 2025-01-31, value: 42}\n",
        KPI + "milestones: [{date: 2026-06-30, value: 30}]\n",
    ],
)
def test_the_target_of_a_kpi_is_part_of_what_its_goal_promises(other: str) -> None:
    assert _print(kpi=other) != _print()


def test_the_name_and_the_source_of_a_kpi_are_not() -> None:
    assert _print(kpi=KPI.replace("Complaints", "All complaints") + "source: {file: x.csv}\n") == _print()


def test_what_is_agreed_in_a_vision_does_not_hang_on_its_rules() -> None:
    vision = Vision(id="vision", title="One front door", statement="Anybody gets an answer.")
    assert agreed(vision, {}) == {"title": "One front door", "statement": "Anybody gets an answer."}
    assert fingerprint(vision, {}) == fingerprint(vision.model_copy(update={"tags": ("x",)}), {})


def test_the_agreed_fields_are_fields_and_nobody_signs_a_partner() -> None:
    for model in (Vision, Goal, Kpi):
        assert set(agreed_fields(model.kind)) < set(model.model_fields)
    assert agreed_fields("partners") == ()
