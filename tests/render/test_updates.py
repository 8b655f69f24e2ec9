"""The page of updates: how partners keep in touch, and what they told."""

import re
from collections.abc import Callable, Mapping

from render.telling import CADENCE, HARBOUR, TOLD, words
from shared_vision.model.site import Page

Rendered = Callable[..., Mapping[str, Page]]


def test_the_rhythm_is_a_strip_of_dots_with_words(rendered: Rendered) -> None:
    page = rendered({**HARBOUR, **CADENCE, **TOLD})["updates/index"]
    assert "Northgate Council Heard 3 of 5 times, last on 5 May 2026." in words(page.html)
    assert page.html.count('class="sv-dot sv-full" title=') == 5
    assert '<span class="sv-dot" title="5\xa0Apr\xa02026: not heard"></span>' in page.html


def test_each_kind_of_dot_has_a_shape_of_its_own_and_words_that_explain_it(rendered: Rendered) -> None:
    page = rendered({**HARBOUR, **CADENCE, **TOLD})["updates/index"]
    assert "heard in time: by the second working day after not heard in time there is time yet" in words(
        page.html
    )
    shapes = re.findall(r'<span (class="sv-dot[^>]*)></span> [a-z]', page.html)
    assert shapes == [
        'class="sv-dot sv-full"',
        'class="sv-dot"',
        'class="sv-dot" style="height:0;vertical-align:.2rem"',
    ]


def test_updates_are_folded_by_month_but_for_the_latest_two(rendered: Rendered) -> None:
    page = rendered({**HARBOUR, **CADENCE, **TOLD})["updates/index"]
    months = re.findall(r'<details class="sv-fold" style="[^"]*"( open)?><summary>(.*?)</summary>', page.html)
    assert [(bool(unfolded), words(name)) for unfolded, name in months] == [
        (True, "Jun 2026 1 update"),
        (True, "May 2026 1 update"),
        (False, "Mar 2026 1 update"),
        (False, "Feb 2026 2 updates"),
        (False, "Jan 2026 1 update"),
    ]


def test_updates_are_narrowed_down_by_partner_and_goal(rendered: Rendered) -> None:
    page = rendered({**HARBOUR, **CADENCE, **TOLD})["updates/index"]
    assert "Partner All Harbour Trust (2) Northgate Council (4) Goal All Fewer complaints (6)" in words(
        page.html
    )
    assert page.html.count('data-partner="northgate" data-goal="fewer-complaints"') == 4


def test_goals_without_a_word_share_a_line(rendered: Rendered) -> None:
    told = (
        "by: northgate\ndate: 2026-06-01\n"
        "goals: [{id: fewer-complaints, confidence: 7}, {id: second, note: Halfway},\n"
        "  {id: third, confidence: 4}]\n"
    )
    goals = {f"vision/goals/{name}.yml": f"title: The {name}\n" for name in ("second", "third")}
    page = rendered({**goals, "vision/updates/2026-06-01-northgate.yml": told})["updates/index"]
    assert "The second Halfway Fewer complaints 7 of 10 sure · The third 4 of 10 sure" in words(page.html)
