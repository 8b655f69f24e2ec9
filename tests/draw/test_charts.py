import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from shared_vision.draw.charts import draw_charts
from shared_vision.draw.subject import Subject
from shared_vision.measure.movement import movement_of
from shared_vision.model.chart import Chart
from shared_vision.model.document import Document
from shared_vision.model.measures import Basis, Measures, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Decision, Initiative
from shared_vision.model.series import Point
from shared_vision.model.wording import Wording

Build = Callable[..., Subject]
Gather = Callable[..., tuple[Document, Measures]]
Months = Callable[..., tuple[Point, ...]]

GOLDEN = Path(__file__).parent / "golden"
DECISION = Decision.model_validate(
    {
        "id": "call-back",
        "title": "Offer a same-day call-back & tell <everybody>",
        "date": "2025-08-20",
        "status": "accepted",
        "affects": ["kpis/complaints"],
    }
)
INITIATIVE = Initiative.model_validate(
    {
        "id": "one-desk",
        "title": "One desk",
        "start": "2025-08-25",
        "status": "running",
        "expects": [{"kpi": "complaints", "direction": "decrease"}],
    }
)


def every_svg(chart: Chart) -> Iterator[str]:
    yield chart.svg
    yield from (group.svg for group in chart.groups)


def tree(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own output


def drawn(subject: Subject, document: Gather) -> Chart:
    return draw_charts(*document([subject]), Wording())[subject.kpi.id]


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in tree(svg).iter("text")]


def titles(svg: str) -> list[str]:
    return [element.text or "" for element in tree(svg).iter("title")]


def paths(svg: str, name: str) -> list[str]:
    return [path.attrib["d"] for path in tree(svg).iter("path") if name in path.attrib["class"].split()]


@pytest.mark.parametrize("name", ["complaints", "vacancies", "group"])
def test_chart_is_the_golden_file(
    name: str, document: Gather, subject: Build, band: Subject, broken_down: Subject
) -> None:
    made = document([subject(), band], decisions=[DECISION], initiatives=[INITIATIVE])
    charts = draw_charts(*made, Wording())
    group = draw_charts(*document([broken_down]), Wording())["complaints"].groups[1]
    svg = group.svg if name == "group" else charts[name].svg
    assert _lines(svg) == (GOLDEN / f"{name}.svg").read_text(encoding="utf-8")


def _lines(svg: str) -> str:
    """An element a line, so that a difference shows where it is."""
    return svg.replace("><", ">\n<") + "\n"


def test_bytes_do_not_depend_on_what_else_is_drawn(document: Gather, subject: Build, band: Subject) -> None:
    alone = draw_charts(*document([subject()]), Wording())["complaints"]
    after = draw_charts(*document([band, subject()]), Wording())["complaints"]
    assert alone == after


def test_chart_has_no_colour_no_date_of_making_and_no_style_but_its_room(
    document: Gather, broken_down: Subject
) -> None:
    for svg in every_svg(drawn(broken_down, document)):
        assert not re.search(r"#[0-9a-fA-F]{3}|rgb|\burl\(|fill=|stroke=|http", svg)
        assert re.findall(r'style="([^"]*)"', svg)[0].startswith("--sv-left:")
        assert svg.count("style=") == 1


def test_chart_is_named_and_described(document: Gather, subject: Build) -> None:
    svg = drawn(subject(), document).svg
    root = tree(svg).find("svg")
    assert root is not None
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "sv_complaints_t sv_complaints_d"
    assert "viewBox" not in root.attrib
    assert {element.tag: element.text for element in root if element.get("id")} == {
        "title": "Complaints per 1,000 contacts",
        "desc": (
            "From 42 (Jan\u00a02025) to 30 complaints per 1,000 (Dec\u00a02025); "
            "lowest Dec\u00a02025: 30, highest Mar\u00a02025: 43.5. "
            "Target 20 by Dec\u00a02027. Status: on track."
        ),
    }


def test_ids_are_unique_on_a_page_even_where_kpi_ids_end_in_a_number(
    document: Gather, broken_down: Subject, subject: Build
) -> None:
    charts = draw_charts(*document([broken_down, subject(id="complaints-1")]), Wording())
    page = "".join(svg for chart in charts.values() for svg in every_svg(chart))
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids)) == 8


def test_direct_labels_name_the_latest_value_the_target_and_the_path(
    document: Gather, subject: Build
) -> None:
    assert texts(drawn(subject(), document).svg) == [
        "20",
        "30",
        "40",
        "Jan\u00a02025",
        "Jul\u00a02025",
        "Jan\u00a02026",
        "Jul\u00a02026",
        "Jan\u00a02027",
        "Jul\u00a02027",
        "Dec\u00a02025: 30",
        "Target 20",
        "by Dec\u00a02027",
        "Target 20 by Dec\u00a02027",
        "expected path",
        "Baseline 42",
        "30 by Jun\u00a02026",
    ]


