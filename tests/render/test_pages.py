import itertools
import re
from collections.abc import Callable, Mapping
from html import unescape
from html.parser import HTMLParser

import pytest

from shared_vision.model.settings import Settings
from shared_vision.model.site import Page
from small_vision import SMALL

Rendered = Callable[..., Mapping[str, Page]]
SETTINGS = Settings(edit_url="https://git.example/edit/main/", example=True)
PAYLOAD = """<script>alert(1)</script>"'{{ 7*7 }}"""
RICH = {
    "vision/goals/fewer-complaints.yml": (
        "title: Fewer complaints\nwhy: So that people are heard.\nowner: northgate\npartners: [harbour]\n"
        "due: 2027-12-31\nstatus: agreed\nkpis: [{id: complaints, weight: 2}, calls]\ntags: [phone]\n"
        "body: |\n  # Why now\n\n  Because **it hurts**.\n"
    ),
    "vision/goals/happy.yml": "title: Happy\n",
    "vision/goals/quick.yml": "title: Quick\nparent: happy\n",
    "vision/partners/harbour.yml": "title: Harbour Trust\nrole: Houses people\nexperience: Ten years\n",
    "vision/kpis/calls.yml": "title: Calls\ndirection: decrease\nowner: harbour\n",
    "vision/initiatives/line.yml": (
        "title: Call-back line\ngoals: [fewer-complaints]\nowner: harbour\nstatus: running\n"
        "start: 2026-01-01\nexpects: [{kpi: complaints, direction: decrease, by: 5, lag: P2M}]\n"
    ),
    "vision/updates/2026-05-15-northgate.yml": (
        "by: northgate\ndate: 2026-05-15\nasks: [Two agents]\nblockers: [The lease]\nbody: '**More**'\n"
        "goals: [{id: fewer-complaints, confidence: 7, note: Call-backs work.}, {id: happy}]\n"
    ),
    "vision/updates/2026-06-01-harbour.yml": "by: harbour\ndate: 2026-06-01\nno_change: true\n",
    "vision/updates/2026-09-01-northgate.yml": (
        "by: northgate\ndate: 2026-09-01\ngoals: [{id: fewer-complaints, note: Not told yet.}]\n"
    ),
    "vision/decisions/agents.yml": "title: Hire agents\ndate: 2025-12-01\nstatus: superseded\n",
    "vision/decisions/call-back.yml": (
        "title: Call back the same day\ndate: 2026-02-01\nstatus: accepted\n"
        "affects: [goals/fewer-complaints]\ncontext: Half is waiting.\ndecision: Everybody is called back.\n"
        "supersedes: [agents]\n"
        "decided_by: northgate\nreview_on: 2026-12-01\n"
        "options:\n"
        "  - {title: Hire, proposed_by: harbour, outcome: rejected, valued_for: It helps at once.,\n"
        "     because: Money.}\n"
        "  - {title: Call back, outcome: chosen}\n"
        "positions: [{partner: harbour, position: consent, comment: Good.}]\n"
    ),
}


