"""Confidence beside the numbers of the same months."""

from collections.abc import Callable, Mapping

from render.telling import HARBOUR, TOLD, words
from shared_vision.build import Results
from shared_vision.model.measures import Status
from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.sureness import MONTHS, Sure, sureness

Worked = Callable[..., Results]
Rendered = Callable[..., Mapping[str, Page]]


def sure(worked: Worked, goal: str = "fewer-complaints", **files: str) -> Sure | None:
    results = worked({**HARBOUR, **TOLD, **files})
    book = Book(document=results.document, measures=results.measures, charts={}, settings=results.settings)
    return sureness(book, book.document.goals[goal])


def test_how_the_numbers_stood_meanwhile_is_said_and_shown_month_by_month(worked: Worked) -> None:
    found = sure(worked)
    assert found
    assert found.said == (
        "Confidence fell from 8.0 to 5.5 of 10 within three months, while the numbers still look fine: "
        "worth a talk."
    )
    assert found.numbers == "1 of 1 KPI is on track or achieved; three months ago it was 0."
    (strip,) = found.strips
    assert [(run.status, run.months) for run in strip.runs][-1][0] is Status.ON_TRACK
    assert sum(run.months for run in strip.runs) == MONTHS
    assert found.left_out == 0


def test_numbers_that_stand_as_they_did_are_said_to(worked: Worked) -> None:
    data = "date,value\n" + "".join(f"2026-0{month},{40 - 4 * month}\n" for month in range(1, 6))
    found = sure(worked, **{"kpi_data/complaints.csv": data})
    assert found
    assert found.numbers == "1 of 1 KPI is on track or achieved, as three months ago."


def test_a_goal_without_kpis_of_its_own_shows_those_below_it(worked: Worked) -> None:
    above = {
        "vision/goals/happy.yml": "title: Happy\n",
        "vision/goals/fewer-complaints.yml": (
            "title: Fewer complaints\nowner: northgate\nparent: happy\nkpis: [complaints]\n"
        ),
        "vision/updates/2026-06-14-northgate.yml": (
            "by: northgate\ndate: 2026-06-14\ngoals: [{id: happy, confidence: 6}]\n"
        ),
    }
    found = sure(worked, "happy", **above)
    assert found
    assert [strip.kpi.id for strip in found.strips] == ["complaints"]


def test_where_nobody_said_how_sure_they_are_nothing_is_shown(worked: Worked) -> None:
    results = worked()
    book = Book(document=results.document, measures=results.measures, charts={}, settings=results.settings)
    assert sureness(book, book.document.goals["fewer-complaints"]) is None


def test_a_goals_page_repeats_no_mere_numbers_of_its_chart(rendered: Rendered) -> None:
    word = (
        "by: northgate\ndate: 2026-06-10\n"
        "goals: [{id: fewer-complaints, confidence: 5, note: Staffing is tight.}]\n"
    )
    files = {**HARBOUR, **TOLD, "vision/updates/2026-06-10-northgate.yml": word}
    said = words(rendered(files)["goals/fewer-complaints"].html)
    assert (
        "What those who work on it say 10 Jun 2026 Northgate Council 5 of 10 sure Staffing is tight. What we"
        in said
    )
