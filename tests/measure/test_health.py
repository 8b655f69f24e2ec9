"""How the partnership itself is doing."""

from collections import Counter
from datetime import date

import pytest

from assessed import assessed, cadence
from shared_vision.measure.health import effective
from shared_vision.model.health import Figure, Short, Sign, standing
from shared_vision.model.reason import Reason

RULES = (
    "title: One front door\ngovernance: {rule: consent, quorum: 1, comment_days: 0}\n"
    "cadence: {ideas_answered_within: P14D, updates: P1M}\n"
)
ANSWER = "answer: {{by: north, on: {on}, valued_for: It is kind., text: Why., outcome: adopted}}\n"
IDEA = "title: Evenings\nby: {by}\ndate: {day}\n"
DECISION = (
    "title: Pilot\ndate: 2026-05-20\nstatus: accepted\n"
    "positions:\n  - {partner: north, position: consent, on: 2026-05-18}\n"
    "  - {partner: east, position: hold, on: 2026-05-18}\n"
    "options:\n  - {title: A, proposed_by: harbour, outcome: rejected, valued_for: Fair.}\n"
    "  - {title: B, proposed_by: east, outcome: chosen}\n"
)


def _figures(files: dict[str, str]) -> dict[Sign, Figure]:
    _, measures = assessed(files)
    return {figure.sign: figure for figure in measures.figures}


def test_where_nothing_was_asked_for_there_is_no_figure() -> None:
    found = _figures({})
    assert {figure.share for figure in found.values()} == {Reason.NOTHING_ASKED, Reason.NO_HISTORY}
    assert set(found) == set(Sign) - {Sign.SATISFACTION}  # that is told theme by theme


def test_ideas_count_once_their_time_is_over_or_they_are_answered() -> None:
    found = _figures(
        {
            "vision/vision.yml": RULES,
            "vision/ideas/a.yml": IDEA.format(by="east", day="2026-06-10") + ANSWER.format(on="2026-06-12"),
            "vision/ideas/b.yml": IDEA.format(by="east", day="2026-05-01") + ANSWER.format(on="2026-05-30"),
            "vision/ideas/c.yml": IDEA.format(by="north", day="2026-05-01"),
            "vision/ideas/d.yml": IDEA.format(by="north", day="2026-06-10"),  # there is time
            "vision/ideas/e.yml": IDEA.format(by="north", day="2024-05-01"),  # more than a year ago
        }
    )
    assert found[Sign.IDEAS_ANSWERED] == Figure(
        sign=Sign.IDEAS_ANSWERED,
        share=1 / 3,
        part=1,
        whole=3,
        short=(
            Short(ref="ideas/b", day=date(2026, 5, 15), part=0, whole=1),
            Short(ref="ideas/c", day=date(2026, 5, 15), part=0, whole=1),
        ),
    )


def test_to_ask_for_time_is_no_answer_to_a_decision() -> None:
    text = DECISION.replace("partner: east, position: hold", "partner: east, position: abstain")
    found = _figures({"vision/vision.yml": RULES, "vision/decisions/pilot.yml": text})
    assert found[Sign.PARTICIPATION] == Figure(
        sign=Sign.PARTICIPATION,
        share=2 / 3,
        part=2,
        whole=3,
        short=(Short(ref="decisions/pilot", day=date(2026, 5, 20), part=2, whole=3),),
    )
    assert found[Sign.RECOGNITION] == Figure(sign=Sign.RECOGNITION, share=1, part=1, whole=1)


def test_balance_is_to_how_many_equal_partners_contributions_amount() -> None:
    ideas = {
        f"vision/ideas/{by}-{n}.yml": IDEA.format(by=by, day="2026-05-01")
        for by, many in (("east", 2), ("north", 1), ("harbour", 1))
        for n in range(many)
    }
    balance = _figures(ideas)[Sign.BALANCE]
    assert balance.part == pytest.approx(16 / 6)
    assert balance.share == pytest.approx(16 / 18)
    assert balance.whole == 3


def test_the_effective_number_is_one_over_the_sum_of_squared_shares() -> None:
    # 1 / (0.7² + 3 × 0.1²) = 1 / 0.52; equal parts amount to their number
    assert effective([70, 10, 10, 10]) == pytest.approx(1 / 0.52)
    assert effective([20] * 5) == pytest.approx(5)
    assert effective(Counter("aab").values()) == pytest.approx(1.8)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (1.0, "strong"),
        (0.8, "strong"),
        (0.79, "fair"),
        (0.6, "fair"),
        (0.59, "weak"),
    ],
)
def test_a_share_is_strong_fair_or_to_be_talked_about(share: float, said: str) -> None:
    assert standing(share) == said


def test_a_rhythm_is_the_share_kept_by_all_together() -> None:
    updates = {
        f"vision/updates/{month}-{by}.yml": f"by: {by}\ndate: 2026-{month:02}-05\nno_change: true\n"
        for by, months in (("east", (1, 2, 3)), ("north", (1, 2, 3, 4, 5, 6)))
        for month in months
    }
    found = _figures({**cadence(updates="P1M", updates_from="2026-02-05"), **updates})[Sign.RHYTHM_KEPT]
    # due on the fifth of February to June: 2 of 5, 5 of 5, 0 of 5
    assert (found.part, found.whole) == (7, 15)
