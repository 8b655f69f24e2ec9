"""What the pages say of the past."""

import re
from datetime import date
from html import unescape

from shared_vision.adapters.project import Project
from shared_vision.build import build, work_out
from shared_vision.model.settings import Settings
from small_repository import Repository
from small_vision import SMALL

GOAL, KPI = "vision/goals/fewer-complaints.yml", "vision/kpis/complaints.yml"
DECISION = "vision/decisions/call-back.yml"


def pages(repository: Repository) -> dict[str, str]:
    """The site as of 15 June 2026, as readers see it: every page's text by its path."""
    project = Project.find(repository.root)
    document = project.read()
    site = build(work_out(document, date(2026, 6, 15), Settings(), project.recall(document)))
    return {page.path: page.html for page in site.pages}


def seen(html: str) -> str:
    """The words of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def begun(repository: Repository, **changes: str) -> None:
    """The small vision, committed as it is, then with a target of 10."""
    repository.write({**SMALL, **changes})
    repository.commit()
    repository._hours += 24
    repository.edit(KPI, "value: 20", "value: 10")
    repository.commit("Lower\n\nDecision: call-back")


def test_a_change_stands_on_the_page_of_its_record_and_of_its_decision(repository: Repository) -> None:
    begun(repository)
    found = pages(repository)
    line = "Target of Complaints lowered from 20 to 10"
    assert line in seen(found["kpis/complaints"])
    assert line in seen(found["history/index"])
    assert f"What it changed here 2 Mar 2026 {line}" in seen(found["decisions/call-back"])
    assert line not in seen(found["goals/fewer-complaints"])


def test_those_who_agreed_before_see_what_changed_since(repository: Repository) -> None:
    signed = SMALL[GOAL] + "signed: [{partner: northgate, on: 2026-03-01}]\n"
    begun(repository, **{GOAL: signed})
    goal = seen(pages(repository)["goals/fewer-complaints"])
    assert "Earlier wording Northgate Council 1 Mar 2026" in goal
    assert "What changed since they agreed 2 Mar 2026 Target of Complaints lowered from 20 to 10" in goal
    repository.edit(KPI, "value: 10", "value: 20")
    repository.commit()
    assert "Agreed Northgate Council 1 Mar 2026" in seen(pages(repository)["goals/fewer-complaints"])


def test_a_decision_says_what_changed_since_for_another_reason(repository: Repository) -> None:
    decision = (
        SMALL[DECISION].replace("2026-02-01", "2026-03-01")
        + "expects: [{kpi: complaints, direction: decrease}]\n"
    )
    begun(repository, **{DECISION: decision})
    assert "Changed since decided" not in seen(pages(repository)["decisions/call-back"])
    repository.edit(KPI, "value: 10", "value: 5")
    repository.commit()
    page = seen(pages(repository)["decisions/call-back"])
    assert "Changed since decided" in page
    assert page.index("lowered from 10 to 5") < page.index("lowered from 20 to 10")


def test_numbers_under_embargo_are_not_told(repository: Repository) -> None:
    begun(repository, **{KPI: SMALL[KPI] + "publish_from: 2026-12-01\nlimit: 98765\n"})
    repository.edit(KPI, "limit: 98765", "limit: 87654")
    repository.edit("kpi_data/complaints.csv", "2026-05,30", "2026-05,76543")
    repository.commit()
    repository.write({KPI: None, "kpi_data/complaints.csv": None, GOAL: "title: Fewer complaints\n"})
    repository.commit()
    for path, html in pages(repository).items():
        assert not re.search("98765|87654|76543|lowered", html), path
    assert "Taken away: KPI: Complaints" in seen(pages(repository)["history/index"])


def test_no_address_and_no_markup_of_the_past_reach_the_site(repository: Repository) -> None:
    begun(repository)
    repository.edit(GOAL, "title: Fewer complaints", 'title: "<img src=x onerror=alert(1)> one two three"')
    repository.commit(by="somebody.secret")
    repository.edit(GOAL, "one two three", "one two four")
    repository.commit()
    found = pages(repository)
    assert not any("<img src=x" in html for html in found.values())
    assert not any("secret" in html or "@northgate" in html for html in found.values())
    assert "<ins>four</ins>" in found["history/index"]


def test_what_is_not_known_is_said(repository: Repository) -> None:
    repository.write(SMALL)
    assert "The history begins with the first version that is saved." in seen(
        pages(repository)["history/index"]
    )
    repository.commit()
    clone = repository.root / "clone"
    repository.edit(GOAL, "title: Fewer complaints", "title: Fewer")
    repository.commit()
    repository.git("clone", "-q", "--depth=1", f"file://{repository.root}", str(clone))
    shallow = Repository.__new__(Repository)
    shallow.root = clone
    assert "This history is incomplete. It is known from 1 Mar 2026 on" in seen(
        pages(shallow)["history/index"]
    )
