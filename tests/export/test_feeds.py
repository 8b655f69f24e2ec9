import json
from collections.abc import Mapping
from datetime import date
from xml.etree import ElementTree as ET

from shared_vision.build import build, work_out
from shared_vision.export.feeds import MOST
from shared_vision.model.settings import Settings
from shared_vision.read import read
from small_vision import SMALL

SITE = Settings(site_url="https://v.example/")
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "]]><script>alert(1)</script>\"'&amp;"
QUOTED = "'" + HOSTILE.replace("'", "''") + "'"
DECISION = "vision/decisions/{name}.yml"
WEIGHED = f"""\
title: {QUOTED}
date: 2026-03-01
status: proposed
context: Calls take long.
options:
  - {{title: More people, valued_for: It helps at once., outcome: rejected}}
  - {{title: Call back, outcome: chosen}}
decision: We call back.
consequences: E-mails wait.
decided_by: northgate
positions:
  - {{partner: northgate, position: consent, on: 2026-03-09}}
tags: [phone]
"""
WHOLE = (
    "Status\nProposed\n\nWhat made it necessary\nCalls take long.\n\n"
    "What we weighed\n• More people (Not chosen) – It helps at once.\n• Call back (Chosen)\n\n"
    "What we propose\nWe call back.\n\nWhat follows from it\nE-mails wait."
)
UPDATE = """\
by: northgate
date: 2026-05-02
goals: [{id: fewer-complaints, note: It works.}]
asks: [Two more people]
"""


def made(changes: Mapping[str, str] | None = None, settings: Settings = SITE) -> dict[str, bytes]:
    texts = {**SMALL, **(changes or {})}
    sources = {
        path: text.encode() for path, text in texts.items() if path.startswith(("vision/", "kpi_data/"))
    }
    site = build(work_out(read(sources), date(2026, 6, 15), settings))
    return {asset.path: asset.content for asset in site.assets if asset.path.startswith("feed.")}


def atom(changes: Mapping[str, str] | None = None, settings: Settings = SITE) -> ET.Element:
    return ET.fromstring(made(changes, settings)["feed.xml"])  # noqa: S314 (our own)


def texts(entry: ET.Element, *names: str) -> list[str | None]:
    return [entry.findtext(ATOM + name) for name in names]


def test_without_an_address_there_are_no_feeds() -> None:
    assert made(settings=Settings()) == {}


def test_atom_tells_the_vision_and_where_the_feed_is() -> None:
    feed = atom()
    assert texts(feed, "id", "title", "subtitle", "updated") == [
        "https://v.example/",
        "Small",
        "Everybody is heard.",
        "2026-02-01T00:00:00Z",
    ]
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": "https://v.example/feed.xml", "alternate": "https://v.example/"}


def test_a_decision_is_told_whole() -> None:
    [entry, _] = atom({DECISION.format(name="weighed"): WEIGHED}).findall(f"{ATOM}entry")
    assert texts(entry, "id", "title", "published", "updated", "summary", "content") == [
        "https://v.example/decisions/weighed/",
        f"Decision: {HOSTILE}",
        "2026-03-01T00:00:00Z",
        "2026-03-09T00:00:00Z",
        "Proposed. We call back.",
        WHOLE,
    ]
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Northgate Council"
    assert [category.get("term") for category in entry.findall(f"{ATOM}category")] == ["phone"]


def test_an_update_is_told_under_its_partners_name() -> None:
    entry = atom({"vision/updates/2026-05-02-northgate.yml": UPDATE}).findall(f"{ATOM}entry")[0]
    assert texts(entry, "id", "title", "summary", "content") == [
        "https://v.example/updates/#u-2026-05-02-northgate",
        "Update: Northgate Council",
        "Fewer complaints: It works.",
        "Fewer complaints: It works.\n\nAsks: Two more people",
    ]


def test_json_feed_tells_the_same() -> None:
    files = {DECISION.format(name="weighed"): WEIGHED, "vision/updates/may.yml": UPDATE}
    feed = json.loads(made(files)["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://v.example/feed.json"
    entries = atom(files).findall(f"{ATOM}entry")
    names = ("id", "title", "summary", "content_text", "date_published", "date_modified")
    told = [[item[name] for name in names] for item in feed["items"]]
    assert told == [
        texts(one, "id", "title", "summary", "content", "published", "updated") for one in entries
    ]


def test_what_lies_ahead_is_not_told() -> None:
    later = WEIGHED.replace("2026-03-01", "2026-06-16")
    assert len(atom({DECISION.format(name="later"): later}).findall(f"{ATOM}entry")) == 1


def test_the_latest_hundred_are_told() -> None:
    many = {DECISION.format(name=f"d{n:03}"): WEIGHED.replace("03-01", "03-02") for n in range(120)}
    found = [entry.findtext(f"{ATOM}id") for entry in atom(many).findall(f"{ATOM}entry")]
    assert len(found) == MOST
    assert found[0] == "https://v.example/decisions/d000/"


def test_a_name_is_the_same_on_every_day_and_follows_the_form_of_addresses() -> None:
    flat = Settings(site_url="https://v.example/fr/", directory_urls=False, language="fr", main="en")
    [entry] = atom(settings=flat).findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == "https://v.example/fr/decisions/call-back.html"
    assert entry.findtext(f"{ATOM}title") == "Décision\N{NO-BREAK SPACE}: Call back the same day"


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    noisy = 'title: "Bell\\u0007 and \\uFFFE end"\ndate: 2026-03-01\nstatus: accepted\n'
    files = {DECISION.format(name="noisy"): noisy}
    assert b"\x07" not in made(files)["feed.xml"]
    atom(files)
