"""How everything in a document is doing as of one day."""

from dataclasses import replace
from datetime import date

from shared_vision.measure.computed import with_computed
from shared_vision.measure.concrete import lacking
from shared_vision.measure.confidence import confidences
from shared_vision.measure.disclosed import disclosed
from shared_vision.measure.effects import effects_of
from shared_vision.measure.embargo import hold_back
from shared_vision.measure.forecast import forecast_all
from shared_vision.measure.goals import measure_goals
from shared_vision.measure.health import figures
from shared_vision.measure.heard import brought, hearings
from shared_vision.measure.kpis import measure_kpi
from shared_vision.measure.movement import movements
from shared_vision.measure.owed import owed, vision_review
from shared_vision.measure.publish import publish
from shared_vision.measure.rhythm import next_days, rhythms
from shared_vision.measure.rows import rows_of
from shared_vision.measure.surveys import surveyed
from shared_vision.model.changes import NOTHING_KNOWN, History
from shared_vision.model.document import Document
from shared_vision.model.ideas import told_by
from shared_vision.model.measures import Measures
from shared_vision.model.reason import Reason
from shared_vision.model.references import closed
from shared_vision.model.series import Series

CHECK_INS = 6
"""So many of the next days on which updates are due are told."""


def published(document: Document, today: date, history: History = NOTHING_KNOWN) -> Document:
    """The document as the public may see it, with the values of the KPIs that are computed from it.

    It has no numbers of embargoed KPIs, no values of the future, and of surveys only what may be seen.
    """
    public = hold_back(replace(document, answers=disclosed(document, today)), today)
    series = {
        id_: publish(kpi, public.series.get(id_, Reason.NO_DATA), today) for id_, kpi in public.kpis.items()
    }
    return with_computed(public.with_series(series), today, history)


def guessed(document: Document, day: date) -> Document:
    """What was known on an earlier day, by the days that today's records and values name.

    Each value is taken as known from the end of its period on: when it came in is not known here.
    What points to something later is known without that.
    """
    ideas = {idea.id: idea for idea in told_by(document, day)}
    known = replace(
        document.with_series({kpi: _until(found, day) for kpi, found in document.series.items()}),
        ideas=ideas,
        decisions={name: one for name, one in document.decisions.items() if one.date <= day},
        updates={name: one for name, one in document.updates.items() if one.date <= day},
    )
    return closed(known)


def _until(series: Series | Reason, day: date) -> Series | Reason:
    if isinstance(series, Reason):
        return series
    points = tuple(point for point in series.points if point.end <= day)
    return replace(series, points=points) if points else Reason.NO_DATA


def measure(document: Document, today: date) -> Measures:
    """The measures of every KPI and goal."""
    kpis = {
        id_: measure_kpi(kpi, document.series.get(id_, Reason.NO_DATA), today)
        for id_, kpi in document.kpis.items()
    }
    goals = measure_goals(document.goals, kpis)
    return Measures(today=today, kpis=kpis, goals=goals, lacking=lacking(document))


def with_partners(document: Document, measures: Measures, history: History = NOTHING_KNOWN) -> Measures:
    """The same with what partners brought, how they keep in touch, and what is asked of them.

    Who agreed to what and how the data came in are to be there already.
    """
    heard = replace(
        measures,
        heard=hearings(document, measures.today),
        brought=brought(document, measures.today),
        rhythms=rhythms(document, measures.today),
        confidences=confidences(document, measures.today),
        surveys=surveyed(document),
        check_ins=next_days(document, measures.today, CHECK_INS),
        vision_review=vision_review(document, history, measures.today),
    )
    return replace(heard, figures=figures(document, heard), owed=owed(document, heard))


def with_outlook(document: Document, measures: Measures) -> Measures:
    """The same with what is signal in every KPI, what to expect of it, and what came of each action."""
    rows = rows_of(document)
    return replace(
        measures,
        trends=movements(document, measures.kpis),
        forecasts=forecast_all(rows),
        effects=effects_of(document, rows, measures.today),
    )
