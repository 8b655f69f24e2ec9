"""Canada's published results, recomputed from the raw data behind them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared_vision.importers.imported import Imported
from shared_vision.importers.open_sdg import import_open_sdg
from shared_vision.measure.measures import measure
from shared_vision.model.document import Document
from shared_vision.model.measures import Measures
from shared_vision.model.problem import Severity
from shared_vision.read import read

ROOT = Path(__file__).parents[1] / "../shared/data/canada-sdg"
pytestmark = pytest.mark.skipif(
    not ROOT.is_dir(), reason="Canada's data are not in ../shared/data/canada-sdg"
)

STATUS = {
    "not_available": "unknown",
    "target_achieved": "achieved",
    "substantial_progress": "on-track",
    "moderate_progress": "at-risk",
    "limited_progress": "off-track",
    "deterioration": "moving-away",
}
OTHER_STATUS = {
    "2-4-1 / Current score": (
        "unknown",
        "The configuration names a series Current score; the data have Current status score.",
    ),
    "8-5-1": ("not imported", "Its data file could not be had."),
}
"""Series whose status is not the published one, and why."""

OTHER_SCORE = {
    "2-4-1": "As for its status.",
    "3-3-1": "Its target is 0, which no rate of growth reaches: linear, so no score. Published with 0.001.",
    "8-5-1": "As for its status.",
}
"""Indicators whose score is not the published one, and why."""

BARE = {"1-4-2", "10-7-4", "11-3-1"}
"""Indicators whose data are about places or countries of origin, none for Canada as a whole."""
EMPTY = {"1-2-2", "1-5-4", "11-b-2", "12-4-1", "13-1-3"}
"""Indicators whose data files have no value at all."""


@cache
def imported(*languages: str) -> Imported:
    paths = sorted(path for path in ROOT.rglob("*") if path.is_file())
    return import_open_sdg(
        {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}, *languages
    )


@cache
def document(language: str = "en") -> Document:
    return read(imported(language).files)


@cache
def measures() -> Measures:
    return measure(document(), date(2026, 3, 10))


@cache
def published() -> Mapping[str, Any]:
    text = (ROOT / "indicator_calculation_components.yml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def published_series() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The series with a base and a current value; four more have neither."""
    for indicator in published().values():
        for key, series in indicator.items():
            if isinstance(series, dict) and series["base_value"] is not None:
                yield key, series


def found_status(key: str) -> str:
    ids = [kpi.id for kpi in document().kpis.values() if kpi.source_key == key]
    return measures().kpis[ids[0]].status.value if ids else "not imported"


def test_every_goal_target_and_indicator_with_data_arrives() -> None:
    tree = document()
    goals = [goal for goal in tree.goals.values() if goal.parent is None]
    targets = [goal for goal in tree.goals.values() if goal.parent and "-" not in goal.parent]
    assert (len(goals), len(targets)) == (17, 169)
    with_data = {path.stem.removeprefix("indicator_") for path in ROOT.glob("data/indicator_*.csv")}
    arrived = {kpi.partition("--")[0] for kpi in tree.kpis} | {goal for goal in tree.goals if goal in BARE}
    assert len(with_data) == 167
    assert with_data - arrived == EMPTY
    assert arrived <= with_data


def test_the_vision_has_no_errors_in_either_language() -> None:
    for language in ("en", "fr"):
        problems = Counter((problem.severity, problem.code) for problem in document(language).problems)
        assert problems == {(Severity.WARNING, "no-data"): 5}


def test_titles_are_in_the_chosen_language() -> None:
    assert document("en").goals["1"].title == "No poverty"
    assert document("fr").goals["1"].title == "Pas de pauvreté"
    name = "1-3-1--older-persons-receiving-a-pension"
    assert document("en").kpis[name].title == "Proportion of older persons receiving a pension"
    assert document("fr").kpis[name].title == "Proportion de personnes plus âgées recevant une pension"
    assert document("fr").kpis.keys() == document("en").kpis.keys()


def test_both_languages_are_in_one_vision() -> None:
    both = imported("en", "fr")
    for language in ("en", "fr"):
        found, alone = read(both.files, language), document(language)
        assert {problem.code for problem in found.problems} == {"no-data"}
        assert {goal.id: goal.title for goal in found.goals.values()} == {
            goal.id: goal.title for goal in alone.goals.values()
        }
        assert {kpi.id: (kpi.title, kpi.unit) for kpi in found.kpis.values()} == {
            kpi.id: (kpi.title, kpi.unit) for kpi in alone.kpis.values()
        }


