"""Who agreed to today's wording, on the page of a goal and on the home page."""

import re
from collections.abc import Callable, Mapping

import pytest

from shared_vision.model.site import Page
from small_vision import SMALL

Rendered = Callable[..., Mapping[str, Page]]
HARBOUR = {"vision/partners/harbour.yml": "title: Harbour Trust\n"}
EARLIER = "signed: [{partner: northgate, on: 2026-01-05, fingerprint: 0a1b2c3d}]\n"
OBJECTION = "positions: [{partner: harbour, position: object, on: 2026-02-01, comment: No.}]\n"


def _who(page: Page) -> list[str]:
    """Each partner's line under "Who agreed" in plain words."""
    section = re.search(r"<h2>Who agreed</h2>.*?</section>", page.html, re.DOTALL)
    items = re.findall(r"<li class=\"sv-event\">.*?</li>", section[0], re.DOTALL) if section else []
    return [" ".join(re.sub("<[^>]+>", " ", item).split()) for item in items]


def test_a_goal_says_who_agreed_to_which_wording_and_who_has_yet_to_look(rendered: Rendered) -> None:
    goal = SMALL["vision/goals/fewer-complaints.yml"] + "partners: [harbour]\n" + EARLIER
    files = {**HARBOUR, "vision/goals/fewer-complaints.yml": goal}
    assert _who(rendered(files)["goals/fewer-complaints"]) == [
        "Not yet asked Harbour Trust has yet to look",
        "Earlier wording Northgate Council 5 Jan 2026 , has yet to look at today’s wording",
    ]
    decision = SMALL["vision/decisions/call-back.yml"] + OBJECTION
    objected = rendered({**files, "vision/decisions/call-back.yml": decision})
    assert _who(objected["goals/fewer-complaints"])[0] == (
        "Objects Harbour Trust 1 Feb 2026 Call back the same day"
    )


def test_a_goal_that_nobody_has_signed_says_nothing_of_it(rendered: Rendered) -> None:
    assert "Who agreed" not in rendered()["goals/fewer-complaints"].html


@pytest.mark.parametrize(
    ("signed", "line", "who"),
    [
        (EARLIER, "", ["Not yet asked", "Earlier wording"]),
        ("signed: [{partner: northgate, on: 2026-01-05}]\n", "1 of 2 partners", ["Not yet asked", "Agreed"]),
        (
            "signed: [{partner: northgate, on: 2026-01-05}, {partner: harbour, on: 2026-02-05}]\n",
            "all 2 partners",
            [],
        ),
        ("", "", []),
    ],
    ids=["earlier", "some", "all", "none"],
)
def test_home_names_partners_while_some_have_yet_to_agree(
    rendered: Rendered, signed: str, line: str, who: list[str]
) -> None:
    page = rendered({**HARBOUR, "vision/vision.yml": SMALL["vision/vision.yml"] + signed})["index"]
    names = ["Harbour Trust", "Northgate Council"]
    assert [one.partition(f" {name}")[0] for one, name in zip(_who(page), names, strict=False)] == who
    assert (f"Agreed by {line}" in page.html) is bool(line)
    assert ("Agreed by" in page.html) is bool(line)
