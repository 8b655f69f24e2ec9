"""The calendar, read back by the library that others read it with."""

from collections.abc import Mapping
from datetime import date

from icalendar import Calendar

from shared_vision.build import build, work_out
from shared_vision.model.settings import Settings
from shared_vision.model.site import Asset
from shared_vision.read import read
from small_vision import SMALL

FILES = {
    "vision/vision.yml": (
        "title: Small\ncadence:\n  {updates: P1M, updates_from: 2026-05-05,\n"
        "  ideas_answered_within: P14D, review: P6M}\n"
        "signed: [{partner: northgate, on: 2026-03-01}]\ngovernance: {rule: consent, comment_days: 14}\n"
    ),
    "vision/partners/harbour.yml": "title: Harbour Trust\n",
    "vision/goals/fewer-complaints.yml": (
        "title: Fewer complaints\nowner: northgate\ndue: 2027-12-31\nkpis: [complaints]\n"
    ),
    "vision/initiatives/line.yml": (
        "title: Line\nowner: harbour\nstatus: running\nstart: 2026-01-01\nend: 2026-07-31\n"
    ),
    "vision/decisions/call-back.yml": (
        "title: Call back\ndate: 2026-02-01\nstatus: accepted\ndecided_by: northgate\nreview_on: 2026-08-01\n"
    ),
    "vision/decisions/evenings.yml": (
        "title: 'Evenings; or, mornings?'\ndate: 2026-06-10\nstatus: proposed\npositions:\n"
        "  - {partner: harbour, position: hold, on: 2026-06-12}\n"
    ),
    "vision/ideas/letters.yml": "title: Letters\nby: harbour\ndate: 2026-06-12\nasked: [northgate]\n",
    "vision/updates/2026-05-05-northgate.yml": "by: northgate\ndate: 2026-05-05\nno_change: true\n",
}


def _assets(
    files: Mapping[str, str] | None = None, site_url: str = "https://v.example/"
) -> Mapping[str, Asset]:
    texts = {**SMALL, **FILES, **(files or {})}
    sources = {
        path: text.encode() for path, text in texts.items() if path.startswith(("vision/", "kpi_data/"))
    }
    site = build(work_out(read(sources), date(2026, 6, 15), Settings(site_url=site_url)))
    return {asset.path: asset for asset in site.assets if asset.path.endswith(".ics")}


def _events(content: bytes) -> list[tuple[date, str]]:
    found = Calendar.from_ical(content).walk("VEVENT")
    return [(event.decoded("dtstart"), str(event["summary"])) for event in found]


def test_everything_with_a_day_is_there_in_order() -> None:
    assert _events(_assets()["calendar.ics"].content) == [
        (date(2026, 6, 23), "Last day for comments: Evenings; or, mornings?"),
        (date(2026, 6, 26), "Harbour Trust has asked to wait until now: Evenings; or, mornings?"),
        (date(2026, 6, 26), "Answer due: Letters"),
        (date(2026, 7, 5), "Updates are due"),
        (date(2026, 7, 7), "New value due: Complaints"),
        (date(2026, 7, 31), "Ends: Line"),
        (date(2026, 8, 1), "To look at again: Call back"),
        (date(2026, 8, 5), "Updates are due"),
        (date(2026, 9, 1), "To look at again: Small"),
        (date(2026, 9, 5), "Updates are due"),
        (date(2026, 10, 5), "Updates are due"),
        (date(2026, 11, 5), "Updates are due"),
        (date(2026, 12, 5), "Updates are due"),
        (date(2026, 12, 31), "Target due: Complaints"),
        (date(2027, 12, 31), "Due: Fewer complaints"),
    ]


def test_a_partners_calendar_has_its_own_and_what_concerns_all() -> None:
    titles = [title for _, title in _events(_assets()["partners/harbour.ics"].content)]
    assert "Ends: Line" in titles
    assert "Updates are due" in titles
    assert "Answer due: Letters" not in titles
    assert "Due: Fewer complaints" not in titles


def test_an_event_has_the_same_name_in_every_build_and_leads_to_its_page() -> None:
    event = Calendar.from_ical(_assets()["calendar.ics"].content).walk("VEVENT")[0]
    assert str(event["uid"]) == "decisions-evenings-comments@v.example"
    assert str(event["url"]) == "https://v.example/decisions/evenings/"
    assert str(event.decoded("dtstamp")) == "2026-06-15 00:00:00+00:00"
    assert _assets()["calendar.ics"].content == _assets()["calendar.ics"].content
    assert "URL" not in _assets(site_url="")["calendar.ics"].content.decode()


def test_two_visions_on_one_host_have_events_of_their_own() -> None:
    content = _assets(site_url="https://v.example/our/vision/")["calendar.ics"].content
    assert str(Calendar.from_ical(content).walk("VEVENT")[0]["uid"]) == (
        "decisions-evenings-comments@v.example-our-vision"
    )


def test_the_name_of_the_calendar_is_one_text() -> None:
    content = _assets({"vision/vision.yml": "title: 'Small, calm; ours'\n"})["calendar.ics"].content
    assert b"X-WR-CALNAME:Small\\, calm\\; ours\r\n" in content


def test_a_title_adds_no_line() -> None:
    hostile = {
        "vision/decisions/evenings.yml": (
            'title: "Evenings\\r\\nATTENDEE:mailto:x@evil.example"\ndate: 2026-06-10\nstatus: proposed\n'
        )
    }
    content = _assets(hostile)["calendar.ics"].content
    assert not [line for line in content.splitlines() if line.startswith(b"ATTENDEE")]
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_a_title_ends_no_calendar() -> None:
    hostile = {"vision/partners/harbour.yml": "title: 'END:VCALENDAR'\n"}
    found = Calendar.from_ical(_assets(hostile)["partners/harbour.ics"].content)
    assert str(found["x-wr-calname"]) == "Small: END:VCALENDAR"
    assert len(found.walk("VEVENT")) > 5
