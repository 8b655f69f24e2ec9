"""Every feed of the example, read by a parser that is not ours."""

import json
from collections.abc import Mapping
from datetime import date

import feedparser
import pytest

from shared_vision.build import build, work_out
from shared_vision.model.settings import Settings
from shared_vision.read import read
from test_example import ROOT, sources

SITE = Settings(site_url="https://v.example/")


def _feeds() -> Mapping[str, bytes]:
    site = build(work_out(read(sources(ROOT)), date(2026, 11, 23), SITE))
    return {one.path: one.content for one in site.assets if one.path.endswith((".xml", ".json"))}


@pytest.fixture(scope="module")
def feeds() -> Mapping[str, bytes]:
    return {path: content for path, content in _feeds().items() if not path.startswith("api/")}


def test_there_is_one_for_all_for_each_goal_and_for_each_partner(feeds: Mapping[str, bytes]) -> None:
    document = read(sources(ROOT))
    names = [
        "feed",
        *(f"goals/{one}" for one in document.goals),
        *(f"partners/{one}" for one in document.partners),
    ]
    assert sorted(feeds) == sorted(f"{name}.{kind}" for name in names for kind in ("xml", "json"))


def test_each_is_sound_and_says_the_same_in_both_forms(feeds: Mapping[str, bytes]) -> None:
    for path, content in feeds.items():
        if path.endswith(".xml"):
            found = feedparser.parse(content)
            assert not found.bozo, (path, found.get("bozo_exception"))
            assert found.version == "atom10"
            told = json.loads(feeds[path.replace(".xml", ".json")])
            assert told["version"] == "https://jsonfeed.org/version/1.1"
            assert [one.id for one in found.entries] == [one["id"] for one in told["items"]]
            assert [one.title for one in found.entries] == [one["title"] for one in told["items"]]
            assert all(one.get("link") and one.get("updated_parsed") for one in found.entries)


def test_ids_are_unique_and_the_same_in_every_build(feeds: Mapping[str, bytes]) -> None:
    again = _feeds()
    for path, content in feeds.items():
        assert again[path] == content
        if path.endswith(".xml"):
            ids = [one.id for one in feedparser.parse(content).entries]
            assert len(set(ids)) == len(ids)
