"""What is asked of each partner: each kind appears, and goes once the file it leads to is mended."""

from datetime import date

import pytest

from assessed import TODAY, VISION, assessed, cadence
from shared_vision.build import assess
from shared_vision.model.changes import History
from shared_vision.model.fingerprint import fingerprint
from shared_vision.model.owed import Duty, Owed
from shared_vision.model.records import Goal
from shared_vision.read import read

RULES = "title: One front door\ngovernance: {rule: consent, quorum: 2, comment_days: 10}\n"
KPI = (
    "title: Calls\ndirection: decrease\nowner: north\nfrequency: monthly\n"
    "baseline: {date: 2025-12-31, value: 40}\ntarget: {date: 2026-12-31, value: 20}\n"
)
PROPOSAL = "title: Evenings\ndate: 2026-06-01\nstatus: proposed\npositions:\n{positions}"
REVIEWED = "title: Call back\ndate: 2025-06-01\nstatus: accepted\ndecided_by: north\nreview_on: {day}\n"
IDEA = "title: Evenings\nby: east\ndate: 2026-05-01\nasked: north\n"
ANSWER = "answer: {by: north, on: 2026-06-15, valued_for: It is kind., text: We try., outcome: adopted}\n"
SAID = "  - {{partner: {0}, position: consent, on: 2026-06-10}}\n"
GOAL = (
    "title: {title}\nowner: north\nstatus: agreed\n"
    "signed: [{{partner: north, on: 2026-02-01, fingerprint: {sign}}}]\n"
)


def _sign(title: str) -> str:
    return fingerprint(Goal(id="calls", title=title, owner="north", status="agreed"), {})


WAS, NOW = _sign("Fewer calls"), _sign("Far fewer calls")

CASES = {
    Duty.DATA: (
        {
            "vision/kpis/calls.yml": KPI,
            "kpi_data/calls.csv": "date,value\n2026-03,34\n2026-04,30\n",
        },
        {"kpi_data/calls.csv": "date,value\n2026-03,34\n2026-04,30\n2026-05,29\n"},
        Owed(
            partner="north",
            duty=Duty.DATA,
            ref="kpis/calls",
            path="kpi_data/calls.csv",
            day=date(2026, 6, 7),
            late=True,
        ),
    ),
    Duty.IDEA: (
        {**cadence(ideas_answered_within="P14D"), "vision/ideas/evenings.yml": IDEA},
        {"vision/ideas/evenings.yml": IDEA + ANSWER},
        Owed(
            partner="north",
            duty=Duty.IDEA,
            ref="ideas/evenings",
            path="vision/ideas/evenings.yml",
            day=date(2026, 5, 15),
            late=True,
        ),
    ),
    Duty.POSITION: (
        {
            "vision/vision.yml": RULES.replace("quorum: 2", "quorum: 3"),
            "vision/decisions/evenings.yml": PROPOSAL.format(
                positions=SAID.format("east") + SAID.format("harbour")
            ),
        },
        {
            "vision/decisions/evenings.yml": PROPOSAL.format(
                positions=SAID.format("east") + SAID.format("harbour") + SAID.format("north")
            )
            .replace("2026-06-01", "2026-06-15")
            .replace("status: proposed", "status: accepted\nproposed_on: 2026-06-01")
        },
        Owed(
            partner="north",
            duty=Duty.POSITION,
            ref="decisions/evenings",
            path="vision/decisions/evenings.yml",
            day=date(2026, 6, 10),
            late=True,
        ),
    ),
    Duty.RECORD: (
        {
            "vision/vision.yml": RULES,
            "vision/decisions/evenings.yml": PROPOSAL.format(
                positions=SAID.format("east") + SAID.format("harbour")
            ),
        },
        {
            "vision/decisions/evenings.yml": PROPOSAL.format(
                positions=SAID.format("east") + SAID.format("harbour")
            )
            .replace("2026-06-01", "2026-06-15")
            .replace("status: proposed", "status: accepted\nproposed_on: 2026-06-01")
        },
        Owed(
            partner="",
            duty=Duty.RECORD,
            ref="decisions/evenings",
            path="vision/decisions/evenings.yml",
            day=date(2026, 6, 11),
            late=False,
        ),
    ),
    Duty.SIGNATURE: (
        {"vision/goals/calls.yml": GOAL.format(title="Far fewer calls", sign=WAS)},
        {"vision/goals/calls.yml": GOAL.format(title="Far fewer calls", sign=NOW)},
        Owed(
            partner="north",
            duty=Duty.SIGNATURE,
            ref="goals/calls",
            path="vision/goals/calls.yml",
            day=date(2026, 2, 1),
            late=False,
        ),
    ),
    Duty.UPDATE: (
        {
            **cadence(updates="P1M", updates_from="2026-05-05"),
            "vision/updates/2026-05-05-north.yml": "by: north\ndate: 2026-05-05\nno_change: true\n",
            "vision/updates/2026-05-05-east.yml": "by: east\ndate: 2026-05-05\nno_change: true\n",
            "vision/updates/2026-05-05-harbour.yml": "by: harbour\ndate: 2026-05-05\nno_change: true\n",
            "vision/updates/2026-06-05-east.yml": "by: east\ndate: 2026-06-05\nno_change: true\n",
            "vision/updates/2026-06-05-harbour.yml": "by: harbour\ndate: 2026-06-05\nno_change: true\n",
        },
        {"vision/updates/2026-06-15-north.yml": "by: north\ndate: 2026-06-15\nno_change: true\n"},
        Owed(
            partner="north",
            duty=Duty.UPDATE,
            ref="partners/north",
            path="vision/updates/2026-06-15-north.yml",
            day=date(2026, 6, 5),
            late=True,
            new=True,
        ),
    ),
    Duty.REVIEW: (
        {"vision/decisions/call-back.yml": REVIEWED.format(day="2026-06-01")},
        {"vision/decisions/call-back.yml": REVIEWED.format(day="2027-06-01")},
        Owed(
            partner="north",
            duty=Duty.REVIEW,
            ref="decisions/call-back",
            path="vision/decisions/call-back.yml",
            day=date(2026, 6, 1),
            late=True,
        ),
    ),
}