def test_every_published_series_has_its_key_but_the_one_without_a_file() -> None:
    ours = Counter(kpi.source_key for kpi in document().kpis.values() if kpi.source_key)
    theirs = {
        key for indicator in published().values() for key in indicator if isinstance(indicator[key], dict)
    }
    assert theirs - ours.keys() == {"8-5-1"}
    assert max(ours.values()) == 1


def test_the_status_of_each_series_is_the_published_one() -> None:
    series = dict(published_series())
    wrong = {key: found_status(key) for key in series if found_status(key) != STATUS[series[key]["status"]]}
    assert len(series) == 243
    assert wrong == {key: status for key, (status, _) in OTHER_STATUS.items()}


def test_series_that_were_published_without_values_are_unknown() -> None:
    keys = {
        key for indicator in published().values() for key in indicator if isinstance(indicator[key], dict)
    }
    without = keys - dict(published_series()).keys()
    assert {found_status(key) for key in without} == {"unknown"}
    assert len(without) == 4


def test_the_start_and_the_latest_value_of_each_series_are_the_published_ones() -> None:
    kpis = {kpi.source_key: measures().kpis[kpi.id] for kpi in document().kpis.values()}
    checked = 0
    for key, series in published_series():
        if key in OTHER_STATUS:
            continue
        start, latest = kpis[key].start, kpis[key].latest
        assert not isinstance(start, str), key
        assert not isinstance(latest, str), key
        assert latest.value == pytest.approx(series["current_value"]), key
        assert (start.date.year, latest.end.year) == (series["base_year"], series["current_year"]), key
        if series["base_value"] != 0.001:  # the publisher's stand-in for zero
            assert start.value == pytest.approx(series["base_value"]), key
        checked += 1
    assert checked == 241


def test_the_score_of_each_indicator_is_the_published_one() -> None:
    """The scores beside the components; those of indicator_scores.yml are older."""
    scores = {name: found["score"] for name, found in published().items() if found["score"] is not None}
    wrong = set()
    for name, score in scores.items():
        found = measures().goals.get(name) or measures().kpis.get(name)
        if found is None or found.score != pytest.approx(score, abs=1e-4):
            wrong.add(name)
    assert len(scores) == 116
    assert wrong == OTHER_SCORE.keys()


def test_the_older_file_of_scores_does_not_follow_from_the_components() -> None:
    older = yaml.safe_load((ROOT / "indicator_scores.yml").read_text(encoding="utf-8"))
    both = [
        name for name, score in older.items() if score is not None and published()[name]["score"] is not None
    ]
    same = [name for name in both if older[name] == pytest.approx(published()[name]["score"])]
    assert (len(both), len(same)) == (50, 13)


def test_a_group_is_a_goal_whose_score_counts_once() -> None:
    goals = document().goals
    assert goals["9-c-1--group-1"].title == "Long-Term Evolution (LTE), Long-Term Evolution - A (LTE-A)"
    assert goals["1-4-1--group-2"].title == "Access to basic education – Total"
    assert [(link.id[-11:], link.weight) for link in goals["1-4-1--group-2"].kpis] == [
        ("n-and-young", 2.0),
        ("-in-reading", 1.0),
        ("mathematics", 1.0),
    ]
    assert goals["4-5-1--group-1-1"].title == "Adjusted gender parity index"
    assert goals["4-5-1--group-1-1"].parent == "4-5-1--group-1"


def test_an_indicator_that_its_owner_does_not_judge_has_no_status() -> None:
    unjudged = [kpi for kpi in document().kpis.values() if kpi.baseline is None]
    assert {measures().kpis[kpi.id].status.value for kpi in unjudged} == {"unknown"}
    assert document().kpis["16-9-1"].tags == ("16.9.1", "progress_status: target_achieved")


def test_what_was_left_out_has_a_reason() -> None:
    left = imported().left_out
    assert all(item.reason.endswith(".") for item in left)
    no_file = [item for item in left if item.what == "the indicator"]
    assert len(no_file) == 251 - 167
    said = {item.path: item.reason for item in left if item.what == "data"}
    assert (
        said["data/indicator_11-3-1.csv"]
        == "The data have several values of Geography and none for the whole."
    )
    assert said["data/indicator_1-2-2.csv"] == "The data have no values for it."
    assert sum(item.what == "mended cells" for item in left) == 16
