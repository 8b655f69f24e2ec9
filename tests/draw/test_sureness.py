import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest

from shared_vision.draw.sureness import HEIGHT, draw_confidences
from shared_vision.model.rhythm import Confidence
from shared_vision.model.wording import Wording

TODAY = date(2026, 11, 23)
FELL = Confidence(
    course=(
        (date(2025, 10, 1), 4.0),
        (date(2026, 1, 31), 6.0),
        (date(2026, 7, 17), 8.0),
        (date(2026, 10, 16), 6.5),
        (date(2026, 11, 13), 5.5),
    ),
    speakers=2,
    before=8.0,
    since=5.5,
    fallen=1,
)


def drawn(confidence: Confidence, today: date = TODAY) -> str:
    return draw_confidences({"a-goal": confidence}, today, Wording())["a-goal"].svg


def texts(svg: str, classes: str) -> list[str]:
    return re.findall(rf'<text class="{classes}"[^>]*>([^<]*)<', svg)


def test_what_it_was_and_what_it_is_are_named() -> None:
    svg = drawn(FELL)
    assert texts(svg, "sv-latest-label") == ["8.0", "5.5"]
    assert "From 4.0 of 10 on 1\u00a0Oct\u00a02025 to 5.5 of 10 on 13\u00a0Nov\u00a02026." in svg


def test_a_fall_is_marked_with_how_far() -> None:
    svg = drawn(FELL)
    assert "−2.5" in texts(svg, "sv-tick")
    assert svg.count('class="sv-ahead"') == 1
    steady = Confidence(course=FELL.course[:3], speakers=2, before=8.0, since=8.0)
    assert "sv-ahead" not in drawn(steady)


def test_the_fall_goes_from_what_was_then_to_what_is_now() -> None:
    svg = drawn(FELL)
    places = [float(number) for number in re.findall(r"[\d.]+", _path(svg, "sv-ahead"))]
    heights = places[1::2]
    assert places[0] == pytest.approx((date(2026, 7, 17) - date(2025, 12, 1)).days / 364 * 1000, abs=0.1)
    assert heights == pytest.approx([_height(8.0), _height(8.0), _height(5.5)], abs=0.1)


def test_the_axis_is_the_last_twelve_months_whatever_was_told() -> None:
    ticks = [text for text in texts(drawn(FELL), "sv-tick(?: sv-minor)?") if "20" in text]
    assert ticks == [f"{month}\u00a02026" for month in ("Jan", "Mar", "May", "Jul", "Sep", "Nov")]


def test_a_line_from_before_begins_at_the_edge_without_a_dot() -> None:
    svg = drawn(FELL)
    share = (date(2025, 12, 1) - date(2025, 10, 1)) / (date(2026, 1, 31) - date(2025, 10, 1))
    x, y, *_ = re.findall(r"[\d.]+", _path(svg, "sv-curve"))
    assert [float(x), float(y)] == pytest.approx([0, _height(4 + 2 * share)], abs=0.1)
    assert svg.count("<circle") == 4
    assert "1\u00a0Dec\u00a02025" not in svg


def test_dots_between_are_seen_only_when_pointed_at() -> None:
    svg = drawn(FELL)
    dots = re.findall(r'<g class="([^"]+)">(.*?)</g>', svg)
    assert [(classes, many.count("<circle")) for classes, many in dots] == [
        ("sv-points", 2),
        ("sv-milestone-dot", 1),
        ("sv-latest-dot", 1),
    ]
    assert "<title>16\u00a0Oct\u00a02026: 6.5 of 10</title>" in svg


def test_a_figure_that_no_point_says_is_not_marked() -> None:
    svg = drawn(Confidence(course=FELL.course, speakers=2, before=7.0, since=4.5, fallen=1))
    assert texts(svg, "sv-latest-label") == ["5.5"]
    assert "sv-ahead" not in svg


def test_one_day_alone_makes_no_chart() -> None:
    alone = Confidence(course=FELL.course[:1], speakers=1)
    assert draw_confidences({"a-goal": alone}, TODAY, Wording()) == {}


@pytest.mark.parametrize("today", [date(2026, 11, 30), date(2026, 12, 1), date(2024, 2, 29)])
def test_a_chart_is_whole_on_any_day(today: date) -> None:
    course = ((date(today.year - 1, 6, 1), 10.0), (today, 0.0))
    svg = drawn(Confidence(course=course, speakers=1, before=10.0, since=0.0, fallen=1), today)
    ET.fromstring(svg)  # noqa: S314 - our own
    assert "NaN" not in svg


def _path(svg: str, classes: str) -> str:
    found = re.search(rf'<path class="{classes}" d="([^"]+)"', svg)
    assert found
    return found[1]


def _height(sure: float) -> float:
    return (10.4 - sure) / 10.8 * HEIGHT
