"""What a proposal would change, said whole for ten kinds of proposals."""

from collections.abc import Mapping
from datetime import date

import pytest

from shared_vision.diff import diff, undecided
from shared_vision.read import read
from small_vision import SMALL

TODAY = date(2026, 6, 15)
KPI, GOAL = "vision/kpis/complaints.yml", "vision/goals/fewer-complaints.yml"
NOTHING = "## What this would change\n\nNothing that the records say, and no value.\n"


def read_with(files: Mapping[str, str | None]) -> dict[str, bytes]:
    texts = {**SMALL, **files}
    return {
        path: text.encode()
        for path, text in texts.items()
        if text is not None and path.startswith(("vision/", "kpi_data/"))
    }


def said(files: Mapping[str, str | None], before: Mapping[str, str | None] | None = None) -> str:
    return diff(read(read_with(before or {})), read(read_with(files)), TODAY)


def test_a_comment_changes_nothing() -> None:
    assert said({GOAL: f"# a comment\n{SMALL[GOAL]}"}) == NOTHING


def test_a_lower_target() -> None:
    assert said({KPI: SMALL[KPI].replace("value: 20", "value: 10")}) == (
        "## What this would change\n\n"
        "- Target of *Complaints* lowered from 20 to 10\n\n"
        "### What that does\n\n"
        "| Goal or KPI | Before | After |\n| --- | --- | --- |\n"
        "| Fewer complaints | On track, 50\xa0% | At risk, 33\xa0% |\n"
        "| Complaints | On track, 50\xa0% | At risk, 33\xa0% |\n"
    )


def test_values_that_are_lost_come_first() -> None:
    assert said(
        {"kpi_data/complaints.csv": "date,value\n2026-04,33\n", GOAL: SMALL[GOAL] + "why: To hear.\n"}
    ) == (
        "## What this would change\n\n"
        "### Values that were published are lost or become others\n\n"
        "- 1 value of *Complaints* is no longer there: May\xa02026\n"
        "- *Complaints*, Apr\xa02026: revised from 34 to 33\n\n"
        "- Reason of *Fewer complaints* set to To hear.\n\n"
        "### What that does\n\n"
        "| Goal or KPI | Before | After |\n| --- | --- | --- |\n"
        "| Fewer complaints | On track, 50\xa0% | On track, 35\xa0% |\n"
        "| Complaints | On track, 50\xa0% | On track, 35\xa0% |\n"
    )


def test_a_new_value() -> None:
    assert said({"kpi_data/complaints.csv": SMALL["kpi_data/complaints.csv"] + "2026-06,28\n"}) == (
        "## What this would change\n\n"
        "- 1 new value of *Complaints*: Jun\xa02026\n\n"
        "### What that does\n\n"
        "| Goal or KPI | Before | After |\n| --- | --- | --- |\n"
        "| Fewer complaints | On track, 50\xa0% | On track, 60\xa0% |\n"
        "| Complaints | On track, 50\xa0% | On track, 60\xa0% |\n"
    )


def test_a_proposed_decision() -> None:
    text = (
        "title: Answer by phone\ndate: 2026-06-01\nstatus: proposed\n"
        "positions: [{partner: northgate, position: object, comment: Too dear.}]\n"
    )
    partner = "title: East Clinic\n"
    assert said(
        {"vision/decisions/by-phone.yml": text, "vision/partners/east.yml": partner},
        {"vision/partners/east.yml": partner},
    ) == (
        "## What this would change\n\n"
        "- New: Decision: *Answer by phone*\n\n"
        "### Decisions\n\n"
        "- *Answer by phone*: proposed; Northgate Council: objects; no answer yet from East Clinic\n"
    )


@pytest.mark.parametrize(
    ("position", "stands"),
    [
        ("consent", "northgate: consents; carried by the partnership's rules"),
        ("object, comment: No", "northgate: objects; not carried yet: there is an open objection"),
        ("hold", "northgate: asks to wait; not carried yet: too few have answered, a partner asks to wait"),
    ],
)
def test_a_proposed_decision_stands_by_the_rules(position: str, stands: str) -> None:
    vision = "title: Small\nstatement: Heard.\ngovernance: {rule: consent, quorum: 1, comment_days: 10}\n"
    text = (
        "title: Answer by phone\ndate: 2026-06-01\nstatus: proposed\n"
        f"positions: [{{partner: northgate, on: 2026-06-10, position: {position}}}]\n"
    )
    before = {"vision/vision.yml": vision}
    line = said({**before, "vision/decisions/by-phone.yml": text}, before).splitlines()[-1]
    assert line == f"- *Answer by phone*: proposed; {stands.replace('northgate', 'Northgate Council')}"


def test_another_wording() -> None:
    text = "title: Small\nstatement: Everybody is heard and answered.\n"
    assert said({"vision/vision.yml": text}) == (
        "## What this would change\n\n"
        "- Wording of *Small* changed from Everybody is heard. to Everybody is heard and answered.\n"
    )


