import json
from dataclasses import replace
from datetime import date

import pytest

from shared_vision.build import Results, work_out
from shared_vision.export.api import export_api, status_json
from shared_vision.measure.movement import movement_of
from shared_vision.model.settings import Settings
from shared_vision.read import read
from small_vision import SMALL
from some_points import in_a_row


@pytest.fixture
def results() -> Results:
    extra = {
        "vision/kpis/calls.yml": "title: Calls\ndirection: decrease\nsource_key: '7-1'\n",
        "vision/partners/northgate.yml": "title: Northgate\ndomains: [secret.example]\n",
    }
    texts = {
        path: text for path, text in {**SMALL, **extra}.items() if path.startswith(("vision/", "kpi_data/"))
    }
    document = read({path: text.encode() for path, text in texts.items()})
    return work_out(document, date(2026, 6, 15), Settings())


def test_every_kind_has_a_file(results: Results) -> None:
    assets = export_api(results.document, results.measures)
    assert [asset.path for asset in assets] == [
        "api/v1/vision.json",
        "api/v1/goals.json",
        "api/v1/kpis.json",
        "api/v1/decisions.json",
        "api/v1/initiatives.json",
        "api/v1/partners.json",
        "api/v1/effects.json",
        "api/v1/ideas.json",
        "api/v1/todo.json",
        "api/v1/partnership.json",
        "api/v1/surveys.json",
    ]
    assert all(json.loads(asset.content)["as_of"] == "2026-06-15" for asset in assets)


def test_kpi_row_holds_its_state(results: Results) -> None:
    _, complaints = json.loads(status_json(results.document, results.measures))["kpis"]
    expected = complaints.pop("expected")
    assert expected == pytest.approx(0.414, abs=0.001)
    assert complaints == {
        "forecast": {"reason": "too-few"},
        "baseline": {"date": "2025-12-31", "from_data": False, "value": 40.0},
        "direction": "decrease",
        "due": "2026-07-07",
        "fell_back": False,
        "frequency": "monthly",
        "freshness": "fresh",
        "goals": ["fewer-complaints"],
        "id": "complaints",
        "lapsed": False,
        "latest": {"date": "2026-05-31", "start": "2026-05-01", "value": 30.0, "provisional": False},
        "method": "linear",
        "on_time": None,
        "owner": None,
        "progress": 0.5,
        "reason": None,
        "reasons": {"score": "not-defined"},
        "score": None,
        "source_key": "",
        "status": "on-track",
        "target": {"date": "2026-12-31", "value": 20.0},
        "title": "Complaints",
        "trend": {
            "verdict": "none",
            "since": None,
            "slope": None,
            "low": None,
            "high": None,
            "p": None,
            "points": 2,
        },
        "unit": "a month",
    }


def test_what_is_unknown_is_null_with_its_reason(results: Results) -> None:
    calls, _ = json.loads(status_json(results.document, results.measures))["kpis"]
    assert (calls["status"], calls["reason"], calls["source_key"]) == ("unknown", "no-data", "7-1")
    assert (calls["latest"], calls["progress"], calls["baseline"]) == (None, None, None)
    assert calls["reasons"]["latest"] == "no-data"


def test_goals_and_decisions_hold_theirs(results: Results) -> None:
    whole = json.loads(status_json(results.document, results.measures))
    assert whole["goals"][0]["kpis"] == ["complaints"]
    assert whole["goals"][0]["weights"] == {"complaints": 1.0}
    assert (whole["goals"][0]["status"], whole["goals"][0]["progress"]) == ("on-track", 0.5)
    assert whole["decisions"][0]["affects"] == ["goals/fewer-complaints"]
    assert whole["decisions"][0]["status"] == "accepted"


def test_mail_domains_of_partners_stay_private(results: Results) -> None:
    assets = export_api(results.document, results.measures)
    assert not any(b"secret.example" in asset.content for asset in assets)


def test_keys_are_in_order(results: Results) -> None:
    text = status_json(results.document, results.measures)
    assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def test_kpi_row_tells_where_the_values_are_going(results: Results) -> None:
    points = in_a_row([30.0 - place for place in range(10)], first=date(2025, 8, 1))
    kpi = results.document.kpis["complaints"]
    movement = movement_of(kpi, points, results.measures.kpis["complaints"])
    measures = replace(results.measures, trends={"complaints": movement})
    calls, complaints = json.loads(status_json(results.document, measures))["kpis"]
    assert calls["trend"] is None
    assert complaints["trend"] == {
        "verdict": "better",
        "since": "2025-08-01",
        "slope": -1.0,
        "low": -1.0,
        "high": -1.0,
        "p": pytest.approx(2 / 3628800),
        "points": 10,
    }
