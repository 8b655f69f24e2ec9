"""The pages of ideas, of what is asked, of the partnership, and what a partner's page says of it."""

import re
from collections.abc import Callable, Mapping
from html import unescape

import pytest

from render.telling import ANSWER, CADENCE, HARBOUR, IDEA, TOLD, words
from shared_vision.model.forge import NewFiles
from shared_vision.model.settings import Settings
from shared_vision.model.site import Page

Rendered = Callable[..., Mapping[str, Page]]


def test_an_answered_idea_says_what_was_valued_and_what_came_of_it(rendered: Rendered) -> None:
    pages = rendered({**HARBOUR, "vision/ideas/evenings.yml": IDEA + ANSWER})
    said = words(pages["ideas/evenings"].html)
    for part in (
        "Adopted 1 May 2026 · answered after 8 days",
        "The idea of Harbour Trust For Fewer complaints Answered by Northgate Council",
        "What we valued in it Nobody had looked at them. We try it.",
        "What came of it Decision: Call back the same day Accepted 1 Feb 2026",
    ):
        assert part in said
    assert "The ideas behind it" in words(pages["decisions/call-back"].html)
    assert "Ideas for it" in words(pages["goals/fewer-complaints"].html)
    assert "Thank you for 9 May 2026 Evenings Nobody had looked at them." in words(
        pages["partners/harbour"].html
    )


def test_an_adopted_idea_whose_decision_is_open_says_so_wherever_it_is_listed(rendered: Rendered) -> None:
    decision = (
        "title: Open on Thursdays\ndate: 2026-05-20\nstatus: proposed\naffects: [goals/fewer-complaints]\n"
    )
    start = "title: Try it\nstatus: planned\ngoals: [fewer-complaints]\n"
    answer = ANSWER.replace("call-back", "thursdays, initiative: try-it")
    pages = rendered(
        {
            **HARBOUR,
            "vision/decisions/thursdays.yml": decision,
            "vision/initiatives/try-it.yml": start,
            "vision/ideas/evenings.yml": IDEA + answer,
        }
    )
    for path in ("ideas/index", "goals/fewer-complaints", "partners/harbour"):
        said = words(pages[path].html)
        assert "What came of it: Open on Thursdays Proposed · Try it Planned" in said, path


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-06-10", "It waits for an answer from Northgate Council by 24 Jun 2026."),
        ("2026-05-01", "It waits for an answer from Northgate Council ; we had agreed on 15 May 2026."),
    ],
)
def test_an_idea_without_an_answer_says_who_is_to_give_one(rendered: Rendered, day: str, said: str) -> None:
    idea = IDEA.replace("2026-05-01", day)
    pages = rendered({**HARBOUR, **CADENCE, "vision/ideas/evenings.yml": idea})
    assert said.replace(" ,", ",") in words(pages["ideas/evenings"].html).replace(" ,", ",").replace(
        " .", "."
    )
    assert "0 of 1 idea has an answer." in words(pages["ideas/index"].html)


def test_an_idea_of_tomorrow_has_no_page_and_no_link(rendered: Rendered) -> None:
    pages = rendered({**HARBOUR, "vision/ideas/evenings.yml": IDEA.replace("2026-05-01", "2026-06-16")})
    assert "ideas/evenings" not in pages
    assert not [path for path, page in pages.items() if "Evenings" in page.html]


def test_a_list_of_ideas_without_any_invites(rendered: Rendered) -> None:
    assert "What would you like to see done?" in rendered()["ideas/index"].html


def test_what_each_partner_brought_is_told_in_order_of_name(rendered: Rendered) -> None:
    html = rendered({**HARBOUR, "vision/ideas/evenings.yml": IDEA + ANSWER})["ideas/index"].html
    assert "Harbour Trust 1 1, in about 8 days 0 1 Call back the same day Northgate Council 0 0 0" in words(
        html
    )


def test_what_partners_brought_cannot_be_sorted_into_a_ranking_and_is_labelled_on_a_phone(
    rendered: Rendered,
) -> None:
    html = rendered({**HARBOUR, "vision/ideas/evenings.yml": IDEA + ANSWER})["ideas/index"].html
    assert '<table class="sv-table sv-stacked">' in html
    assert '<td data-label="Answered">1, in about 8 days</td>' in html


def test_all_is_done_when_nothing_is_asked(rendered: Rendered) -> None:
    said = words(
        rendered(
            {
                "vision/kpis/complaints.yml": None,
                "kpi_data/complaints.csv": None,
                "vision/goals/fewer-complaints.yml": None,
                "vision/decisions/call-back.yml": None,
            }
        )["todo/index"].html
    )
    assert "Nothing is asked of anybody: all is done." in said
    assert "Time to tell an idea?" in said