@pytest.mark.parametrize("duty", Duty)
def test_a_thing_is_asked_for_until_the_file_it_leads_to_is_mended(duty: Duty) -> None:
    files, mended, owed = CASES[duty]
    _, before = assessed(files)
    assert before.owed == (owed,)
    assert owed.path in mended
    _, after = assessed({**files, **mended})
    assert after.owed == ()


def test_the_vision_itself_is_looked_at_again() -> None:
    signed = "title: One front door\ncadence: {review: P6M}\nsigned:\n" + "".join(
        f"  - {{partner: {one}, on: 2025-11-15}}\n" for one in ("east", "harbour", "north")
    )
    _, late = assessed({"vision/vision.yml": signed})
    assert late.owed == (
        Owed(
            partner="",
            duty=Duty.REVIEW,
            ref="vision/vision",
            path="vision/decisions/vision-looked-at-2026-06-15.yml",
            day=date(2026, 5, 15),
            late=True,
            new=True,
        ),
    )
    decision = "title: It holds\ndate: 2026-06-15\nstatus: accepted\naffects: [vision/vision]\n"
    _, after = assessed({"vision/vision.yml": signed, late.owed[0].path: decision})
    assert after.owed == ()


def test_who_joins_and_signs_later_takes_no_new_look_for_the_others() -> None:
    signed = (
        "title: One front door\ncadence: {review: P6M}\nsigned:\n"
        "  - {partner: north, on: 2025-11-15}\n  - {partner: east, on: 2026-06-01}\n"
    )
    _, measures = assessed({"vision/vision.yml": signed})
    assert measures.vision_review == date(2026, 5, 15)


def test_a_vision_that_nobody_signed_is_looked_at_again_from_when_it_was_written_down() -> None:
    document, _ = assessed({"vision/vision.yml": "title: One front door\ncadence: {review: P6M}\n"})
    known = History(wordings={"vision/vision": ((date(2025, 11, 3), "a"), (date(2026, 5, 1), "b"))})
    _, measures = assess(document, TODAY, known)
    assert measures.vision_review == date(2026, 5, 3)