def test_a_record_that_is_renamed() -> None:
    assert (
        said(
            {
                GOAL: None,
                "vision/goals/less-to-complain.yml": SMALL[GOAL],
                "vision/decisions/call-back.yml": (
                    SMALL["vision/decisions/call-back.yml"].replace("fewer-complaints", "less-to-complain")
                ),
            }
        )
        == "## What this would change\n\n- *Fewer complaints* was called fewer-complaints before\n"
    )


def test_a_record_that_goes() -> None:
    assert said({"vision/decisions/call-back.yml": None}) == (
        "## What this would change\n\n- Taken away: Decision: *Call back the same day*\n"
    )


def test_a_record_with_a_mistake() -> None:
    assert said({"vision/decisions/call-back.yml": "title: Call back\ndate: soon\n"}) == (
        "## What this would change\n\n- Not readable from here on: Decision: *Call back the same day*\n"
    )


def test_numbers_under_embargo_are_not_said() -> None:
    later = SMALL[KPI] + "publish_from: 2026-12-01\n"
    changed = later.replace("value: 20", "value: 10").replace("unit: a month", "unit: a year")
    assert said({KPI: changed, "kpi_data/complaints.csv": "date,value\n2026-04,1\n"}, {KPI: later}) == (
        "## What this would change\n\n- Unit of *Complaints* changed from a month to a year\n"
    )


def test_text_of_partners_does_nothing() -> None:
    title = '"@someone | `x` ::error::y <b> [z](http://a.b) :tada:\\nlast"'
    after = said({GOAL: SMALL[GOAL].replace("Fewer complaints", title)})
    inert = (
        "&#64;\u2060someone &#124; &#96;x&#96; &#58;&#58;error&#58;&#58;y &lt;b&gt; "
        "&#91;z&#93;&#40;http&#58;//a.b&#41; &#58;tada&#58;&#92;u000alast"
    )
    assert after.splitlines()[2] == f"- Title of *{inert}* changed from Fewer complaints to {inert}"
    assert not any(line.startswith("::") for line in after.splitlines())


PROTECTED = "title: Small\nstatement: Everybody is heard.\ngovernance: {protects: [goals, vision]}\n"
AGREED = SMALL[GOAL] + "status: agreed\n"
CHANGED = "This record is agreed and protected, and is changed (due) without a decision."
REMEDY = (
    "Add or accept a decision with affects: [goals/fewer-complaints] in the same proposal, "
    "or take the change back."
)


def judged(files: Mapping[str, str | None]) -> list[str]:
    before = {"vision/vision.yml": PROTECTED, GOAL: AGREED}
    found = undecided(read(read_with(before)), read(read_with({**before, **files})), TODAY)
    return [str(problem) for problem in found]


def test_an_agreed_record_needs_a_decision() -> None:
    assert judged({GOAL: AGREED + "due: 2027-12-31\n"}) == [
        f"{GOAL}: error no-decision: {CHANGED} {REMEDY}",
    ]


def test_an_agreed_record_does_not_go_without_a_decision() -> None:
    assert judged({GOAL: None})[0].startswith(
        f"{GOAL}: error no-decision: This record is agreed and protected, and is taken"
    )


@pytest.mark.parametrize("protects", ["", "governance: {protects: []}\n"])
def test_a_change_does_not_lift_its_own_fence(protects: str) -> None:
    vision = f"title: Small\nstatement: Everybody is heard.\n{protects}"
    found = judged({"vision/vision.yml": vision, GOAL: AGREED + "due: 2027-12-31\n"})
    assert [line.partition(":")[0] for line in found] == [GOAL, "vision/vision.yml"]


def test_a_decision_that_was_there_before_carries_nothing_more() -> None:
    assert (
        len(
            judged(
                {
                    GOAL: AGREED + "due: 2027-12-31\n",
                    "vision/decisions/call-back.yml": (
                        SMALL["vision/decisions/call-back.yml"] + "summary: As before.\n"
                    ),
                }
            )
        )
        == 1
    )


def test_a_decision_in_the_same_proposal_carries_the_change() -> None:
    decision = (
        "title: Later\ndate: 2026-06-01\nstatus: accepted\naffects: [goals/fewer-complaints, vision/vision]\n"
    )
    assert judged({GOAL: AGREED + "due: 2027-12-31\n", "vision/decisions/later.yml": decision}) == []
    proposed = decision.replace("accepted", "proposed")
    assert len(judged({GOAL: AGREED + "due: 2027-12-31\n", "vision/decisions/later.yml": proposed})) == 1


def test_a_draft_changes_freely_and_anybody_may_sign() -> None:
    before = {"vision/vision.yml": PROTECTED}
    free = undecided(
        read(read_with(before)), read(read_with({**before, GOAL: SMALL[GOAL] + "due: 2027-12-31\n"})), TODAY
    )
    assert free == ()
    assert judged({GOAL: AGREED + "signed: [{partner: northgate, on: 2026-06-01}]\ntags: [new]\n"}) == []
