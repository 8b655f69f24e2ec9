from datetime import date

import pytest

from shared_vision.measure.agreement import voices
from shared_vision.model.document import Document
from shared_vision.model.fingerprint import fingerprint
from shared_vision.model.measures import Agreement, Voice
from shared_vision.read import read

TODAY = date(2026, 6, 15)
PARTNERS = ("clinic", "harbour", "northgate")
GOAL = "title: Fewer complaints\nowner: northgate\npartners: [harbour]\nkpis: [complaints]\n"
KPI = "title: Complaints\ndirection: decrease\ntarget: {date: 2027-12-31, value: 20}\n"
DECISION = "title: Call back\ndate: 2026-05-01\nstatus: proposed\naffects: [goals/fewer]\npositions:\n"


OBJECT = "  - {partner: harbour, position: object, on: 2026-05-02}\n"
CONSENT = "  - {partner: harbour, position: consent, on: 2026-05-09}\n"


def _read(goal: str = GOAL, decision: str = "", vision: str = "title: x\n", kpi: str = KPI) -> Document:
    texts = {f"vision/partners/{name}.yml": f"title: {name}\n" for name in PARTNERS}
    texts |= {"vision/vision.yml": vision, "vision/goals/fewer.yml": goal, "vision/kpis/complaints.yml": kpi}
    texts |= {"vision/decisions/call-back.yml": decision} if decision else {}
    found = read({path: text.encode() for path, text in texts.items()})
    assert [problem.code for problem in found.problems if problem.severity == "error"] == []
    return found


def _signed(day: str = "2026-01-05", wording: str = "") -> str:
    found = _read()
    wording = wording or fingerprint(found.goals["fewer"], found.kpis)
    return f'{{partner: northgate, on: {day}, fingerprint: "{wording}"}}'


def _voices(**texts: str) -> list[Voice]:
    found = voices(_read(**texts), TODAY)
    return [*found["goals/fewer"], *found["vision/vision"]]


def _said(voice: list[Voice]) -> list[str]:
    return [f"{one.partner} {one.agreement} {one.on or ''}".strip() for one in voice]


def test_every_partner_has_a_part_in_the_vision_and_those_who_work_on_it_in_a_goal() -> None:
    vision = "title: x\nsigned: [{partner: clinic, on: 2026-01-05}]\n"
    assert _said(_voices(vision=vision)) == [
        "harbour not-asked",
        "northgate not-asked",
        "clinic agreed 2026-01-05",
        "harbour not-asked",
        "northgate not-asked",
    ]


@pytest.mark.parametrize(
    ("signature", "said"),
    [
        (_signed(), "northgate agreed 2026-01-05"),
        ("{partner: northgate, on: 2026-01-05}", "northgate agreed 2026-01-05"),
        (_signed(wording="0a1b2c3d"), "northgate earlier 2026-01-05"),
        ("{partner: northgate, on: 2026-06-16}", "northgate not-asked"),
        (f"{_signed('2026-02-05')}, {_signed(wording='0a1b2c3d')}", "northgate agreed 2026-02-05"),
    ],
    ids=["todays", "of its day", "another", "of tomorrow", "the later of two"],
)
def test_a_signature_is_to_the_wording_its_fingerprint_names(signature: str, said: str) -> None:
    assert _said(_voices(goal=f"{GOAL}signed: [{signature}]\n"))[1] == said


def test_a_target_that_changed_makes_a_signature_one_to_an_earlier_wording() -> None:
    goal = f"{GOAL}signed: [{_signed()}]\n"
    changed = _voices(goal=goal, kpi=KPI.replace("value: 20", "value: 22"))
    assert _said(changed)[1] == "northgate earlier 2026-01-05"


def test_a_partner_who_has_no_part_in_a_goal_may_agree_to_it() -> None:
    signed = _voices(goal=GOAL + "signed: [{partner: clinic, on: 2026-01-05}]\n")
    assert _said(signed)[0] == "clinic agreed 2026-01-05"


def test_who_objects_to_a_decision_about_a_goal_objects_whatever_it_signed() -> None:
    objection = OBJECT.replace("harbour", "northgate")
    assert _voices(goal=f"{GOAL}signed: [{_signed()}]\n", decision=DECISION + objection)[1] == Voice(
        partner="northgate", agreement=Agreement.OBJECTS, on=date(2026, 5, 2), decision="call-back"
    )


@pytest.mark.parametrize(
    "decision",
    [
        DECISION + OBJECT + CONSENT,
        DECISION + CONSENT + OBJECT,
        DECISION + OBJECT.replace("2026-05-02", "2026-06-16"),
        DECISION.replace("proposed", "withdrawn") + OBJECT,
        DECISION.replace("goals/fewer", "kpis/complaints") + OBJECT,
    ],
    ids=["lifted", "lifted in any order", "of tomorrow", "withdrawn", "about another record"],
)
def test_an_objection_that_is_not_open_is_none(decision: str) -> None:
    assert _said(_voices(decision=decision))[0] == "harbour not-asked"
