"""The pages that show the whole: progress, map, timeline."""

import re
from collections.abc import Callable, Mapping

import pytest

from shared_vision.model.site import Page
from small_vision import SMALL

Rendered = Callable[..., Mapping[str, Page]]
NOTHING = dict.fromkeys(
    (
        "vision/goals/fewer-complaints.yml",
        "vision/kpis/complaints.yml",
        "vision/decisions/call-back.yml",
        "kpi_data/complaints.csv",
    )
)
TREE = {
    "vision/goals/top.yml": "title: Top\n",
    "vision/goals/middle.yml": "title: Middle\nparent: top\nkpis: [complaints]\n",
    "vision/goals/low.yml": "title: Low\nparent: middle\nkpis: [calls]\n",
    "vision/goals/lowest.yml": "title: Lowest\nparent: low\n",
    "vision/goals/old.yml": "title: Old\nparent: top\nstatus: retired\n",
    "vision/kpis/calls.yml": "title: Calls\ndirection: decrease\n",
    "vision/initiatives/line.yml": (
        "title: Call-back line\ngoals: [middle]\nstatus: running\nstart: 2026-01-01\nend: 2026-09-30\n"
    ),
}


def _many(goals: int, kpis: int) -> dict[str, str]:
    """Goals with KPIs each, all alike; the KPIs share a file."""
    files = {}
    for goal in range(goals):
        ids = [f"k{goal:03}-{number}" for number in range(kpis)]
        files[f"vision/goals/g{goal:03}.yml"] = f"title: Goal {goal:03}\nkpis: [{', '.join(ids)}]\n"
        for id_ in ids:
            files[f"vision/kpis/{id_}.yml"] = (
                f"title: KPI {id_}\ndirection: decrease\nfrequency: monthly\n"
                "source: {file: complaints.csv}\n"
                "baseline: {date: 2025-12-31, value: 40}\ntarget: {date: 2026-12-31, value: 2}\n"
            )
    return files


def _words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_each_page_opens_with_a_sentence_made_from_the_numbers(rendered: Rendered) -> None:
    pages = rendered()
    lines = {
        "progress/index": "1 of 1 KPI is on track or achieved.",
        "map/index": "1 of 1 goal is on track or achieved.",
        "timeline/index": "We have taken 1 decision since Jul\u00a02024.",
        "partners/matrix": "The goal has a partner who answers for it.",
    }
    for path, line in lines.items():
        assert f'<p class="sv-headline">{line}</p>' in pages[path].html, path


def test_pages_of_the_whole_lead_to_each_other(rendered: Rendered) -> None:
    html = rendered()["progress/index"].html
    assert '<a href="../progress/" aria-current="page">Progress</a>' in html
    for path in ("map/", "timeline/", "partners/matrix/"):
        assert f'<a href="../{path}">' in html


def test_vision_without_anything_is_invited(rendered: Rendered) -> None:
    pages = rendered(NOTHING)
    for path in ("progress/index", "map/index", "timeline/index", "partners/matrix"):
        assert 'class="sv-welcome"' in pages[path].html, path
        assert "sv-headline" not in pages[path].html, path


def test_months_of_a_kpi_are_said_in_words(rendered: Rendered) -> None:
    words = _words(rendered()["progress/index"].html)
    assert "Complaints Not known yet Jul 2024 to Mar 2026 At risk Apr 2026 On track May 2026" in words


def test_months_are_a_table_too(rendered: Rendered) -> None:
    html = rendered()["progress/index"].html
    assert 'data-sort="order">Month</th><th scope="col">On track</th><th scope="col">At risk</th>' in html
    assert '<tr><th scope="row">Jun\u00a02026</th><td>1</td><td>0</td><td>0</td></tr>' in html


def test_kpi_without_a_goal_is_shown_apart(rendered: Rendered) -> None:
    html = rendered({"vision/goals/fewer-complaints.yml": "title: Fewer complaints\n"})["progress/index"].html
    assert "<h3>No goal yet</h3>" in html


def test_map_goes_down_to_kpis_and_initiatives(rendered: Rendered) -> None:
    words = _words(rendered(TREE)["map/index"].html)
    assert "Middle Not known yet Too little of it can be judged to say. Low" in words
    assert (
        "Low Not known yet Too little of it can be judged to say. · 1 goal below Complaints On track" in words
    )
    assert "30, target 20" in words
    assert "Call-back line Running initiative, Jan 2026 to Sep 2026" in words
    assert "Lowest" not in words
    assert "Old" not in words


def test_many_goals_are_cut_with_honest_words(rendered: Rendered) -> None:
    pages = rendered(_many(70, 1))
    assert "These are the 60 goals that need most attention. All 71 are in the list of goals." in _words(
        pages["map/index"].html
    )
    assert "These are the 60 that need most attention. All 71 are in the list of KPIs." in _words(
        pages["progress/index"].html
    )
    assert "These are 30 of 71:" in pages["timeline/index"].html
    assert all(len(pages[f"{name}/index"].html) < 150_000 for name in ("map", "progress", "timeline"))


