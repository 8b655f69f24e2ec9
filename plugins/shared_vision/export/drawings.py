"""The charts as pictures of their own, to put into a report or a slide."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape

from shared_vision.model.chart import Chart, Mark
from shared_vision.model.colour import LIGHT
from shared_vision.model.document import Document
from shared_vision.model.site import Asset
from shared_vision.model.wording import Wording

WIDTH = 900
_EDGE, _LINE, _SIGN, _LONGEST = 24, 20, 8.3, 110
"""The room around it, a line's height, the width of a sign at 13 pixels, the most signs of a line."""
_RULES = {
    "text": "font: 13px Inter, Verdana, 'DejaVu Sans', sans-serif; fill: ink",
    ".sv-chart text": "text-anchor: middle",
    ".sv-chart text[text-anchor=start]": "text-anchor: start",
    ".sv-chart text[text-anchor=end]": "text-anchor: end",
    ".sv-chart path": "fill: none; stroke: line; vector-effect: non-scaling-stroke",
    ".sv-chart .sv-band-area": "fill: accent; fill-opacity: .09; stroke: none",
    ".sv-chart .sv-fan": "fill: ink; fill-opacity: .08; stroke: none",
    ".sv-chart .sv-ahead": "stroke: ink; stroke-width: 1.25px; stroke-dasharray: 5 4",
    ".sv-chart .sv-hairline": "stroke: muted; stroke-opacity: .55",
    ".sv-chart .sv-target-line": "stroke: accent; stroke-width: 1.75px",
    ".sv-chart .sv-expected": "stroke: muted; stroke-dasharray: .1 5; stroke-linecap: round",
    ".sv-chart .sv-curve": "stroke: ink; stroke-width: 2.25px; stroke-linecap: round; stroke-linejoin: round",
    ".sv-chart .sv-lone": "stroke: ink; stroke-width: 5px; stroke-linecap: round",
    ".sv-start-dot, .sv-milestone-dot, .sv-mark-dots": "fill: raised; stroke: muted; stroke-width: 1.5px",
    ".sv-latest-dot": "fill: ink; stroke: raised; stroke-width: 1.5px",
    ".sv-tick, .sv-note, .sv-foot": "fill: muted",
    ".sv-note, .sv-latest-label, .sv-target-label": (
        "paint-order: stroke; stroke: raised; stroke-width: 4px; stroke-linejoin: round"
    ),
    ".sv-latest-label, .sv-mark-number, .sv-target-label, .sv-name": "font-weight: 600",
    ".sv-target-label": "fill: accent",
    ".sv-head": "font: 22px 'Source Serif 4', Charter, Georgia, serif",
    ".sv-narrow, .sv-points": "display: none",
}
_NAMED = re.compile(rf"(?<=: )({'|'.join(LIGHT)})\b")
_STYLE = "".join(
    f"{what} {{ {_NAMED.sub(lambda name: LIGHT[name[0]], looks)} }}\n" for what, looks in _RULES.items()
)
"""What the stylesheet says of a chart, in the colours of paper: other programs know no variables."""


def export_drawings(
    document: Document,
    charts: Mapping[str, Chart],
    headlines: Mapping[str, str],
    today: date,
    wording: Wording,
) -> Iterator[Asset]:
    """`kpis/<id>.svg` for every chart: its headline above, its marks by name below, in light colours."""
    as_of = wording.say("{vision}, as of {day}", vision=document.vision.title, day=wording.day(today))
    for kpi, chart in charts.items():
        lines = (document.kpis[kpi].title, headlines[kpi])
        yield Asset(path=f"kpis/{kpi}.svg", content=_drawing(chart, *lines, as_of, wording).encode())


def _drawing(chart: Chart, title: str, headline: str, as_of: str, wording: Wording) -> str:
    drawing, head = chart.drawing, textwrap.wrap(headline, 74)
    left, right, top = drawing.margins
    chart_top = _EDGE + _LINE + 28 * len(head) + top
    below = chart_top + drawing.height + 32 + _LINE
    foot = below + _LINE * len(chart.marks) + _LINE
    x, plot = _EDGE + left * _SIGN, WIDTH - 2 * _EDGE - (left + right) * _SIGN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{foot + _EDGE}" '
        f'viewBox="0 0 {WIDTH} {foot + _EDGE}"><style>\n{_STYLE}</style>'
        f'<rect width="{WIDTH}" height="{foot + _EDGE}" fill="{LIGHT["raised"]}"/>'
        f"{_text('sv-name', _EDGE + 12, title)}"
        f"{''.join(_text('sv-head', _EDGE + 44 + 28 * at, line) for at, line in enumerate(head))}"
        f'<svg class="sv-chart" x="{x:.0f}" y="{chart_top}" width="{plot:.0f}" height="{drawing.height}" '
        f'overflow="visible">{_stretched(drawing.content)}</svg>'
        f"{''.join(_mark(mark, below + _LINE * at, wording) for at, mark in enumerate(chart.marks))}"
        f"{_text('sv-foot', foot, as_of)}</svg>\n"
    )


def _stretched(inner: str) -> str:
    return inner.replace('width="100%" height="100%">', 'width="100%" height="100%" overflow="visible">', 1)


def _mark(mark: Mark, y: int, wording: Wording) -> str:
    return _text("", y, f"{mark.number}  {mark.title}, {wording.month(mark.date)}")


def _text(classes: str, y: int, text: str) -> str:
    line = escape(textwrap.shorten(text, _LONGEST, placeholder="…"), quote=False)
    return f'<text class="{classes}" x="{_EDGE}" y="{y}">{line}</text>'
