from collections.abc import Callable, Mapping

import pytest

from shared_vision.build import Results
from shared_vision.model.problem import Place
from shared_vision.render.blocks import render_block

Worked = Callable[..., Results]
PLACE = Place(path="site_src/about.md", line=7)


def _block(results: Results, block: Mapping[str, str], page: str = "about") -> tuple[str, list[str]]:
    parts = (results.document, results.measures, results.charts, results.settings)
    html, problems = render_block(block, *parts, page, PLACE)
    return html, [str(problem) for problem in problems]


@pytest.mark.parametrize("form", ["card", "chart", "progress", "status", "table", "link"])
def test_kpi_is_shown_in_each_form(worked: Worked, form: str) -> None:
    html, problems = _block(worked(), {"kpi": "complaints", "show": form})
    assert problems == []
    assert '<a href="../kpis/complaints/">Complaints</a>' in html


@pytest.mark.parametrize(
    "block",
    [
        {"goal": "fewer-complaints"},
        {"goal": "fewer-complaints", "show": "table"},
        {"decision": "call-back"},
        {"decision": "call-back", "show": "status"},
        {"partner": "northgate"},
        {"partner": "northgate", "show": "link"},
        {"show": "goals"},
        {"show": "attention"},
        {"show": "changelog"},
    ],
    ids=str,
)
def test_records_and_lists_are_shown(worked: Worked, block: Mapping[str, str]) -> None:
    html, problems = _block(worked(), block)
    assert problems == []
    assert html.startswith('<div class="sv sv-block">')


def test_links_are_relative_to_the_page(worked: Worked) -> None:
    html, _ = _block(worked(), {"goal": "fewer-complaints", "show": "link"}, "guide/deep/start")
    assert 'href="../../../goals/fewer-complaints/"' in html


WRONG = {
    "unknown record": (
        {"kpi": "complaint"},
        "error unknown-record: kpi: There is no KPI complaint. Did you mean complaints?",
    ),
    "unknown key": (
        {"kpis": "complaints"},
        "error unknown-key: kpis: A block has no key kpis. Did you mean kpi?",
    ),
    "unknown form": (
        {"kpi": "complaints", "show": "charts"},
        "error unknown-form: show: A KPI cannot be shown as charts. Did you mean chart?",
    ),
    "form of another kind": (
        {"partner": "northgate", "show": "chart"},
        "error unknown-form: show: A partner cannot be shown as chart. Did you mean card?",
    ),
    "unknown list": (
        {"show": "everything"},
        (
            "error unknown-form: show: There is no list everything. "
            "Use one of: goals, attention, changelog. To show a record, name it: kpi: its-id."
        ),
    ),
    "two records": (
        {"kpi": "complaints", "goal": "fewer-complaints"},
        "error two-records: goal: This block names two records. Write a block for each.",
    ),
    "nothing": (
        {},
        (
            "error empty-block: This block does not say what to show. "
            "Name a record, e.g. kpi: complaints-per-1000, or a list, e.g. show: goals."
        ),
    ),
}


@pytest.mark.parametrize(("block", "said"), WRONG.values(), ids=WRONG)
def test_wrong_block_is_a_problem_seen_on_the_page(
    worked: Worked, block: Mapping[str, str], said: str
) -> None:
    html, problems = _block(worked(), block)
    assert problems == [f"site_src/about.md:7: {said}"]
    assert "<code>site_src/about.md:7</code>" in html


def test_wrong_block_is_escaped(worked: Worked) -> None:
    html, _ = _block(worked(), {"kpi": "<img src=x onerror=alert(1)>"})
    assert "<img" not in html
