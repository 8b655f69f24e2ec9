"""What happened, and what the next meeting is about."""

from collections.abc import Callable
from datetime import date

import pytest

from shared_vision import build
from shared_vision.build import Results
from shared_vision.model.settings import Settings

Worked = Callable[..., Results]
SITE = Settings(site_url="https://v.example/")
FILES = {
    "vision/vision.yml": "title: Small\ncadence: {ideas_answered_within: P14D, updates: P1M}\n",
    "vision/partners/harbour.yml": "title: Harbour Trust\n",
    "vision/decisions/call-back.yml": (
        "title: Call back the same day\ndate: 2026-06-05\nstatus: accepted\n"
        "decision: Everybody is called back.\naffects: [goals/fewer-complaints]\noptions:\n"
        "  - {title: Hire, proposed_by: harbour, outcome: rejected, valued_for: It helps at once.}\n"
    ),
    "vision/decisions/evenings.yml": (
        "title: Stay open\ndate: 2026-06-10\nstatus: proposed\npositions:\n"
        "  - {partner: harbour, position: object, on: 2026-06-11, comment: Nobody to spare.}\n"
    ),
    "vision/ideas/evenings.yml": (
        "title: Evenings\nby: harbour\ndate: 2026-05-01\nanswer: {by: northgate, on: 2026-06-09,\n"
        "  valued_for: Nobody had looked at them., text: We try it., outcome: adopted}\n"
    ),
    "vision/ideas/letters.yml": "title: Plain letters\nby: harbour\ndate: 2026-06-12\nasked: [northgate]\n",
    "vision/updates/2026-06-10-northgate.yml": (
        "by: northgate\ndate: 2026-06-10\ngoals: [{id: fewer-complaints, note: It is getting calm.}]\n"
        "asks: [Two agents]\nblockers: [The lease]\n"
    ),
    "kpi_data/complaints.csv": "date,value\n2026-03,34\n2026-04,34\n2026-05,26\n",
}
SINCE = date(2026, 5, 20)

TEXT = """\
Small
=====
21 May 2026 to 15 Jun 2026

1 decision was made. 1 idea came in. The status of 1 KPI changed.

What was decided
----------------
* Call back the same day (Accepted): Everybody is called back.
  Valued in “Hire”: It helps at once.
  https://v.example/decisions/call-back/

What moved
----------
* Fewer complaints: from at risk to on track
  https://v.example/goals/fewer-complaints/
* Complaints: from at risk to on track
  There are too few values to tell whether that is more than chance.
  https://v.example/kpis/complaints/

What is new
-----------
* Proposed: Stay open
  https://v.example/decisions/evenings/
* An idea of Harbour Trust: Plain letters
  https://v.example/ideas/letters/
* Answered: Evenings (Adopted)
  We try it.
  https://v.example/ideas/evenings/

What partners told
------------------
* Northgate Council on Fewer complaints: It is getting calm.
  https://v.example/goals/fewer-complaints/
* Northgate Council says what stands in the way: The lease

Thank you
---------
* Harbour Trust, for Evenings: Nobody had looked at them.
  https://v.example/ideas/evenings/
* Harbour Trust, for Hire: It helps at once.
  https://v.example/decisions/call-back/

What is asked of us
-------------------
* Harbour Trust: A word on how it goes; “nothing new” is enough (since
  1 Jun 2026)
  https://v.example/partners/harbour/
* Northgate Council: A position on Stay open (wanted by 19 Jun 2026)
  https://v.example/decisions/evenings/
* Northgate Council: An answer to the idea “Plain letters” (wanted by
  26 Jun 2026)
  https://v.example/ideas/letters/

What partners ask each other for
--------------------------------
* Northgate Council asks: Two agents

The history is not known: this site was built from a copy without it.
"""

AGENDA = """\
# Agenda: Small

*15 Jun 2026*

## To decide

- [Stay open](https://v.example/decisions/evenings/) &#40;20 minutes&#41;
  <br>Harbour Trust objects: Nobody to spare. Yet to answer: Northgate Council. Comments until 19 Jun 2026.

## What stands in the way

- Northgate Council says what stands in the way: The lease &#40;5 minutes&#41;
- Northgate Council asks: Two agents &#40;5 minutes&#41;

## Ideas that wait for an answer

- [Plain letters](https://v.example/ideas/letters/), an idea of Harbour Trust &#40;5 minutes&#41;
  <br>To answer: Northgate Council.

## What should be there by now

- Harbour Trust: A word on how it goes; “nothing new” is enough &#40;since 1 Jun 2026&#41;
"""