def test_each_line_of_the_list_opens_the_file_that_settles_it(rendered: Rendered) -> None:
    settings = Settings(
        edit_url="https://git.example/edit/main/",
        new_files=NewFiles(start="https://git.example/new/main/v/"),
        vision_dir="v",
        data_dir="d",
    )
    kpi = {"kpi_data/complaints.csv": "date,value\n2026-03,34\n"}
    page = rendered({**HARBOUR, **CADENCE, **TOLD, **kpi, "vision/ideas/evenings.yml": IDEA}, settings)[
        "todo/index"
    ]
    links = [unescape(link) for link in re.findall(r'href="(https://git[^"]+)">Open the file', page.html)]
    assert [link.partition("&value=")[0] for link in links] == [
        "https://git.example/edit/main/d/complaints.csv",
        "https://git.example/edit/main/v/ideas/evenings.yml",
        "https://git.example/new/main/v/updates?filename=2026-06-15-northgate.yml",
    ]


def test_a_new_update_begins_with_the_partners_own_id(rendered: Rendered) -> None:
    settings = Settings(
        edit_url="https://git.example/edit/main/", new_files=NewFiles(start="https://git.example/new/main/v/")
    )
    page = rendered({**HARBOUR, **CADENCE, **TOLD}, settings)["todo/index"]
    link = next(unescape(one) for one in re.findall(r'href="([^"]+/new/main/v/updates[^"]+)"', page.html))
    assert link.startswith(
        "https://git.example/new/main/v/updates?filename=2026-06-15-northgate.yml&value=%23%20An%20update"
    )
    assert "%0Aby%3A%20northgate" in link


def test_confidence_that_falls_while_the_number_is_fine_is_said(rendered: Rendered) -> None:
    page = rendered({**HARBOUR, **TOLD})["goals/fewer-complaints"]
    assert (
        "Confidence fell from 8.0 to 5.5 of 10 within three months, while the numbers still look fine: "
        "worth a talk." in words(page.html)
    )


def test_the_partnership_page_says_what_is_strong_and_who_covers_what(rendered: Rendered) -> None:
    vision = (
        "title: Small\ncadence: {ideas_answered_within: P14D}\nscope:\n"
        "  - {id: phone, title: The phone, partners: [northgate]}\n"
        "  - {id: desks, title: Desks, partners: [northgate, harbour]}\n"
        "  - {id: saturday, title: Saturdays}\n"
    )
    files = {**HARBOUR, "vision/vision.yml": vision, "vision/ideas/evenings.yml": IDEA + ANSWER}
    said = words(rendered(files)["partnership/index"].html)
    for part in (
        "What is strong Ideas answered in time 100 % 1 of 1 idea was answered in the time we agreed on.",
        "Nobody covers Saturdays : a new partner?",
        "Each hangs on one partner alone: The phone.",
        "Balance of contributions 50 %",
    ):
        assert part in said
    assert "None" not in said


def test_a_partners_page_says_only_what_it_does_well(rendered: Rendered) -> None:
    pages = rendered({**HARBOUR, **CADENCE, **TOLD, "vision/ideas/evenings.yml": IDEA + ANSWER})
    north, harbour = words(pages["partners/northgate"].html), words(pages["partners/harbour"].html)
    assert (
        "What it does well Answers for 1 goal that is on track or achieved. Answered 1 idea in time." in north
    )
    assert "Had a hand in 1 decision by what it proposed." in harbour
    assert "Keeps in touch" not in north  # three of five


def test_text_of_ideas_is_escaped_everywhere(rendered: Rendered) -> None:
    payload = """'<script>alert(1)</script>"{{ 7*7 }}'"""
    idea = (
        f"title: {payload}\nby: harbour\ndate: 2026-05-01\nproblem: {payload}\nbody: {payload}\n"
        f"goals: [fewer-complaints]\nanswer:\n  by: northgate\n  on: 2026-05-09\n  valued_for: {payload}\n"
        f"  text: {payload}\n  outcome: declined\n  decision: call-back\n"
    )
    pages = rendered({**HARBOUR, **CADENCE, "vision/ideas/evenings.yml": idea})
    for page in pages.values():
        assert "<script>" not in page.html
        assert "49" not in words(page.html).split()
    assert "<script>" in unescape(pages["ideas/evenings"].html)


def test_a_survey_that_is_not_closed_yet_has_no_page_and_no_link(rendered: Rendered) -> None:
    pages = rendered(
        {
            "vision/surveys/later.yml": "title: Later\ndate: 2026-06-16\nquestions: [{column: q1}]\n",
            "vision/decisions/call-back.yml": (
                "title: Call back\ndate: 2026-02-01\nstatus: accepted\naffects: [surveys/later]\n"
            ),
        }
    )
    assert "surveys/later" not in pages
    assert not [path for path, page in pages.items() if "surveys/later" in page.html]


def test_what_is_late_has_a_shape_beside_its_day(rendered: Rendered) -> None:
    page = rendered({**HARBOUR, **CADENCE, **TOLD, "vision/ideas/evenings.yml": IDEA})["todo/index"]
    days = re.findall(r'<span class="sv-when">(.*?)</span>\n', page.html)
    assert [("sv-chip sv-is-overdue" in day, words(day)) for day in days] == [
        (True, "since 15 May 2026"),
        (True, "since 5 Jun 2026"),
    ]
