from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared_vision.join.assemble import assemble
from shared_vision.join.circles import circles
from shared_vision.load.record.records import load_records
from shared_vision.model.document import Document
from shared_vision.model.fields import KINDS
from shared_vision.model.problem import Place, Problem
from shared_vision.model.reason import Reason
from shared_vision.model.records import Method, Milestone, Target
from shared_vision.model.references import references
from shared_vision.model.series import Series

END = date(2027, 12, 31)
CASES = Path(__file__).parents[1] / "cases"
KPI = "title: Complaints\ndirection: {}\ntarget: {}\n"


def _document(files: dict[str, str | None]) -> Document:
    texts = {"vision/vision.yml": "title: One front door\n", **files}
    return assemble(
        load_records({path: text.encode() for path, text in texts.items() if text is not None}), {}, ()
    )


def _target(direction: str, target: str) -> Target | None:
    return _document({"vision/kpis/k.yml": KPI.format(direction, target)}).kpis["k"].target


@pytest.mark.parametrize("path", sorted(CASES.rglob("*.yml")), ids=lambda path: path.stem)
def test_whatever_the_files_say_every_reference_in_the_document_holds(path: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    document = _document(case.get("files", {}))
    records = {kind: getattr(document, kind) for kind in KINDS}
    everything = (document.vision, *(record for found in records.values() for record in found.values()))
    assert all(
        found.id in records[found.kind] for record in everything for found in references(record.kind, record)
    )
    assert not list(circles({goal.id: (goal.parent,) for goal in document.goals.values() if goal.parent}))
    assert not list(circles({name: one.supersedes for name, one in document.decisions.items()}))
    assert set(document.series) == set(document.kpis)


def test_nothing_points_to_an_idea_that_is_of_nobody() -> None:
    idea = "title: Evenings\nby: nobody\ndate: 2026-01-01\n"
    decision = "title: Open\ndate: 2026-01-02\nstatus: accepted\naffects: [ideas/evenings, vision/vision]\n"
    found = _document({"vision/ideas/evenings.yml": idea, "vision/decisions/open.yml": decision})
    assert not found.ideas
    assert found.decisions["open"].affects == ("vision/vision",)


def test_records_have_their_paths() -> None:
    assert _document({"vision/goals/fewer.yml": "title: Fewer\n"}).paths == {
        "vision/vision": "vision/vision.yml",
        "goals/fewer": "vision/goals/fewer.yml",
    }


def test_without_a_vision_the_rest_still_builds() -> None:
    document = _document({"vision/vision.yml": None, "vision/goals/fewer.yml": "title: Fewer\n"})
    assert document.vision.title == "Shared vision"
    assert list(document.goals) == ["fewer"]


def test_a_broken_vision_is_a_broken_record() -> None:
    document = _document({"vision/vision.yml": "titel: x\n"})
    assert document.vision.title == "Shared vision"
    assert [(broken.kind, broken.id) for broken in document.broken] == [("vision", "vision")]
    assert [problem.code for problem in document.problems] == ["unknown-key"]


def test_values_are_joined_to_their_kpis() -> None:
    sources = {f"vision/kpis/{name}.yml": b"title: x\ndirection: increase\n" for name in ("a", "b")}
    series = Series(file="kpi_data/a.csv", points=())
    document = assemble(load_records(sources), {"a": series, "unknown": Reason.BAD_DATA}, ())
    assert document.series == {"a": series, "b": Reason.NO_DATA}


def test_problems_of_all_stages_come_in_order() -> None:
    late = Problem(place=Place(path="kpi_data/x.csv", line=2), code="x", message="x", remedy="x")
    document = assemble(
        load_records({"vision/goals/b.yml": b"", "vision/goals/a.yml": b"title: x\nowner: y"}), {}, [late]
    )
    assert [problem.place.path for problem in document.problems] == [
        "kpi_data/x.csv",
        "vision/goals/a.yml",
        "vision/goals/b.yml",
        "vision/vision.yml",
    ]


def test_a_circle_is_opened_at_the_link_that_closes_it() -> None:
    document = _document(
        {f"vision/goals/{name}.yml": f"title: x\nparent: {up}\n" for name, up in ("ab", "bc", "ca")}
    )
    assert [goal.parent for goal in document.goals.values()] == ["b", "c", None]


@pytest.mark.parametrize(
    ("direction", "target", "left"),
    [
        ("decrease", "{date: 2027-12-31, low: 4}", None),
        ("decrease", "{date: 2027-12-31, value: 5, low: 4}", Target.model_construct(date=END, value=5.0)),
        ("maintain", "{date: 2027-12-31, value: 5}", None),
        ("maintain", "{date: 2027-12-31, value: 5, low: 4}", Target.model_construct(date=END, low=4.0)),
        ("maintain", "{date: 2027-12-31, low: 5, high: 4}", None),
        (
            "maintain",
            "{date: 2027-12-31, low: 4, high: 5}",
            Target.model_construct(date=END, low=4.0, high=5.0),
        ),
    ],
)
def test_a_target_keeps_what_fits_its_direction(direction: str, target: str, left: Target | None) -> None:
    assert _target(direction, target) == left


def test_milestones_are_put_in_order_and_those_off_the_way_left_out() -> None:
    text = KPI.format("decrease", "{date: 2027-12-31, value: 5}") + (
        "milestones:\n  - {date: 2027-01-01, value: 6}\n  - {date: 2026-01-01, value: 7}\n"
        "  - {date: 2026-01-01, value: 9}\n  - {date: 2028-01-01, value: 8}\n"
    )
    assert _document({"vision/kpis/k.yml": text}).kpis["k"].milestones == (
        Milestone.model_construct(date=date(2026, 1, 1), value=7.0),
        Milestone.model_construct(date=date(2027, 1, 1), value=6.0),
    )


def test_growth_is_not_asked_of_what_should_stay() -> None:
    text = KPI.format("maintain", "{date: 2027-12-31, low: 5}") + "method: growth\n"
    assert _document({"vision/kpis/k.yml": text}).kpis["k"].method is Method.LINEAR


def test_an_end_before_the_start_is_left_out() -> None:
    text = "title: x\nstart: 2025-09-01\nend: 2025-03-31\n"
    assert _document({"vision/initiatives/i.yml": text}).initiatives["i"].end is None


def test_of_one_file_the_first_hundred_problems_are_listed() -> None:
    keys = "".join(f"key{number}: x\n" for number in range(9_000))
    links = ", ".join(f"x{number}" for number in range(9_000))
    document = _document(
        {"vision/goals/a.yml": f"title: x\n{keys}", "vision/goals/b.yml": f"title: x\nkpis: [{links}]\n"}
    )
    assert len(document.problems) == 202
    assert str(document.problems[100]) == (
        "vision/goals/a.yml: error more-problems: The file has more than 100 problems. "
        "Mend those above first, then check again."
    )
    assert document.goals["b"].kpis == ()


def test_a_broken_record_has_the_problems_of_its_references_too() -> None:
    document = _document({"vision/goals/fewer.yml": "title: Fewer\ndue: soon\nowner: nobody\n"})
    assert [problem.code for problem in document.broken[0].problems] == ["bad-date", "unknown-reference"]
    assert document.problems == document.broken[0].problems