def test_points_name_their_value_the_latest_with_its_unit(document: Gather, subject: Build) -> None:
    found = titles(drawn(subject(), document).svg)
    assert "Jan\u00a02025: 42" in found
    assert "Dec\u00a02025: 30 complaints per 1,000" in found
    assert "Baseline 42 complaints per 1,000 (Jan\u00a02025)" in found
    assert "Milestone: 30 by Jun\u00a02026" in found


def test_unusual_points_say_so(document: Gather, subject: Build, monthly: Months) -> None:
    calm = [30, 31, 29, 30, 31, 29]
    one = subject(monthly([*calm, 60, *calm, 61]))
    document_, measures = document([one])
    trends = {one.kpi.id: movement_of(one.kpi, one.series.points, one.measure)}
    chart = draw_charts(document_, replace(measures, trends=trends), Wording())[one.kpi.id]
    assert [title for title in titles(chart.svg) if "unusual" in title] == [
        "Jul\u00a02025: 60, unusual",
        "Feb\u00a02026: 61 complaints per 1,000, unusual",
    ]


def test_missing_month_breaks_the_line(document: Gather, subject: Build) -> None:
    (line,) = paths(drawn(subject(), document).svg, "sv-curve")
    assert line.count("M") == 2


def test_irregular_kpi_has_no_missing_periods(document: Gather, subject: Build) -> None:
    (line,) = paths(drawn(subject(frequency="irregular"), document).svg, "sv-curve")
    assert line.count("M") == 1


def test_value_alone_between_gaps_is_a_dot(document: Gather, subject: Build, monthly: Months) -> None:
    svg = drawn(subject(monthly([40, 41, None, 39, None, 40, 38])), document).svg
    (lone,) = paths(svg, "sv-lone")
    assert re.fullmatch(r"M[\d.]+ [\d.]+h0", lone)


def test_band_is_an_area_between_two_lines(document: Gather, band: Subject) -> None:
    svg = drawn(band, document).svg
    assert len(paths(svg, "sv-band-area")) == 1
    assert len(paths(svg, "sv-target-line")) == 2
    assert paths(svg, "sv-expected") == []
    assert "Aim: 4 to 6" in texts(svg)


@pytest.mark.parametrize(
    ("ends", "label"), [({"low": 4.0}, "Aim: at least 4"), ({"high": 6.0}, "Aim: at most 6")]
)
def test_band_with_one_end_reaches_the_edge(
    ends: dict[str, float], label: str, document: Gather, subject: Build
) -> None:
    target = {"date": "2026-06-30", **ends}
    svg = drawn(subject(direction="maintain", target=target, basis=Basis.MAINTAIN), document).svg
    assert len(paths(svg, "sv-target-line")) == 1
    assert label in texts(svg)


def test_growth_bends_the_expected_path(document: Gather, subject: Build) -> None:
    (line,) = paths(drawn(subject(basis=Basis.GROWTH), document).svg, "sv-expected")
    assert len(line.split()) == 50


@pytest.mark.parametrize("status", list(Status))
def test_latest_point_carries_the_status(status: Status, document: Gather, subject: Build) -> None:
    assert f'<g class="sv-latest-dot sv-is-{status}">' in drawn(subject(status=status), document).svg


def test_marks_are_numbered_by_date_and_do_not_overlap(document: Gather, subject: Build) -> None:
    made = document([subject()], decisions=[DECISION], initiatives=[INITIATIVE])
    chart = draw_charts(*made, Wording())["complaints"]
    assert [(mark.number, mark.ref) for mark in chart.marks] == [
        (1, "decisions/call-back"),
        (2, "initiatives/one-desk"),
    ]
    circles = [
        (group, circle)
        for group in tree(chart.svg).iter("g")
        if group.get("class") == "sv-mark-dots"
        for circle in group
    ]
    assert [circle.attrib["cy"] for _, circle in circles] == ["-17", "-40"]
    assert titles(chart.svg)[-2:] == [
        "1: Offer a same-day call-back & tell <everybody> (20\u00a0Aug\u00a02025)",
        "2: One desk (25\u00a0Aug\u00a02025)",
    ]


def test_breakdown_keeps_order_names_and_one_scale(document: Gather, broken_down: Subject) -> None:
    first, second = drawn(broken_down, document).groups
    assert [first.name, second.name] == ["Northgate & Sons", "East <Clinic>"]
    assert texts(first.svg) == ["40", "45", "Jan\u00a02025", "May\u00a02025", "38"]
    margins = [re.findall('style="([^"]*)"', chart.svg) for chart in (first, second)]
    assert margins == [["--sv-left:4ch;--sv-right:4ch;--sv-top:12px"]] * 2
    assert texts(second.svg) == ["40", "45", "Jan\u00a02025", "May\u00a02025", "Mar\u00a02025: 40.5"]


