from datetime import date

import numpy as np
import pytest
from benchmarks import placebo, published

from shared_vision.measure.effects import effects_of
from shared_vision.measure.rows import Row, rows_of
from shared_vision.model.effect import Doubt, Effect, Verdict
from shared_vision.read import read
from small_vision import SMALL

DICE = np.random.default_rng(2)
TODAY = date(2026, 6, 15)
NOISE = DICE.normal(scale=0.5, size=40)


def _effects(values: list[float], actions: dict[str, str], direction: str = "decrease") -> tuple[Effect, ...]:
    """What came of initiatives on a monthly KPI whose values begin in January 2023."""
    lines = [f"{2023 + place // 12}-{place % 12 + 1:02}-28,{value}" for place, value in enumerate(values)]
    files = {path: text for path, text in SMALL.items() if path == "vision/vision.yml"} | {
        "vision/kpis/waits.yml": f"title: Waits\ndirection: {direction}\nfrequency: monthly\n",
        "kpi_data/waits.csv": "date,value\n" + "\n".join(lines) + "\n",
        **actions,
    }
    document = read({path: text.encode() for path, text in files.items()})
    assert document.problems == ()
    return effects_of(document, rows_of(document), TODAY)


def _initiative(start: str, more: str = "", status: str = "running") -> str:
    expects = f"[{{kpi: waits, direction: decrease, by: 5{more}}}]"
    return f"title: Line\nstatus: {status}\nstart: {start}\nexpects: {expects}\n"


def _one(values: list[float], text: str, **fields: str) -> Effect:
    (found,) = _effects(values, {"vision/initiatives/line.yml": text}, **fields)
    return found


def _stepped(step: float, at: int = 20, count: int = 36) -> list[float]:
    return [round(float(one), 3) for one in 30 + NOISE[:count] + step * (np.arange(count) >= at)]


@pytest.mark.parametrize(
    ("direction", "step", "verdict"),
    [
        ("decrease", -5.0, Verdict.HELPED),
        ("decrease", 5.0, Verdict.HURT),
        ("increase", 5.0, Verdict.HELPED),
        ("increase", -5.0, Verdict.HURT),
        ("decrease", 0.0, Verdict.NO_CHANGE),
    ],
)
def test_a_clear_step_is_seen_on_the_side_that_the_kpi_wants(
    direction: str, step: float, verdict: Verdict
) -> None:
    found = _one(_stepped(step), _initiative("2024-09-01"), direction=direction)
    assert found.verdict is verdict
    assert (found.before, found.after) == (20, 16)
    assert found.estimate
    assert found.estimate.low < step < found.estimate.high


def test_the_declared_lag_is_waited_for() -> None:
    found = _one(_stepped(-5, at=23), _initiative("2024-09-01", ", lag: P3M"))
    assert (found.start, found.since) == (date(2024, 9, 1), date(2024, 12, 1))
    assert (found.before, found.after) == (20, 13)
    assert found.verdict is Verdict.HELPED


@pytest.mark.parametrize(
    ("values", "text", "doubt"),
    [
        (_stepped(-5, at=30), _initiative("2025-07-01"), Doubt.TOO_EARLY),
        (_stepped(-5, at=5), _initiative("2023-06-01"), Doubt.TOO_FEW_BEFORE),
        (_stepped(-5), _initiative("2024-09-01", status="planned"), Doubt.NOT_BEGUN),
        (_stepped(-5), _initiative("2026-09-01"), Doubt.NOT_BEGUN),
        ([7.0] * 36, _initiative("2024-09-01"), Doubt.NEVER_MOVED),
    ],
)
def test_what_cannot_be_told_says_why(values: list[float], text: str, doubt: Doubt) -> None:
    found = _one(values, text)
    assert (found.verdict, found.doubt, found.estimate) == (Verdict.CANNOT_TELL, doubt, None)


def test_actions_that_began_near_each_other_are_not_told_apart() -> None:
    actions = {
        "vision/initiatives/line.yml": _initiative("2024-09-01"),
        "vision/initiatives/pool.yml": _initiative("2024-12-01"),
    }
    found = _effects(_stepped(-5), actions)
    assert [(one.doubt, one.others) for one in found] == [
        (Doubt.OVERLAPS, ("initiatives/pool",)),
        (Doubt.OVERLAPS, ("initiatives/line",)),
    ]


def test_a_decision_and_the_initiative_that_carries_it_out_are_one_action() -> None:
    decision = (
        "title: A line\ndate: 2024-08-01\nstatus: accepted\naffects: [initiatives/line]\n"
        "expects: [{kpi: waits, direction: decrease}]\n"
    )
    actions = {
        "vision/initiatives/line.yml": _initiative("2024-09-01"),
        "vision/decisions/a-line.yml": decision,
    }
    found = {one.action: one for one in _effects(_stepped(-5), actions)}
    assert {one.verdict for one in found.values()} == {Verdict.HELPED}
    assert {one.start for one in found.values()} == {date(2024, 9, 1)}
    assert found["decisions/a-line"].told_elsewhere
    assert not found["initiatives/line"].told_elsewhere


@pytest.mark.parametrize("side", [8, 12])
@pytest.mark.skipif(not published.DATA.is_dir(), reason=f"the series are not in {published.DATA}")
def test_on_real_series_at_most_one_in_twenty_dates_without_action_counts(side: int) -> None:
    rows = [one for one in published.nhs_rows().values() if isinstance(one, Row)]
    (false, *_, large), _, pairs = placebo.tried(rows[::3], side)
    assert pairs >= 480
    assert false <= 0.05
    assert large > 4 * false
