"""Every KPI in a line of plain text."""

from collections.abc import Iterator

from shared_vision.model.document import Document
from shared_vision.model.measures import KpiMeasure, Measures
from shared_vision.model.names import STATUS
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.series import Point
from shared_vision.model.wording import Wording
from shared_vision.render.attention import by_attention
from shared_vision.render.words import FRESHNESS, REASON

_HEAD = ("KPI", "Status", "Progress", "Expected", "Latest", "As of", "Data", "Title")


def overview(document: Document, measures: Measures, wording: Wording) -> Iterator[tuple[str, ...]]:
    """A heading, then a row of texts for each KPI, what needs attention first."""
    yield _HEAD
    for kpi in by_attention(document.kpis.values(), measures.kpis):
        yield _row(kpi, measures.kpis[kpi.id], wording)


def _row(kpi: Kpi, measure: KpiMeasure, wording: Wording) -> tuple[str, ...]:
    return (
        kpi.id,
        wording.say(STATUS[measure.status]),
        _share(measure.progress, wording),
        _share(measure.expected, wording),
        *_latest(measure.latest, wording),
        wording.say(FRESHNESS[measure.freshness]) if not isinstance(measure.freshness, Reason) else "",
        f"{kpi.title}. {wording.say(REASON[measure.reason])}" if measure.reason else kpi.title,
    )


def _latest(latest: Point | Reason, wording: Wording) -> tuple[str, str]:
    if isinstance(latest, Reason):
        return "", ""
    return wording.number(latest.value), wording.period(latest.start, latest.end)


def _share(value: float | Reason, wording: Wording) -> str:
    return "" if isinstance(value, Reason) else wording.percent(value)