def test_who_has_asked_to_wait_is_late_only_after_that_time() -> None:
    waits = "  - {partner: north, position: hold, on: 2026-06-08}\n"
    files: dict[str, str | None] = {
        "vision/vision.yml": RULES,
        "vision/decisions/evenings.yml": PROPOSAL.format(positions=SAID.format("east") + waits),
    }
    asked = {day: assessed(files, day)[1].owed for day in (date(2026, 6, 17), date(2026, 6, 18))}
    assert [(one.partner, one.day) for one in asked[date(2026, 6, 17)]] == [("harbour", date(2026, 6, 10))]
    late = [one for one in asked[date(2026, 6, 18)] if one.partner == "north"]
    assert [(one.duty, one.day, one.late) for one in late] == [(Duty.POSITION, date(2026, 6, 17), True)]


def test_who_has_not_joined_yet_is_asked_for_nothing() -> None:
    files = {
        **cadence(updates="P1M"),
        "vision/partners/harbour.yml": "title: Harbour Trust\nsince: 2026-07-01\n",
        "vision/goals/calls.yml": GOAL.format(title="Far fewer calls", sign=NOW) + "partners: [harbour]\n",
    }
    _, measures = assessed(files)
    assert "harbour" not in {one.partner for one in measures.owed}


def test_what_one_file_settles_is_asked_for_once() -> None:
    source = "source: {file: both.csv, value: %s}\n"
    files = {
        "vision/kpis/calls.yml": KPI + source % "a",
        "vision/kpis/waits.yml": KPI + source % "b",
        "kpi_data/both.csv": "date,a,b\n2026-03,34,3\n2026-04,30,2\n",
    }
    [one] = assessed(files)[1].owed
    assert (one.refs, one.path) == (("kpis/calls", "kpis/waits"), "kpi_data/both.csv")


def test_all_together_look_again_at_a_decision_that_nobody_is_named_for() -> None:
    text = REVIEWED.format(day="2026-06-15").replace("decided_by: north\n", "")
    _, measures = assessed({"vision/decisions/call-back.yml": text})
    assert [(one.partner, one.late) for one in measures.owed] == [("", False)]


def test_an_idea_that_nobody_in_particular_is_to_answer_is_asked_of_all() -> None:
    _, measures = assessed({"vision/ideas/evenings.yml": IDEA.replace("asked: north\n", "")})
    assert [(one.partner, one.duty) for one in measures.owed] == [("", Duty.IDEA)]


def test_a_kpi_without_any_value_asks_for_its_first() -> None:
    _, measures = assessed({"vision/kpis/calls.yml": KPI})
    assert [(one.partner, one.duty, one.day, one.late) for one in measures.owed] == [
        ("north", Duty.DATA, None, False)
    ]


def test_a_computed_kpi_asks_nobody_for_values() -> None:
    text = KPI + "measures: partnership\nsource: {computed: rhythm-kept}\n"
    _, measures = assessed({"vision/kpis/calls.yml": text})
    assert measures.owed == ()


def test_an_embargoed_kpi_asks_nobody_in_public() -> None:
    _, measures = assessed({"vision/kpis/calls.yml": KPI + "publish_from: 2027-01-01\n"})
    assert measures.owed == ()


def test_who_never_looked_at_what_others_signed_is_asked_to_and_retired_goals_are_left_alone() -> None:
    text = GOAL.format(title="Far fewer calls", sign=NOW) + "partners: [east]\n"
    sign = fingerprint(
        read({**{k: v.encode() for k, v in VISION.items()}, "vision/goals/calls.yml": text.encode()}).goals[
            "calls"
        ],
        {},
    )
    text = text.replace(NOW, sign)
    _, measures = assessed({"vision/goals/calls.yml": text})
    assert [(one.partner, one.duty, one.day) for one in measures.owed] == [("east", Duty.SIGNATURE, None)]
    _, retired = assessed({"vision/goals/calls.yml": text.replace("status: agreed", "status: retired")})
    assert retired.owed == ()


def test_the_oldest_comes_first() -> None:
    files: dict[str, str | None] = {}
    for duty in (Duty.DATA, Duty.IDEA, Duty.REVIEW, Duty.SIGNATURE):
        files |= CASES[duty][0]
    _, measures = assessed(files, TODAY)
    days = [one.day for one in measures.owed]
    assert days == sorted(day for day in days if day)
    assert [one.duty for one in measures.owed] == [Duty.SIGNATURE, Duty.IDEA, Duty.REVIEW, Duty.DATA]
