from datetime import date

import pytest

from shared_vision.edit.sign import CannotSignError, sign
from shared_vision.measure.agreement import voices
from shared_vision.read import read
from small_vision import SMALL

DAY = date(2026, 6, 15)
GOAL = "vision/goals/fewer-complaints.yml"


def _sources(**changes: str) -> dict[str, bytes]:
    texts = {**SMALL, **{path.replace("__", "/") + ".yml": text for path, text in changes.items()}}
    return {path: text.encode() for path, text in texts.items()}


@pytest.mark.parametrize("ref", ["goals/fewer-complaints", "vision/vision"])
def test_who_signs_has_agreed_to_todays_wording(ref: str) -> None:
    made = sign(_sources(), ref, "northgate", DAY)
    document = read({**_sources(), made.path: made.content})
    assert document.problems == ()
    assert [(one.partner, one.agreement, one.on) for one in voices(document, DAY)[ref]] == [
        ("northgate", "agreed", DAY)
    ]


def test_who_has_signed_this_wording_need_not_sign_again() -> None:
    made = sign(_sources(), "goals/fewer-complaints", "northgate", DAY)
    again = sign(
        {**_sources(), made.path: made.content}, "goals/fewer-complaints", "northgate", date(2026, 7, 1)
    )
    assert (again.since, again.content) == (DAY, made.content)


def test_a_signature_to_an_earlier_wording_is_renewed() -> None:
    made = sign(_sources(), "goals/fewer-complaints", "northgate", DAY)
    changed = made.content.replace(b"title: Fewer complaints", b"title: Far fewer complaints")
    again = sign({**_sources(), GOAL: changed}, "goals/fewer-complaints", "northgate", date(2026, 7, 1))
    assert again.since is None
    assert again.content == changed.replace(b"2026-06-15", b"2026-07-01").replace(
        made.fingerprint.encode(), again.fingerprint.encode()
    )


BAD_KPI = {"vision__kpis__complaints": "title: Complaints\ndirection: down\n"}
BAD_TARGET = {
    "vision__kpis__complaints": "title: x\ndirection: maintain\ntarget: {date: 2027-01-01, value: 4}\n"
}


@pytest.mark.parametrize(
    ("ref", "partner", "changes", "said"),
    [
        (
            "goals/fewer-complaint",
            "northgate",
            {},
            "There is no record goals/fewer-complaint. Did you mean goals/fewer-complaints?",
        ),
        (
            "fewer-complaints",
            "northgate",
            {},
            "A record is named by its kind, too. Did you mean goals/fewer-complaints?",
        ),
        (
            "kpis/complaints",
            "northgate",
            {},
            "kpis/complaints is not signed. The vision (vision/vision) and goals are what partners sign.",
        ),
        ("goals/fewer-complaints", "nortgate", {}, "There is no partner nortgate. Did you mean northgate?"),
        (
            "goals/fewer-complaints",
            "qq",
            {},
            "There is no partner qq. Each partner has a file in vision/partners/, named after its id.",
        ),
        (
            "goals/fewer-complaints",
            "northgate",
            {"vision__goals__fewer-complaints": "title: x\ndue: soon\n"},
            (
                "goals/fewer-complaints cannot be signed before a mistake is mended "
                '(goals/fewer-complaints.yml, line 2). Expected a date, found "soon". '
                "Write year, month and day, e.g. 2027-12-31."
            ),
        ),
        (
            "goals/fewer-complaints",
            "northgate",
            BAD_KPI,
            (
                "goals/fewer-complaints cannot be signed before a mistake is mended "
                "(kpis/complaints.yml, line 2). Expected increase, decrease or maintain, "
                'found "down". Did you mean decrease?'
            ),
        ),
        (
            "goals/fewer-complaints",
            "northgate",
            BAD_TARGET,
            (
                "goals/fewer-complaints cannot be signed before a mistake is mended "
                "(kpis/complaints.yml, line 3). For the direction maintain the band to stay in is missing. "
                "Give the target low, high or both, e.g. target: {date: 2027-12-31, low: 40, high: 60}."
            ),
        ),
    ],
    ids=["record", "kind", "kpi", "partner", "nobody", "broken", "broken kpi", "target"],
)
def test_what_cannot_be_signed(ref: str, partner: str, changes: dict[str, str], said: str) -> None:
    with pytest.raises(CannotSignError) as refused:
        sign(_sources(**changes), ref, partner, DAY)
    assert str(refused.value) == said


def test_a_mistake_elsewhere_does_not_matter() -> None:
    sources = _sources(vision__goals__other="titel: x\n")
    assert sign(sources, "goals/fewer-complaints", "northgate", DAY).path == GOAL


def test_data_that_are_missing_do_not_keep_anybody_from_agreeing_to_the_target() -> None:
    kpi = SMALL["vision/kpis/complaints.yml"] + "source: {file: none.csv}\n"
    sources = _sources(vision__kpis__complaints=kpi)
    assert [problem.code for problem in read(sources).problems if problem.severity == "error"] == [
        "missing-file"
    ]
    assert sign(sources, "goals/fewer-complaints", "northgate", DAY).path == GOAL
