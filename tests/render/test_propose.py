import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from shared_vision.model.forge import NewFiles
from shared_vision.model.settings import Settings
from shared_vision.read import read
from small_vision import SMALL

from .conftest import Rendered

GITHUB = Settings(
    edit_url="https://github.com/o/r/edit/main/",
    new_files=NewFiles(start="https://github.com/o/r/new/main/vision/"),
)
RULES = """\
title: Small
governance: {rule: majority, quorum: 2, comment_days: 14, protects: [vision, goals]}
"""


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def links(html: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="([^"]+)"', html)]


def test_it_tells_the_partnerships_own_rules(rendered: Rendered) -> None:
    text = plain(rendered({"vision/vision.yml": RULES})["propose/index"].html)
    assert "A proposal is open for comments for 14 days." in text
    assert "It is accepted if more partners consent than object." in text
    assert "At least 2 partners have to answer." in text
    assert "Only an accepted decision may change what was agreed about: Vision and Goals." in text


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("consent", "It is accepted if no partner objects."),
        ("unanimity", "It is accepted if every partner consents."),
    ],
)
def test_each_rule_is_told_in_words(rendered: Rendered, rule: str, said: str) -> None:
    vision = f"title: Small\ngovernance: {{rule: {rule}, comment_days: 0}}\n"
    text = plain(rendered({"vision/vision.yml": vision})["propose/index"].html)
    assert said in text
    assert "There is no fixed time for comments." in text
    assert "have to answer" not in text


def test_new_records_are_written_in_the_browser_and_are_sound_as_they_are(rendered: Rendered) -> None:
    found = [link for link in links(rendered(settings=GITHUB)["propose/index"].html) if "/new/" in link]
    kinds = [urlsplit(link).path.rpartition("/")[2] for link in found]
    assert kinds == ["ideas", "decisions", "updates", "goals", "kpis", "initiatives"]
    for kind, link in zip(kinds, found, strict=True):
        asked = parse_qs(urlsplit(link).query, strict_parsing=True)
        text = asked["value"][0].replace("by: a-partner", "by: northgate")
        files = {**SMALL, f"vision/{kind}/{asked['filename'][0]}": text}
        sources = {
            path: text.encode() for path, text in files.items() if path.startswith(("vision/", "kpi_"))
        }
        assert [str(one) for one in read(sources).problems if one.severity == "error"] == []
        assert len(link) < 8000


def test_without_a_place_to_write_there_are_only_texts_and_commands(rendered: Rendered) -> None:
    html = rendered()["propose/index"].html
    assert not [link for link in links(html) if link.startswith("http")]
    assert "vision new decision our-decision" in html
    assert "title: Say what is decided" in html


def test_where_no_text_can_be_handed_over_it_is_there_to_copy(rendered: Rendered) -> None:
    start = "https://gitlab.com/o/r/-/new/main/vision/"
    settings = Settings(edit_url="x", new_files=NewFiles(start=start, name="file_name", text=""))
    html = rendered(settings=settings)["propose/index"].html
    assert f"{start}decisions?file_name=our-decision.yml" in links(html)
    assert "The text to copy and fill in" in html


def test_every_page_leads_there_and_lists_lead_to_a_new_record(rendered: Rendered) -> None:
    pages = rendered(settings=GITHUB)
    for path, page in pages.items():
        assert ("How to propose something" in page.html) or path.startswith("print"), path
    assert any("/new/main/vision/goals?" in link for link in links(pages["goals/index"].html))
    assert "https://github.com/o/r/edit/main/vision/goals/fewer-complaints.yml" in links(
        pages["goals/fewer-complaints"].html
    )


def test_lists_lead_to_the_page_where_nothing_can_be_written_in_the_browser(rendered: Rendered) -> None:
    assert "../propose/#goals" in links(rendered()["goals/index"].html)
