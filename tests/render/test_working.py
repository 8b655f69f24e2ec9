from collections.abc import Callable

import pytest

from shared_vision.build import Results
from shared_vision.model.wording import Wording
from shared_vision.render.working import working

Worked = Callable[..., Results]
KPI = "vision/kpis/complaints.yml"


def _lines(results: Results) -> list[str]:
    kpi = results.document.kpis["complaints"]
    series = results.document.series["complaints"]
    found = working(kpi, results.measures.kpis["complaints"], series, Wording())
    return [str(line).replace("\u00a0", " ") for line in found]


def test_linear_puts_the_numbers_into_the_formula(worked: Worked) -> None:
    assert _lines(worked()) == [
        "done = (30 − 40) ÷ (20 − 40) = 50 %",
        "expected by 31 May 2026 = 41 %",
        "50 ÷ 41.4 = 1.21, at least 0.95: on track",
        "Judged by the share of the way done, against the share of the time gone.",
        "Latest value: 30 for May 2026, from kpi_data/complaints.csv, line 3.",
        "Up to date: the next value is due by 7 Jul 2026.",
    ]


@pytest.mark.parametrize(
    ("value", "steps"),
    [
        (
            "1",
            [
                "95 ÷ 100 = 0.95, at least 0.95: on track",
                "but the target's date, 31 Mar 2026, has passed, and the target is not met: at risk",
            ],
        ),
        ("3", ["85 ÷ 100 = 0.85, at least 0.75: at risk", "The target's date, 31 Mar 2026, has passed."]),
    ],
)
def test_target_whose_date_has_passed_is_told(worked: Worked, value: str, steps: list[str]) -> None:
    kpi = (
        "title: C\ndirection: decrease\nfrequency: monthly\nbaseline: {date: 2025-12-31, value: 20}\n"
        "target: {date: 2026-03-31, value: 0}\n"
    )
    values = f"date,value\n2026-04,5\n2026-05,{value}\n"
    assert _lines(worked({KPI: kpi, "kpi_data/complaints.csv": values}))[2:4] == steps


@pytest.mark.parametrize(
    ("value", "steps"),
    [
        (99.996, ["done = (99.996 − 0) ÷ (100 − 0) = 99.996 %", "expected by 31 May 2026 = 100 %"]),
        (99.8, ["99.8 ÷ 100 = 1.00, at least 0.95: on track"]),
        (94.96, ["94.96 ÷ 100 = 0.9496, at least 0.75: at risk"]),
        (74.9996, ["74.9996 ÷ 100 = 0.749996, at least 0: off track"]),
        (-0.004, ["−0.004 ÷ 100 = −0.00004, below 0: moving away"]),
    ],
)
def test_numbers_near_a_cut_have_the_digits_that_tell_them_from_it(
    worked: Worked, value: float, steps: list[str]
) -> None:
    kpi = (
        "title: C\ndirection: increase\nfrequency: monthly\nbaseline: {date: 2025-12-31, value: 0}\n"
        "target: {date: 2026-05-31, value: 100}\n"
    )
    found = _lines(worked({KPI: kpi, "kpi_data/complaints.csv": f"date,value\n2026-05,{value}\n"}))
    assert [line for line in found if line in steps] == steps


def test_growth_near_a_step_has_the_digits_that_tell_it_from_it(worked: Worked) -> None:
    growth = (
        "title: C\ndirection: increase\nfrequency: yearly\nmethod: growth\nbaseline: {date: 2024-12-31}\n"
    )
    values = "date,value\n2024,100000\n2025,101499.9\n"
    assert _lines(worked({KPI: growth, "kpi_data/complaints.csv": values}))[1] == (
        "for the better: 1.4999 % a year, at least 0.5 %: at risk"
    )


def test_growth_shows_both_rates(worked: Worked) -> None:
    growth = (
        "title: Complaints\ndirection: increase\nfrequency: yearly\nmethod: growth\n"
        "baseline: {date: 2020-12-31}\ntarget: {date: 2030-12-31, value: 200}\n"
    )
    lines = _lines(worked({KPI: growth, "kpi_data/complaints.csv": "date,value\n2020,100\n2025,121\n"}))
    assert lines[:4] == [
        "growth a year = (121 ÷ 100) ^ (1 ÷ 5) − 1 = 3.89 %",
        "growth needed a year = (200 ÷ 100) ^ (1 ÷ 10) − 1 = 7.18 %",
        "growth towards the target ÷ growth needed = 0.54, at least 0: off track",
        "score, from −5 to 5 = −0.24",
    ]


def test_growth_without_a_target_is_held_against_fixed_steps(worked: Worked) -> None:
    growth = (
        "title: C\ndirection: increase\nfrequency: yearly\nmethod: growth\nbaseline: {date: 2020-12-31}\n"
    )
    values = "date,value\n2020,100\n2025,103\n"
    assert _lines(worked({KPI: growth, "kpi_data/complaints.csv": values}))[1:3] == [
        "for the better: 0.59 % a year, at least 0.5 %: at risk",
        "score, from −5 to 5 = 0.23",
    ]
    near = _lines(worked({KPI: f"{growth}limit: 110\n", "kpi_data/complaints.csv": values}))
    assert near[1] == "for the better: 0.59 % a year, at least 0.52 %: on track"
    assert near[3].startswith("The usual steps of 1.5 % and 0.5 % are multiplied by 0.345")


def test_band_counts_the_recent_values_inside(worked: Worked) -> None:
    band = (
        "title: C\ndirection: maintain\nfrequency: monthly\ntarget: {date: 2027-12-31, low: 30, high: 32}\n"
    )
    assert _lines(worked({KPI: band}))[:2] == [
        "inside the band of 30 to 32: 1 of the last 2 values = 50 %",
        "the latest, 30, is inside: on track",
    ]


def test_unknown_says_why(worked: Worked) -> None:
    assert _lines(worked({"kpi_data/complaints.csv": None}))[0] == "Not known yet: There are no values yet."


def test_negative_numbers_stand_in_brackets(worked: Worked) -> None:
    values = {
        KPI: "title: C\ndirection: increase\nfrequency: monthly\nbaseline: {date: 2025-12-31, value: -10}\n"
        "target: {date: 2026-12-31, value: 10}\n",
        "kpi_data/complaints.csv": "date,value\n2026-05,-2\n",
    }
    assert _lines(worked(values))[0] == "done = (−2 − (−10)) ÷ (10 − (−10)) = 40 %"