def test_goal_says_how_much_more_its_own_page_has(rendered: Rendered) -> None:
    html = rendered(_many(2, 40))["map/index"].html
    assert 'goals/g001/">20 more<span class="sv-unseen">: Goal 001</span></a>' in html


def test_chain_of_goals_without_end_is_no_trouble(rendered: Rendered) -> None:
    deep = {
        f"vision/goals/g{number:03}.yml": f"title: Goal {number:03}\n"
        + (f"parent: g{number - 1:03}\n" if number else "")
        for number in range(30)
    }
    html = rendered(deep)["map/index"].html
    assert "Goal 002" in html
    assert "Goal 003" not in html


def test_timeline_numbers_a_decision_where_it_was_taken_and_at_the_kpis_it_is_about(
    rendered: Rendered,
) -> None:
    html = rendered()["timeline/index"].html
    place = "79.6%"
    assert f'<span class="sv-badge" style="left:calc({place} - .55rem);top:0.0rem">1</span>' in html
    assert f'<span class="sv-quiet" style="left:{place}">1</span>' in html
    assert 'Decision: <a href="../decisions/call-back/">Call back the same day</a>, Feb\u00a02026' in html


def test_timeline_shows_only_what_was_decided(rendered: Rendered) -> None:
    other = "title: Perhaps\ndate: 2026-03-01\nstatus: proposed\n"
    assert "Perhaps" not in rendered({"vision/decisions/perhaps.yml": other})["timeline/index"].html


def test_initiative_lasts_from_its_start_to_its_end(rendered: Rendered) -> None:
    html = rendered(TREE)["timeline/index"].html
    assert 'style="left:66.9%;width:33.1%" title="Jan\u00a02026 to Sep\u00a02026"><b>Running</b>' in html


def test_timeline_of_yearly_values_goes_back_ten_years(rendered: Rendered) -> None:
    files = {
        "vision/kpis/complaints.yml": "title: Complaints\ndirection: decrease\nfrequency: yearly\n",
        "kpi_data/complaints.csv": "date,value\n2018,40\n2020,34\n2024,30\n",
    }
    html = rendered(files)["timeline/index"].html
    assert "We have taken 1 decision since Jul\u00a02016." in html
    assert html.count('<path d="M') == 1


SIGNED = (
    "title: Fewer complaints\nowner: northgate\npartners: [harbour]\n"
    "signed: [{partner: northgate, on: 2026-01-05"
)
HARBOUR = {"vision/partners/harbour.yml": "title: Harbour Trust\n"}


@pytest.mark.parametrize(
    ("signed", "cell"),
    [
        (f"{SIGNED}}}]\n", '<span class="sv-chip sv-is-p-consent">Agreed</span>'),
        (f"{SIGNED}, fingerprint: 0a1b2c3d}}]\n", '<span class="sv-chip sv-is-p-hold">Earlier</span>'),
    ],
)
def test_the_matrix_shows_who_agreed_to_which_wording_in_shape_and_word(
    rendered: Rendered, signed: str, cell: str
) -> None:
    html = rendered({**HARBOUR, "vision/goals/fewer-complaints.yml": signed})["partners/matrix"].html
    owner = '<span class="sv-dot sv-full"><span class="sv-unseen">answers for it</span></span> '
    works = '<span class="sv-dot"><span class="sv-unseen">works on it</span></span> '
    asked = '<span class="sv-chip sv-is-unknown">Not asked</span>'
    assert f'<td class="sv-cell">{works}<br>{asked}</td><td class="sv-cell">{owner}<br>{cell}</td>' in html
    assert "0 of 1 goals are agreed, as they are worded today, by all who have a part in them." in html


def test_the_matrix_shows_an_objection(rendered: Rendered) -> None:
    decision = (
        f"{SMALL['vision/decisions/call-back.yml']}"
        "positions: [{partner: northgate, position: object, comment: No.}]\n"
    )
    html = rendered({"vision/decisions/call-back.yml": decision})["partners/matrix"].html
    assert '<span class="sv-chip sv-is-p-object">Objects</span></td>' in html


def test_where_nobody_has_signed_the_matrix_says_nothing_of_agreement(rendered: Rendered) -> None:
    html = rendered()["partners/matrix"].html
    assert [word for word in ("Not asked", "not yet asked", "worded today") if word in html] == []


def test_with_many_partners_the_cells_of_the_matrix_keep_their_words_for_those_who_listen(
    rendered: Rendered,
) -> None:
    partners = {f"vision/partners/p{number}.yml": "title: P\n" for number in range(11)}
    html = rendered({**HARBOUR, **partners, "vision/goals/fewer-complaints.yml": f"{SIGNED}}}]\n"})[
        "partners/matrix"
    ].html
    assert '<span class="sv-chip sv-is-p-consent"><span class="sv-unseen">Agreed</span></span>' in html


def test_long_title_keeps_its_beginning_and_its_end(rendered: Rendered) -> None:
    title = "Proportion of students achieving at least a minimum level, lower secondary education, reading"
    kpi = f"title: '{title}'\ndirection: decrease\n"
    html = rendered({"vision/kpis/complaints.yml": kpi})["progress/index"].html
    assert "Proportion of students … secondary education, reading</a>" in html