class _Outline(HTMLParser):
    """The headings, links, ids and open tags of a fragment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.open: list[str] = []
        self.scripts = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.scripts += tag == "script"
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.links += [found["href"] or ""] if "href" in found else []
        self.ids += [found["id"] or ""] if "id" in found else []
        if tag not in {"br", "img", "hr", "input", "meta", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_between_pages_arrives(rendered: Rendered, *, directory_urls: bool) -> None:
    pages = rendered(RICH, Settings(directory_urls=directory_urls))
    addresses = {path: _address(path, directory_urls=directory_urls) for path in pages}
    known = {
        *addresses.values(),
        "/calendar.ics",
        "/kpis/complaints.csv",
        "/kpis/complaints.svg",
        "/assets/shared-vision/paper.css",
    }
    for path, page in pages.items():
        for link in _Outline(page.html).links:
            assert _resolved(addresses[path], re.split("[?#]", link)[0]) in known, (path, link)


def _address(path: str, *, directory_urls: bool) -> str:
    if not directory_urls:
        return f"/{path}.html"
    return "/" if path == "index" else f"/{path.removesuffix('/index')}/"


def _resolved(base: str, link: str) -> str:
    folder = base.rsplit("/", 1)[0].split("/")
    for part in link.split("/")[:-1]:
        folder = folder[:-1] if part == ".." else folder if part == "." else [*folder, part]
    return "/".join([*folder, link.rsplit("/", maxsplit=1)[-1]])


def test_headings_step_down_by_one_below_a_single_title(rendered: Rendered) -> None:
    for path, page in rendered(RICH).items():
        levels = _Outline(page.html).headings
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), (
            path,
            levels,
        )


def test_tags_are_balanced_ids_unique(rendered: Rendered) -> None:
    for path, page in rendered(RICH, SETTINGS).items():
        outline = _Outline(page.html)
        assert outline.open == [], path
        assert len(outline.ids) == len(set(outline.ids)), path
        assert page.html.startswith('<div class="sv sv-'), path


def test_sections_are_in_the_order_of_the_navigation(rendered: Rendered) -> None:
    sections = [page.section for page in rendered(RICH).values() if page.section]
    assert sections == [
        "Vision",
        "The whole",
        "Goals",
        "KPIs",
        "Decisions",
        "Initiatives",
        "Partners",
        "Ideas",
    ]


def test_text_of_partners_is_escaped_everywhere(rendered: Rendered) -> None:
    quoted = "'" + PAYLOAD.replace("'", "''") + "'"
    files = {
        path: re.sub(
            r"(title|why|role|experience|context|decision|summary|comment|valued_for|because|note): [^,}\n]+",
            rf"\1: {quoted}",
            text,
        )
        for path, text in RICH.items()
    }
    for path, page in rendered(files, SETTINGS).items():
        assert _Outline(page.html).scripts == 0, path
        assert _Outline(page.search).scripts == 0, path
        assert "49" not in page.search, path


def test_title_and_description_are_plain_text(rendered: Rendered) -> None:
    page = rendered({"vision/goals/fewer-complaints.yml": "title: A < B & C\n"})["goals/fewer-complaints"]
    assert (page.title, page.description) == ("A < B & C", "A < B & C")
    assert page.search.startswith('<h1 id="sv-title">A &lt; B &amp; C</h1>')


def test_example_is_marked_on_every_page(rendered: Rendered) -> None:
    note = "<strong>Example</strong> The partners, goals and numbers on this site are made up."
    assert all(note in page.html for page in rendered(RICH, SETTINGS).values())
    assert not any(note in page.html for page in rendered(RICH).values())


def test_footer_says_as_of_when_and_offers_a_change(rendered: Rendered) -> None:
    html = rendered(RICH, SETTINGS)["goals/happy"].html
    foot = html[html.index("<footer") :]
    assert '<time datetime="2026-06-15">15\u00a0Jun\u00a02026</time>' in foot
    assert '<a href="https://git.example/edit/main/vision/goals/happy.yml">Propose a change</a>' in foot


def test_home_says_where_we_are(rendered: Rendered) -> None:
    html = rendered()["index"].html
    assert '<h1 id="sv-title" class="sv-statement">Everybody is heard.</h1>' in html
    assert "<strong>1 of 1</strong> KPI is on track or achieved" in html


def test_vision_without_anything_invites(rendered: Rendered) -> None:
    nothing = dict.fromkeys(
        (
            "vision/partners/northgate.yml",
            "vision/kpis/complaints.yml",
            "vision/decisions/call-back.yml",
            "kpi_data/complaints.csv",
        )
    )
    pages = rendered({**nothing, "vision/goals/fewer-complaints.yml": "title: Fewer complaints\n"})
    assert "What should be true" not in pages["index"].html
    assert "No KPI tells about this goal yet." in pages["goals/fewer-complaints"].html
    assert "Nothing is decided yet." in pages["decisions/index"].html


def test_kpi_page_says_how_it_goes_in_words(rendered: Rendered) -> None:
    html = rendered()["kpis/complaints"].html
    assert "Down from 40 to 30 since Dec\u00a02025: 50\u00a0% of the way, a little ahead of the plan." in html
    assert '<a href="../../kpis/complaints.csv" download>CSV</a>' in html
    assert '<tr><th scope="row">May\u00a02026</th><td>30</td></tr>' in html


def test_kpi_without_values_says_where_they_go(rendered: Rendered) -> None:
    html = rendered({"kpi_data/complaints.csv": None})["kpis/complaints"].html
    assert "There are no values yet." in html
    assert (
        "<code>kpi_data/complaints.csv</code>: a line for each date, with the columns date and value." in html
    )


def test_decision_shows_what_was_valued_in_an_option_not_chosen(rendered: Rendered) -> None:
    html = rendered(RICH)["decisions/call-back"].html
    assert "<p>It helps at once.</p>" in html
    assert "Not chosen" in html
    assert 'Replaces</dt><dd><a href="../../decisions/agents/">Hire agents</a>' in html


def test_replaced_decision_leads_to_its_successor(rendered: Rendered) -> None:
    html = rendered(RICH)["decisions/agents"].html
    assert (
        '<strong>Replaced</strong> by <a href="../../decisions/call-back/">Call back the same day</a>.'
        in html
    )


def test_broken_record_has_a_page_with_its_problems(rendered: Rendered) -> None:
    pages = rendered({"vision/goals/broken.yml": "titel: Oops\n"}, SETTINGS)
    html = pages["goals/broken"].html
    assert "This goal cannot be shown until its file is mended." in html
    assert "<code>vision/goals/broken.yml:1:1</code>" in html
    assert "1 record cannot be shown" in pages["goals/index"].html
    assert 'href="https://git.example/edit/main/vision/goals/broken.yml">Mend it</a>' in html


def test_deep_tree_of_goals_is_shown_without_end(rendered: Rendered) -> None:
    deep = {
        f"vision/goals/g{number:03}.yml": f"title: Goal {number}\n"
        + (f"parent: g{number - 1:03}\n" if number else "")
        for number in range(30)
    }
    pages = rendered(deep)
    assert "1 goal below" in pages["goals/index"].html
    assert "Goal 29" in pages["partners/matrix"].html


def test_partner_page_credits_what_it_proposed(rendered: Rendered) -> None:
    html = rendered(RICH)["partners/harbour"].html
    part = html.partition("Its part in decisions")[2]
    assert '<a href="../../decisions/call-back/">Call back the same day</a>' in part
    assert "proposed “Hire”" in part


def test_kpi_page_stays_small(rendered: Rendered) -> None:
    rows = "".join(f"{2000 + month // 12}-{month % 12 + 1:02},{month}\n" for month in range(300))
    page = rendered({"kpi_data/complaints.csv": f"date,value\n{rows}"})["kpis/complaints"]
    assert len(page.html.encode()) < 60_000
    assert "The latest 120 of 300 values; the file has all of them." in page.html


def test_goal_shows_how_its_status_came_about(rendered: Rendered) -> None:
    html = rendered()["goals/fewer-complaints"].html
    assert (
        '<a href="../../kpis/complaints/">Complaints</a></th>'
        '<td data-label="Weight">1</td><td data-label="So far">50\u00a0%</td>'
    ) in html
    assert "50 ÷ 41.4 = 1.21, at least 0.95: <strong>on track</strong>" in html


def test_list_links_to_the_records_below_it(rendered: Rendered) -> None:
    assert '<a href="complaints/">Complaints</a>' in rendered()["kpis/index"].html


def test_a_goal_shows_what_its_partners_say_and_its_card_the_last_word_of_its_owner(
    rendered: Rendered,
) -> None:
    pages = rendered(RICH)
    card = '“Call-backs work.” <time datetime="2026-05-15">'
    assert card in pages["index"].html
    assert "7 of 10 sure" in pages["goals/fewer-complaints"].html
    assert "7 of 10 sure" in pages["updates/index"].html
    assert "Nothing new." in pages["updates/index"].html
    assert not any("Not told yet" in page.html for page in pages.values())


def test_a_note_of_another_partner_is_not_the_owners_last_word(rendered: Rendered) -> None:
    files = {
        **RICH,
        "vision/updates/2026-05-15-northgate.yml": (
            "by: harbour\ndate: 2026-05-15\ngoals: [{id: fewer-complaints, note: Looks well.}]\n"
        ),
    }
    pages = rendered(files)
    assert "Looks well." not in pages["index"].html
    assert "Looks well." in pages["goals/fewer-complaints"].html


@pytest.mark.parametrize(
    ("signed", "said"),
    [
        ("northgate, on: 2026-01-05", "Agreed by 1 of 2 partners, last on "),
        ("northgate, on: 2026-01-05}, {partner: harbour, on: 2026-02-05", "Agreed by all 2 partners, "),
    ],
)
def test_home_says_who_agreed_to_the_vision_and_when(rendered: Rendered, signed: str, said: str) -> None:
    vision = f"title: One front door\nsigned: [{{partner: {signed}}}]\n"
    page = rendered({**RICH, "vision/vision.yml": vision})["index"]
    assert f'<p class="sv-quiet">{said}<time datetime="2026-0' in page.html


def test_goal_and_kpi_say_what_is_coming(rendered: Rendered) -> None:
    pages = rendered(RICH)
    assert "Call back the same day</a> is looked at again" in pages["goals/fewer-complaints"].html
    assert "What is coming" not in pages["goals/happy"].html
    assert "What is coming" not in pages["kpis/calls"].html


def test_what_a_partner_asks_for_in_its_latest_update_is_asked_of_us(rendered: Rendered) -> None:
    assert "Northgate Council</a> asks: Two agents" in rendered(RICH)["index"].html


def test_what_is_copied_to_another_site_brings_no_markup_along(rendered: Rendered) -> None:
    title = """'x"><img src=y onerror=alert(1)> [a](b) `c`'"""
    kpi = SMALL["vision/kpis/complaints.yml"].replace("title: Complaints", f"title: {title}")
    html = rendered({"vision/kpis/complaints.yml": kpi}, Settings(site_url="https://v.example/"))[
        "kpis/complaints"
    ].html
    frame, badge = (
        unescape(text) for text in re.findall(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)
    )
    assert re.findall(r"<(\w+)", frame) == ["iframe"]
    assert badge.startswith(
        r"[![x\"\>\<img src\=y onerror\=alert\(1\)\> \[a\]\(b\) \`c\`](https://v.example/badges/"
    )
