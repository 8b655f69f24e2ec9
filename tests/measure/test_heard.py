"""How ideas were heard, and what each partner brought."""

from datetime import date

import pytest

from assessed import assessed, cadence
from shared_vision.model.heard import Brought, Heard, Waiting
from shared_vision.model.reason import Reason

IDEA = "title: Evenings\nby: east\ndate: 2026-05-01\n"
ANSWER = "answer: {{by: north, on: {on}, valued_for: It is kind., text: Why., outcome: {outcome}{more}}}\n"


def _heard(text: str, **spans: str) -> Heard:
    _, measures = assessed({**(cadence(**spans) if spans else {}), "vision/ideas/evenings.yml": text})
    return measures.heard["evenings"]


@pytest.mark.parametrize(
    ("on", "in_time"), [("2026-05-01", True), ("2026-05-15", True), ("2026-05-16", False)]
)
def test_an_answer_is_in_time_up_to_the_agreed_day(on: str, *, in_time: bool) -> None:
    heard = _heard(IDEA + ANSWER.format(on=on, outcome="adopted", more=""), ideas_answered_within="P14D")
    assert (heard.waiting, heard.in_time, heard.due) == (None, in_time, date(2026, 5, 15))
    assert heard.days == int(on[-2:]) - 1


@pytest.mark.parametrize(("day", "waiting"), [("2026-06-01", Waiting.OPEN), ("2026-05-31", Waiting.LATE)])
def test_without_an_answer_an_idea_waits_until_its_time_is_over(day: str, waiting: Waiting) -> None:
    heard = _heard(IDEA.replace("2026-05-01", day), ideas_answered_within="P14D")
    assert (heard.waiting, heard.days) == (waiting, None)
    assert heard.in_time is (None if waiting is Waiting.OPEN else False)


def test_without_an_agreed_time_nothing_is_late() -> None:
    heard = _heard(IDEA.replace("2026-05-01", "2020-01-01"))
    assert (heard.waiting, heard.due, heard.in_time) == (Waiting.OPEN, None, None)


def test_an_answer_of_tomorrow_is_not_there_today() -> None:
    heard = _heard(IDEA + ANSWER.format(on="2026-06-16", outcome="adopted", more=""))
    assert (heard.waiting, heard.days) == (Waiting.OPEN, None)


def test_an_idea_of_tomorrow_is_not_there_today() -> None:
    _, measures = assessed({"vision/ideas/evenings.yml": IDEA.replace("2026-05-01", "2026-06-16")})
    assert measures.heard == {}


GOALS = {
    "vision/goals/a.yml": "title: A\nowner: harbour\n",
    "vision/goals/b.yml": "title: B\nowner: east\n",
}


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ("", ()),
        ("goals: [a, b]\n", ("harbour",)),
        ("goals: [b]\n", ()),
        ("goals: [a]\nasked: [north]\n", ("north",)),
    ],
)
def test_who_is_to_answer_is_named_or_answers_for_the_goal_and_is_not_its_author(
    more: str, asked: tuple[str, ...]
) -> None:
    _, measures = assessed({**GOALS, "vision/ideas/evenings.yml": IDEA + more})
    assert measures.heard["evenings"].asked == asked


def test_what_was_proposed_counts_whether_it_was_taken_up_or_not() -> None:
    _, measures = assessed(
        {
            "vision/ideas/one.yml": IDEA
            + ANSWER.format(on="2026-05-03", outcome="adopted", more=", decision: pilot"),
            "vision/ideas/two.yml": IDEA + ANSWER.format(on="2026-05-09", outcome="declined", more=""),
            "vision/ideas/three.yml": IDEA,
            "vision/decisions/pilot.yml": (
                "title: Pilot\ndate: 2026-05-20\nstatus: accepted\noptions:\n"
                "  - {title: A, proposed_by: harbour, outcome: rejected, valued_for: Fair.}\n"
                "  - {title: B, proposed_by: east, outcome: chosen}\n"
            ),
            "vision/decisions/later.yml": (
                "title: Later\ndate: 2026-07-20\nstatus: proposed\noptions:\n"
                "  - {title: A, proposed_by: harbour}\n"
            ),
        }
    )
    assert measures.brought == (
        Brought(partner="east", ideas=3, options=1, answered=2, days=5, taken_up=2, shaped=("pilot",)),
        Brought(
            partner="harbour",
            ideas=0,
            options=1,
            answered=0,
            days=Reason.NO_ANSWERS,
            taken_up=0,
            shaped=("pilot",),
        ),
        Brought(
            partner="north", ideas=0, options=0, answered=0, days=Reason.NO_ANSWERS, taken_up=0, shaped=()
        ),
    )
