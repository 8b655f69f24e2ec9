"""The page of one partner."""

import re
from collections.abc import Callable, Mapping

from render.telling import ANSWER, CADENCE, HARBOUR, IDEA, TOLD, words
from shared_vision.model.site import Page

Rendered = Callable[..., Mapping[str, Page]]
SCOPE = (
    "scope:\n  - {id: phone, title: The phone, partners: [northgate]}\n"
    "  - {id: desks, title: Desks, partners: [northgate, harbour]}\n  - {id: post, title: The post}\n"
)
VISION = {"vision/vision.yml": CADENCE["vision/vision.yml"] + SCOPE}


def decision(title: str, day: str, rest: str) -> dict[str, str]:
    return {f"vision/decisions/{title.lower()}.yml": f"title: {title}\ndate: {day}\nstatus: accepted\n{rest}"}


DECIDED = {
    **decision(
        "Both",
        "2026-05-01",
        "decided_by: northgate\ninformed: [harbour]\n"
        "options:\n  - {title: A way, proposed_by: harbour, outcome: deferred}\n"
        "positions:\n  - {partner: harbour, position: hold, on: 2026-04-20}\n"
        "  - {partner: harbour, position: consent, on: 2026-04-28}\n",
    ),
    **decision("Told", "2026-04-01", "decided_by: northgate\ninformed: [harbour]\n"),
    **decision("Asked", "2026-03-01", "decided_by: northgate\nconsulted: [harbour]\n"),
}


def test_the_page_tells_who_it_is_then_what_is_asked_then_what_it_did(rendered: Rendered) -> None:
    files = {**HARBOUR, **VISION, **TOLD, **DECIDED, "vision/ideas/evenings.yml": IDEA + ANSWER}
    owing = {"kpi_data/complaints.csv": "date,value\n2026-03,34\n"}
    html = rendered({**files, **owing})["partners/northgate"].html
    assert re.findall(r"<h2>(.*?)</h2>", html) == [
        "What it covers",
        "What it does well",
        "What is asked of it now",
        "Answers for these goals",
        "Keeping in touch",
        "Its part in decisions",
    ]


def test_what_it_covers_says_whether_alone_or_with_whom(rendered: Rendered) -> None:
    said = words(rendered({**HARBOUR, **VISION})["partners/northgate"].html)
    assert "What it covers The phone alone Desks with Harbour Trust" in said
    assert "The post" not in said


def test_a_decision_stands_once_with_its_last_position_and_what_it_proposed(rendered: Rendered) -> None:
    part = words(
        rendered({**HARBOUR, **DECIDED})["partners/harbour"].html.partition("Its part in decisions")[2]
    )
    assert part.startswith(
        "2 decisions, the latest on 1 May 2026 Both Consents 1 May 2026 proposed “A way” Kept for later "
        "Asked was asked 1 Mar 2026 It was told of 1 more."
    )


def test_only_the_latest_three_updates_stand_there_and_the_way_to_the_others(rendered: Rendered) -> None:
    html = rendered({**HARBOUR, **CADENCE, **TOLD})["partners/northgate"].html
    assert re.findall(r'id="u-([^"]+)"', html) == [f"2026-0{month}-05-northgate" for month in (5, 3, 2)]
    assert '<a class="sv-more" href="../../updates/?partner=northgate">1 earlier update</a>' in html


def test_its_own_name_is_not_repeated_at_its_updates_ideas_and_kpis(rendered: Rendered) -> None:
    owned = {
        "vision/kpis/complaints.yml": (
            "title: Complaints\nunit: a month\nowner: northgate\ndirection: decrease\nfrequency: monthly\n"
            "baseline: {date: 2025-12-31, value: 40}\ntarget: {date: 2026-12-31, value: 20}\n"
        )
    }
    html = rendered({**HARBOUR, **CADENCE, **TOLD, **owned})["partners/northgate"].html
    body = words(html.partition("</header>")[2])
    assert "Complaints a month On track" in body
    assert "5 May 2026 Fewer complaints 6 of 10 sure" in body
    ideas = rendered({**HARBOUR, "vision/ideas/evenings.yml": IDEA + ANSWER})["partners/harbour"].html
    assert "Its ideas 1 May 2026 Evenings Adopted Valued: Nobody had looked at them." in words(ideas)


def test_what_is_asked_of_it_has_a_shape_where_it_is_late(rendered: Rendered) -> None:
    page = rendered({**HARBOUR, **CADENCE, **TOLD, "vision/ideas/evenings.yml": IDEA})["partners/northgate"]
    asked = page.html.partition("What is asked of it now")[2].partition("</ul>")[0]
    assert 'class="sv-chip sv-is-overdue"><span>since' in asked


def test_the_list_of_partners_says_for_how_much_each_answers_but_counts_no_nothing(
    rendered: Rendered,
) -> None:
    said = words(rendered(HARBOUR)["partners/index"].html)
    assert "Northgate Council Answers for 1 goal" in said
    assert "0 goals" not in said
