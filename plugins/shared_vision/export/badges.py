"""Small pictures of how something stands, for other sites to show."""

from collections.abc import Iterator
from html import escape

from shared_vision.model.colour import LIGHT, colour_name
from shared_vision.model.document import Document
from shared_vision.model.measures import GOOD, Measures, Status
from shared_vision.model.names import STATUS
from shared_vision.model.site import Asset
from shared_vision.model.wording import Wording

_LONGEST = 48
_HEIGHT, _ROOM = 22, 8
_SHAPES = {
    Status.ACHIEVED: "M7 1.2l1.7 3.7 4 .5-3 2.7.9 4L7 10l-3.6 2.1.9-4-3-2.7 4-.5z",
    Status.ON_TRACK: "M2 7.5l3.3 3.6L12 3.4",
    Status.AT_RISK: "M7 2l5.5 9.8h-11zM7 5.8v2.9m0 1.6v.2",
    Status.OFF_TRACK: "M3 3l8 8m0-8l-8 8",
    Status.MOVING_AWAY: "M11.5 7H2.2M6 3L2 7l4 4",
    Status.TOO_EARLY: "M7 1.8a5.2 5.2 0 100 10.4A5.2 5.2 0 107 1.8M7 4.4V7l2 1.4",
    Status.UNKNOWN: "M7 1.8a5.2 5.2 0 100 10.4A5.2 5.2 0 107 1.8",
}
"""Lines in a square of 14 by 14, as the chips on the pages have them; a star is filled."""
_NARROW, _WIDE = set("ijlftrI.,:;'|!()[] "), set("mwMW@%…")


def export_badges(document: Document, measures: Measures, wording: Wording) -> Iterator[Asset]:
    """`badges/<kpi>.svg`, `badges/goals/<goal>.svg` and, unless a KPI is called so, `badges/vision.svg`."""
    for kpi in document.kpis.values():
        badge = _status_badge(kpi.title, measures.kpis[kpi.id].status, wording)
        yield Asset(path=f"badges/{kpi.id}.svg", content=badge)
    for goal in document.goals.values():
        badge = _status_badge(goal.title, measures.goals[goal.id].status, wording)
        yield Asset(path=f"badges/goals/{goal.id}.svg", content=badge)
    if "vision" not in document.kpis:
        yield Asset(path="badges/vision.svg", content=_vision_badge(document, measures, wording))


def _status_badge(title: str, status: Status, wording: Wording) -> bytes:
    return _badge(title, wording.say(STATUS[status]), status)


def _vision_badge(document: Document, measures: Measures, wording: Wording) -> bytes:
    found = [measure.status for measure in measures.kpis.values()]
    good = sum(status in GOOD for status in found)
    said = wording.plural(
        "{good} of {number} KPI on track", "{good} of {number} KPIs on track", len(found), good=good
    )
    return _badge(
        document.vision.title, said, Status.ON_TRACK if 2 * good >= len(found) > 0 else Status.UNKNOWN
    )


def _badge(title: str, said: str, status: Status) -> bytes:
    """Title on the left, shape and words on the right; `textLength` fits both to any font."""
    label = _short(title)
    left, right = _width(label), _width(said)
    edge = left + 2 * _ROOM
    width = edge + right + 14 + 3 * _ROOM - 3
    colour, shape = LIGHT[colour_name(status)], _SHAPES[status]
    fill = "#fff" if status is Status.ACHIEVED else "none"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{_HEIGHT}" role="img" '
        f'aria-label="{escape(title)}: {escape(said)}"><title>{escape(title)}: {escape(said)}</title>'
        f'<clipPath id="r"><rect width="{width}" height="{_HEIGHT}" rx="5"/></clipPath>'
        f'<g clip-path="url(#r)"><rect width="{edge}" height="{_HEIGHT}" fill="{LIGHT["ink"]}"/>'
        f'<rect x="{edge}" width="{width - edge}" height="{_HEIGHT}" fill="{colour}"/></g>'
        f'<path transform="translate({edge + _ROOM - 1} 4)" d="{shape}" fill="{fill}" stroke="#fff" '
        'stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>'
        '<g fill="#fff" font-family="Inter,Verdana,DejaVu Sans,sans-serif" font-size="12">'
        f'<text x="{_ROOM}" y="15" textLength="{left}">{escape(label)}</text>'
        f'<text x="{edge + 14 + 2 * _ROOM - 3}" y="15" textLength="{right}" font-weight="600">'
        f"{escape(said)}</text></g></svg>\n"
    ).encode()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _width(text: str) -> int:
    """About how wide a text is at 12 pixels."""
    return round(sum(4.0 if sign in _NARROW else 10.0 if sign in _WIDE else 7.0 for sign in text))
