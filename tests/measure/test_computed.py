"""KPIs whose values are worked out from the partners' records."""

from datetime import date

import pytest

from assessed import assessed, cadence
from shared_vision.build import assess
from shared_vision.model.changes import DataChange, Event, History
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
    assert _values({**cadence(updates="P1M", updates_from="2026-02-05"), **UPDATES}, "rhythm-kept") == [
        ("2026-02-28", 66.7),
        ("2026-03-31", 66.7),
        ("2026-04-30", 66.7),
        ("2026-05-31", 33.3),
    ]


def test_quarters_and_years_end_where_they_do() -> None:
    assert _values(
        {**cadence(updates="P1M", updates_from="2026-02-05"), **UPDATES}, "rhythm-kept", "quarterly"
    ) == [("2026-03-31", 66.7)]


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


QUESTIONS = "questions: [{column: q1, theme: a}, {column: q2, theme: b}]\n"
SURVEYS = {
    "vision/surveys/a.yml": f"title: A\ndate: 2026-02-10\ninvited: 40\n{QUESTIONS}",
    "vision/surveys/b.yml": f"title: B\ndate: 2026-05-10\n{QUESTIONS}",
    "vision/surveys/c.yml": f"title: C\ndate: 2026-05-11\ninvited: 40\n{QUESTIONS}",
    "kpi_data/surveys/a.csv": "q1,q2\n" + "1,1\n2,2\n3,3\n4,4\n5,5\n" * 4,
    "kpi_data/surveys/b.csv": "q1,q2\n" + "2,4\n3,4\n4,4\n4,5\n5,5\n" * 5,
    "kpi_data/surveys/c.csv": "q1,q2\n1,1\n5,5\n",  # too few
}


def test_surveys_tell_how_satisfied_people_are_and_how_many_took_part() -> None:
    satisfied = _values(SURVEYS, "satisfaction", "irregular")
    assert satisfied == [("2026-02-10", 300.0), ("2026-05-10", 400.0)]
    assert _values(SURVEYS, "engagement", "irregular") == [("2026-02-10", 50.0)]


def test_the_history_tells_which_values_came_on_time() -> None:
    files = {
        "vision/kpis/calls.yml": "title: Calls\ndirection: decrease\nfrequency: monthly\n",
        "kpi_data/calls.csv": "date,value\n2026-01,1\n2026-02,2\n2026-03,3\n2026-04,4\n",
        "vision/kpis/touch.yml": KPI.format(sign="data-on-time", frequency="monthly"),
    }
    document, _ = assessed(files)
    assert document.series["touch"] is Reason.NO_DATA
    series = document.series["calls"]
    assert isinstance(series, Series)
    came = (date(2026, 2, 5), date(2026, 3, 5), date(2026, 5, 1), date(2026, 5, 6))
    events = tuple(
        Event(commit="", day=day, data=(DataChange(kpi="calls", title="Calls", new=(point,)),))
        for day, point in zip(came, series.points, strict=True)
    )
    document, _ = assess(document, date(2026, 6, 15), History(events=events))
    series = document.series["touch"]
    assert isinstance(series, Series)
    # each is due about a week into the next month: that of March came late
    assert [(str(point.end), point.value) for point in series.points] == [
        ("2026-02-28", 100.0),
        ("2026-03-31", 100.0),
        ("2026-04-30", 0.0),
        ("2026-05-31", 100.0),
    ]


@pytest.mark.parametrize("sign", ["rhythm-kept", "ideas-answered", "participation", "balance", "recognition"])
def test_without_any_record_there_is_no_value(sign: str) -> None:
    document, _ = assessed({"vision/kpis/touch.yml": KPI.format(sign=sign, frequency="monthly")})
    assert document.series["touch"] is Reason.NO_DATA


def test_a_day_ago_only_what_was_told_by_then_counts() -> None:
    files = {
        **cadence(updates="P1M", updates_from="2026-02-05"),
        **UPDATES,
        "vision/kpis/touch.yml": KPI.format(sign="rhythm-kept", frequency="monthly"),
    }
    document, _ = assessed(files, date(2026, 4, 20))
    series = document.series["touch"]
    assert isinstance(series, Series)
    assert [str(point.end) for point in series.points] == ["2026-02-28", "2026-03-31"]