def _digest(results: Results, since: date, form: str) -> bytes:
    return build.digest(results, build.earlier(results, since), form)


def _agenda(results: Results, since: date, form: str) -> bytes:
    return build.agenda(results, build.earlier(results, since), form)


def _spaced(content: bytes) -> str:
    return content.decode().replace("\xa0", " ")


def test_a_digest_tells_what_was_decided_what_moved_what_is_new_thanks_and_what_is_asked(
    worked: Worked,
) -> None:
    assert _spaced(_digest(worked(FILES, SITE), SINCE, "text")) == TEXT


def test_an_agenda_begins_with_what_is_to_be_decided(worked: Worked) -> None:
    assert _spaced(_agenda(worked(FILES, SITE), date(2026, 5, 15), "markdown")) == AGENDA


def test_a_quiet_time_is_told_kindly(worked: Worked) -> None:
    told = _spaced(_digest(worked(), date(2026, 6, 13), "markdown"))
    assert "It was a quiet time: nothing was decided, nothing new was told, and no status changed." in told


def test_an_agenda_without_anything_open_says_so(worked: Worked) -> None:
    gone = {"vision/kpis/complaints.yml": None, "kpi_data/complaints.csv": None}
    gone |= {"vision/goals/fewer-complaints.yml": None, "vision/decisions/call-back.yml": None}
    assert "Nothing is open. Time for an idea?" in _spaced(_agenda(worked(gone), date(2026, 5, 15), "text"))


def test_without_an_address_there_are_no_links(worked: Worked) -> None:
    told = _digest(worked(FILES), SINCE, "markdown").decode()
    assert "](" not in told
    assert "*Stay open*" in told


def test_what_a_partner_writes_does_nothing_in_markdown(worked: Worked) -> None:
    title = '"@everyone ![x](http://evil/x.png) <img src=x> [a](javascript:1)\\n# big"'
    files = {**FILES, "vision/ideas/letters.yml": f"title: {title}\nby: harbour\ndate: 2026-06-12\n"}
    told = _digest(worked(files, SITE), SINCE, "markdown").decode()
    assert "<img" not in told
    assert "![" not in told
    assert "@everyone" not in told
    assert "(javascript:" not in told
    assert "\n# big" not in told


def test_what_a_partner_writes_does_nothing_in_text_and_html(worked: Worked) -> None:
    title = r'"\u001b[31mred</title><script>alert(1)</script>\u202e"'
    files = {**FILES, "vision/ideas/letters.yml": f"title: {title}\nby: harbour\ndate: 2026-06-12\n"}
    results = worked(files, SITE)
    text, html = (_digest(results, SINCE, form).decode() for form in ("text", "html"))
    for told in (text, html):
        assert "\x1b" not in told
        assert "\u202e" not in told
    assert "<script" not in html


@pytest.mark.parametrize("form", ["markdown", "text", "html"])
def test_the_same_digest_is_told_in_the_same_bytes(worked: Worked, form: str) -> None:
    told = [_digest(worked(FILES, SITE), SINCE, form) for _ in range(2)]
    assert told[0] == told[1]


def test_numbers_under_embargo_are_in_no_digest(worked: Worked) -> None:
    text = (
        "title: Complaints\nunit: a month\ndirection: decrease\nfrequency: monthly\n"
        "publish_from: 2027-01-01\n"
        "baseline: {date: 2025-12-31, value: 40123}\ntarget: {date: 2026-12-31, value: 20123}\n"
    )
    files = {
        **FILES,
        "vision/kpis/complaints.yml": text,
        "kpi_data/complaints.csv": "date,value\n2026-05,26123\n",
    }
    results = worked(files, SITE)
    for form in ("markdown", "text", "html"):
        told = _digest(results, SINCE, form).decode()
        assert not [one for one in ("40123", "20123", "26123", "40,123", "26,123") if one in told]