def test_of_many_groups_the_nine_worst_are_drawn(document: Gather, subject: Build, monthly: Months) -> None:
    groups = {f"Partner {number}": monthly([number, number + 1]) for number in range(30)}
    chart = drawn(subject(groups=groups), document)
    assert [group.name for group in chart.groups] == list(reversed(groups))[:9]


def test_partners_words_are_escaped_and_cut(document: Gather, subject: Build, monthly: Months) -> None:
    nasty = "</svg><script>alert('$x^2$')</script>\x0b&amp;" + "x" * 5000
    made = subject(title=nasty[:300], unit=nasty, groups={nasty: monthly([1, 2])})
    chart = drawn(made, document)
    for svg in every_svg(chart):
        tree(svg)
        assert "<script" not in svg
        assert len(svg) < 6000
    assert titles(chart.svg)[0].startswith("</svg><script>alert('$x^2$')</script>")


def test_kpi_without_values_has_no_chart(document: Gather, subject: Build) -> None:
    found, measures = document([subject()])
    assert draw_charts(found.with_series({"complaints": Reason.NO_DATA}), measures, Wording()) == {}


def _yearly(values: dict[int, float]) -> tuple[Point, ...]:
    return tuple(
        Point(start=date(year, 1, 1), end=date(year, 12, 31), value=value, line=2)
        for year, value in values.items()
    )


EXTREMES = {
    "tiny": {2020: 1e-12, 2021: 2e-12},
    "subnormal": {2020: 5e-324, 2021: 1e-323},
    "large": {2020: 1e15, 2021: 1e15 + 1},
    "both ends of the numbers": {2020: -1.7976931348623157e308, 2021: 1.7976931348623157e308},
    "largest number only": {2020: 1.7976931348623157e308},
    "lowest number only": {2020: -1.7976931348623157e308},
    "all equal": dict.fromkeys(range(2000, 2020), 42.0),
    "all zero": dict.fromkeys(range(2000, 2020), 0.0),
    "minus zero": {2020: -0.0, 2021: 0.0},
    "one point": {2020: 3.0},
    "neighbouring numbers": {2020: 1.0, 2021: 1.0000000000000002},
    "first and last year": {1: 1.0, 9999: 2.0},
    "first year alone": {1: 1.0},
    "last year alone": {9999: 1.0},
    "after the target": {2040: 3.0, 2041: 4.0},
    "every size": {2020: 1e-300, 2021: 1e300},
}


@pytest.mark.parametrize("frequency", ["yearly", "irregular"])
@pytest.mark.parametrize("target", [None, 20.0, 1e302, -1e302, 0.0])
@pytest.mark.parametrize("values", EXTREMES.values(), ids=EXTREMES)
def test_extreme_values_give_a_finite_chart(
    values: dict[int, float], target: float | None, frequency: str, document: Gather, subject: Build
) -> None:
    made = subject(
        _yearly(values),
        frequency=frequency,
        target=target if target is None else {"date": "2027-12-31", "value": target},
        groups={"All": _yearly(values)},
    )
    for svg in every_svg(drawn(made, document)):
        tree(svg)
        assert not re.search(r"\b(nan|inf|NaN|Infinity)\b", svg)
        assert _off_canvas(svg) == []
        assert max(map(len, texts(svg))) < 40


def _off_canvas(svg: str) -> list[str]:
    """Numbers of a path or circle that lie far outside of the chart."""
    numbers = re.findall(r'(?: d| cx| cy| y)="([^"]*)"', svg)
    found = (number for text in numbers for number in re.findall(r"-?\d[\d.e+-]*", text))
    return [number for number in found if abs(float(number)) > 1010]


@pytest.mark.parametrize("count", [400, 401, 3000, 100_000])
def test_long_series_stays_small_and_keeps_its_extremes(count: int, document: Gather, subject: Build) -> None:
    days = [date(1800, 1, 1) + timedelta(day) for day in range(count)]
    values = [float((day * 7919) % 1000) for day in range(count)]
    values[count // 3], values[count // 2] = 5000.0, -5000.0
    points = tuple(
        Point(start=day, end=day, value=value, line=2) for day, value in zip(days, values, strict=True)
    )
    made = subject(points, frequency="daily", baseline=None, milestones=(), target=None, unit="")
    svg = drawn(made, document).svg
    (line,) = paths(svg, "sv-curve")
    heights = [float(number) for number in line[1:].split()[1::2]]
    assert len(heights) <= 400
    assert (min(heights), max(heights)) == (25.0, 275.0)
    assert svg.count("<circle") <= 121
    assert sum(title.endswith((": 5,000", ": −5,000")) for title in titles(svg)) == 2


def test_series_of_nothing_but_gaps_stays_small(document: Gather, subject: Build) -> None:
    days = [date(1800, 1, 1) + timedelta(2 * day) for day in range(20_000)]
    points = tuple(Point(start=day, end=day, value=float(day.day), line=2) for day in days)
    svg = drawn(subject(points, frequency="daily"), document).svg
    tree(svg)
    assert len(svg) < 30_000
