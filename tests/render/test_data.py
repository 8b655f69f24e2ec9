"""The page on the numbers themselves."""

from datetime import date

from shared_vision.build import build, work_out
from shared_vision.model.changes import DataChange, Event, History
from shared_vision.model.log import Gap
from shared_vision.model.series import Point
from shared_vision.model.settings import Settings
from shared_vision.model.site import Page
from shared_vision.read import read
from small_vision import SMALL

from .conftest import Rendered

KPI = "vision/kpis/complaints.yml"
APRIL = Point(start=date(2026, 4, 1), end=date(2026, 4, 30), value=34.0, line=2)
MAY = Point(start=date(2026, 5, 1), end=date(2026, 5, 31), value=30.0, line=3)


def _event(commit: str, day: date, point: Point) -> Event:
    return Event(
        commit=commit, day=day, data=(DataChange(kpi="complaints", title="Complaints", new=(point,)),)
    )


CAME = History(events=(_event("a" * 40, date(2026, 5, 2), APRIL), _event("b" * 40, date(2026, 6, 9), MAY)))
"""April's value in time, May's two days late."""


def _pages(history: History, settings: Settings | None = None) -> dict[str, Page]:
    document = read({path: text.encode() for path, text in SMALL.items() if not path.startswith("mkdocs")})
    site = build(work_out(document, date(2026, 6, 15), settings or Settings(), history))
    return {page.path: page for page in site.pages}


def test_how_fresh_the_values_are_by_partner_and_what_is_due_next(rendered: Rendered) -> None:
    owned = {KPI: f"{SMALL[KPI]}owner: northgate\n"}
    html = rendered(owned)["data/index"].html
    assert "1 of 1 KPI with values at fixed times is up to date." in html
    assert '<h3><a href="../partners/northgate/">Northgate Council</a></h3>' in html
    assert '<span class="sv-chip sv-is-fresh">Up to date: 1</span>' in html
    assert (
        '<li><span class="sv-when"><time datetime="2026-07-07">7\u00a0Jul\u00a02026</time></span> '
        '<span><a href="../kpis/complaints/">Complaints</a> '
        '<span class="sv-quiet">Northgate Council</span></span></li>'
    ) in html


def test_an_overdue_value_keeps_its_place_with_as_of(rendered: Rendered) -> None:
    pages = rendered({"kpi_data/complaints.csv": "date,value\n2026-02,34\n2026-03,30\n"})
    for path in ("data/index", "kpis/index", "kpis/complaints", "goals/fewer-complaints", "map/index"):
        assert "as of Mar\u00a02026" in pages[path].html, path
    assert "Down from 40 to 30 since Dec\u00a02025 (as of Mar\u00a02026)" in pages["kpis/complaints"].html
    assert "as of Mar" not in rendered()["kpis/index"].html


def test_how_many_values_came_in_time() -> None:
    pages = _pages(CAME)
    html = pages["data/index"].html
    assert "<p>1 of 2 values came in time. " in html
    assert "when values came is known from " in html
    assert "<td><small>1 of 2 values came in time</small></td>" in html
    assert '<a href="../../data/">1 of 2 values came in time</a>' in pages["kpis/complaints"].html


def test_without_a_past_nothing_is_said_of_coming_in_time(rendered: Rendered) -> None:
    html = rendered()["data/index"].html
    assert (
        "Which values came in time is not known. The history is not known: "
        "this site was built from a copy without it."
    ) in html
    assert "came in time</small>" not in html
    assert "Over the last year" not in html


def test_the_commit_of_the_latest_values_is_named() -> None:
    html = _pages(CAME)["kpis/complaints"].html
    day = '<time datetime="2026-06-09">9\u00a0Jun\u00a02026</time>'
    said = f"Its values last changed on {day}, in the commit"
    assert f'{said} <a href="../../history/#c-{"b" * 12}"><code>bbbbbbb</code></a>.' in html
    forge = Settings(commits="https://github.com/o/r/commit/")
    html = _pages(CAME, forge)["kpis/complaints"].html
    assert f'{said} <a href="https://github.com/o/r/commit/{"b" * 40}"><code>bbbbbbb</code></a>.' in html
    assert "Its values last changed" not in _pages(History(gap=Gap.NO_GIT))["kpis/complaints"].html


def test_what_is_not_concrete_has_a_link_to_mend_it(rendered: Rendered) -> None:
    edit = Settings(edit_url="https://github.com/o/r/edit/main/")
    html = rendered({"vision/goals/empty.yml": "title: <Empty>\n"}, edit)["data/index"].html
    mend = "https://github.com/o/r/edit/main/vision"
    assert "3 things are missing that would make the vision concrete." in html
    assert (
        '<h3>Goals that no KPI tells about (1)</h3>\n<ul class="sv-lines">\n'
        '<li><a href="../goals/empty/">&lt;Empty&gt;</a> · '
        f'<a href="{mend}/goals/empty.yml">Mend it</a></li>\n'
    ) in html
    assert "<h3>Goals for which nothing is planned, running or decided (1)</h3>" in html
    assert "<h3>KPIs that nobody answers for (1)</h3>" in html


def test_a_concrete_vision_lacks_nothing(rendered: Rendered) -> None:
    html = rendered({KPI: f"{SMALL[KPI]}owner: northgate\n"})["data/index"].html
    assert (
        "Nothing: every goal has a KPI and somebody acts on it, every KPI has a baseline, a target, values "
        "and somebody who answers for it."
    ) in html


def test_an_empty_vision_has_the_page_too(rendered: Rendered) -> None:
    nothing = dict.fromkeys(path for path in SMALL if path.startswith(("vision/", "kpi_data/")))
    html = rendered({**nothing, "vision/vision.yml": "title: Small\n"})["data/index"].html
    assert "No KPI with values at fixed times has any yet." in html


def test_the_goal_says_without_which_kpi_it_would_stand_otherwise(rendered: Rendered) -> None:
    files = {
        "vision/kpis/waits.yml": SMALL[KPI].replace("Complaints", "Waits <b>"),
        "kpi_data/waits.csv": "date,value\n2026-05,39\n",
        "vision/goals/fewer-complaints.yml": "title: Fewer complaints\nkpis: [complaints, waits]\n",
    }
    html = rendered(files)["goals/fewer-complaints"].html
    assert (
        '<p class="sv-quiet">Without <em><a href="../../kpis/waits/">Waits &lt;b&gt;</a></em> '
        "the goal would be on track.</p>"
    ) in html
