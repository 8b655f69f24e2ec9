import re
from html import unescape

import pytest

from .conftest import Rendered

DECISION = "vision/decisions/{name}.yml"


def decided(status: str, review_on: str = "") -> str:
    review = f"review_on: {review_on}\n" if review_on else ""
    return f"title: Call at night\ndate: 2026-03-01\nstatus: {status}\n{review}"


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).replace("\xa0", " ").split())


LATE = {DECISION.format(name="night"): decided("accepted", "2026-06-14")}
EXPIRED = {DECISION.format(name="night"): decided("expired")}


def test_a_late_review_stands_out_on_the_page_and_in_the_list(rendered: Rendered) -> None:
    pages = rendered(LATE)
    assert (
        "To be looked at again since 14 Jun 2026: does it still hold, and did it do what it should?"
    ) in plain(pages["decisions/night"].html)
    listed = pages["decisions/index"].html
    assert "1 decision should have been looked at again by now: Call at night." in plain(listed)
    assert (
        '<span class="sv-chip sv-is-overdue">to be looked at again since 14\xa0Jun\xa02026</span>' in listed
    )
    assert 'data-again="late"' in listed


def test_an_expired_decision_stands_out(rendered: Rendered) -> None:
    pages = rendered(EXPIRED)
    assert "Expired. This decision no longer holds." in plain(pages["decisions/night"].html)
    assert '<span class="sv-chip sv-is-overdue">Expired</span>' in pages["decisions/index"].html
    assert 'data-again="expired"' in pages["decisions/index"].html


@pytest.mark.parametrize(
    ("status", "review_on", "state"),
    [
        ("accepted", "2026-06-15", "ahead"),
        ("accepted", "2026-06-14", "late"),
        ("accepted", "", None),
        ("proposed", "2026-05-01", None),
        ("rejected", "2026-05-01", None),
    ],
)
def test_only_what_holds_is_looked_at_again(
    rendered: Rendered, status: str, review_on: str, state: str | None
) -> None:
    page = rendered({DECISION.format(name="night"): decided(status, review_on)})["decisions/index"].html
    assert re.findall(r'data-again="(\w+)"', page) == ([state] if state else [])


def test_the_list_can_be_narrowed_down_to_them(rendered: Rendered) -> None:
    files = {**LATE, DECISION.format(name="day"): decided("accepted", "2027-01-01")}
    page = rendered(files)["decisions/index"].html
    choices = re.search(r'<select name="again">(.*?)</select>', page, re.DOTALL)
    assert choices
    assert re.findall(r'value="(\w+)"', choices[1]) == ["late", "ahead"]
