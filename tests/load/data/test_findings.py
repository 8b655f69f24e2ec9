import pytest

from shared_vision.load.data import findings as load_findings
from shared_vision.load.data.findings import Findings


def _numbered(*numbers: int, code: str = "bad-number") -> Findings:
    findings = Findings("kpi_data/x.csv")
    for number in numbers:
        findings.report(number, code, f"Wrong {number}.", "Mend it.")
    return findings


def test_twenty_problems_are_all_shown() -> None:
    assert len(_numbered(*range(20)).problems()) == 20


def test_the_rest_is_counted() -> None:
    *shown, more = _numbered(*range(50)).problems()
    assert len(shown) == 20
    assert str(more) == (
        "kpi_data/x.csv:20:1: error more-problems: And 30 more problems of these kinds in this file. "
        "Mend these first; often one change mends many."
    )


def test_one_problem_too_many_is_counted_too() -> None:
    assert _numbered(*range(21)).problems()[-1].message == "And 1 more problem of these kinds in this file."


def test_every_kind_is_shown_once_at_least() -> None:
    findings = _numbered(*range(50))
    findings.report(60, "bad-date", "No date.", "Write one.")
    assert "bad-date" in {problem.code for problem in findings.problems()}


def test_the_same_problem_is_shown_once_but_counts_for_each_kpi() -> None:
    findings = _numbered(3, 3)
    assert len(findings.problems()) == 1
    assert findings.errors == 2


def test_counting_ends_where_it_is_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load_findings, "MOST_COUNTED", 30)
    findings = _numbered(*range(1000))
    findings.report(2000, "bad-date", "No date.", "Write one.")
    *_, more = findings.problems()
    assert more.message == "And at least 10 more problems of these kinds in this file."
    assert findings.errors == 1001
    assert "bad-date" in {problem.code for problem in findings.problems()}
