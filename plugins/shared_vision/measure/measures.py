"""How everything in a document is doing as of one day."""

from datetime import date

from shared_vision.measure.concrete import lacking
from shared_vision.measure.embargo import hold_back
from shared_vision.measure.goals import measure_goals
from shared_vision.measure.kpis import measure_kpi
from shared_vision.measure.publish import publish
from shared_vision.model.document import Document
from shared_vision.model.measures import Measures
from shared_vision.model.reason import Reason


def published(document: Document, today: date) -> Document:
    """The document as the public may see it: without embargoed KPIs' numbers, without future values."""
    return hold_back(document, today).with_series(
        {
            id_: publish(kpi, document.series.get(id_, Reason.NO_DATA), today)
            for id_, kpi in document.kpis.items()
        }
    )


def measure(document: Document, today: date) -> Measures:
    """The measures of every KPI and goal."""
    kpis = {
        id_: measure_kpi(kpi, document.series.get(id_, Reason.NO_DATA), today)
        for id_, kpi in document.kpis.items()
    }
    return Measures(
        today=today, kpis=kpis, goals=measure_goals(document.goals, kpis), lacking=lacking(document)
    )
