"""KPIs whose values are worked out from the partners' records."""

from datetime import date

import pytest

from assessed import assessed, cadence
from shared_vision.model.reason import Reason
from shared_vision.model.series import Series

KPI = (
    "title: In touch\ndirection: increase\nfrequency: {frequency}\nmeasures: partnership\n"
    "target: {{date: 2026-12-31, value: 90}}\nbaseline: {{date: 2025-12-31, value: 50}}\n"
    "source: {{computed: {sign}, scale: 100}}\n"
)
UPDATES = {
    f"vision/updates/2026-{month:02}-05-{by}.yml": f"by: {by}\ndate: 2026-{month:02}-05\nno_change: true\n"
    for by, months in (("east", (1, 2, 3)), ("north", (1, 2, 3, 4, 5, 6)), ("harbour", (1, 4)))
    for month in months
}
IDEA = "title: Evenings\nby: {by}\ndate: {day}\n"


def _values(files: dict[str, str], sign: str, frequency: str = "monthly") -> list[tuple[str, float]]:
    kpi = {"vision/kpis/touch.yml": KPI.format(sign=sign, frequency=frequency)}
    document, measures = assessed({**files, **kpi})
    series = document.series["touch"]
    assert isinstance(series, Series)
    assert measures.kpis["touch"].status != "unknown"
    return [(str(point.end), round(point.value, 1)) for point in series.points]


def test_the_rhythm_of_each_month_that_is_over() -> None:
    assert _values({**cadence(updates="P1M"), **UPDATES}, "rhythm-kept") == [
        ("2026-02-28", 66.7),
        ("2026-03-31", 66.7),
        ("2026-04-30", 66.7),
        ("2026-05-31", 33.3),
    ]


def test_quarters_and_years_end_where_they_do() -> None:
    assert _values({**cadence(updates="P1M"), **UPDATES}, "rhythm-kept", "quarterly") == [
        ("2026-03-31", 66.7)
    ]


def test_the_balance_is_that_of_the_year_before() -> None:
    ideas = {
        "vision/ideas/a.yml": IDEA.format(by="east", day="2026-02-10"),
        "vision/ideas/b.yml": IDEA.format(by="north", day="2026-04-10"),
    }
    assert _values(ideas, "balance") == [
        ("2026-02-28", 33.3),
        ("2026-03-31", 33.3),
        ("2026-04-30", 66.7),
        ("2026-05-31", 66.7),
    ]


@pytest.mark.parametrize("sign", ["rhythm-kept", "ideas-answered", "participation", "balance", "recognition"])
def test_without_any_record_there_is_no_value(sign: str) -> None:
    document, _ = assessed({"vision/kpis/touch.yml": KPI.format(sign=sign, frequency="monthly")})
    assert document.series["touch"] is Reason.NO_DATA


def test_a_day_ago_only_what_was_told_by_then_counts() -> None:
    files = {
        **cadence(updates="P1M"),
        **UPDATES,
        "vision/kpis/touch.yml": KPI.format(sign="rhythm-kept", frequency="monthly"),
    }
    document, _ = assessed(files, date(2026, 4, 20))
    series = document.series["touch"]
    assert isinstance(series, Series)
    assert [str(point.end) for point in series.points] == ["2026-02-28", "2026-03-31"]
