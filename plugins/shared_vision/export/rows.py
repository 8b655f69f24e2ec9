"""How a vision is doing, as plain values that JSON can hold."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from shared_vision.export.outlook import effect_rows, forecast_row
from shared_vision.export.records import Row, decision_rows
from shared_vision.export.translations import translations
from shared_vision.model.document import Document
from shared_vision.model.flow import OnTime
from shared_vision.model.measures import GoalMeasure, Measures
from shared_vision.model.reason import Reason
from shared_vision.model.records import Goal, Kpi, Target
from shared_vision.model.trend import Movement, Rank, Slope


def status_rows(document: Document, measures: Measures) -> Row:
    """The state of a vision as of a day: a row for every goal, KPI and decision, in order of id."""
    vision = document.vision
    return {
        "as_of": measures.today.isoformat(),
        "title": vision.title,
        "statement": vision.statement,
        "horizon": _day(vision.horizon),
        "goals": goal_rows(document, measures),
        "kpis": kpi_rows(document, measures),
        "decisions": decision_rows(document),
        "effects": effect_rows(measures.effects),
        **translations(vision, "title", "statement"),
    }


def goal_rows(document: Document, measures: Measures) -> list[Row]:
    """Every goal with how it is doing."""
    return [_goal(goal, measures.goals[goal.id]) for goal in document.goals.values()]


def kpi_rows(document: Document, measures: Measures) -> list[Row]:
    """Every KPI with how it is doing; a figure that is unknown is null, with its reason in `reasons`."""
    goals = _goals_by_kpi(document.goals.values())
    return [
        {
            **_kpi(kpi, measures, goals.get(kpi.id, [])),
            "trend": _trend(measures.trends.get(kpi.id)),
            "forecast": forecast_row(measures.forecasts.get(kpi.id, Reason.NO_DATA)),
        }
        for kpi in document.kpis.values()
    ]


def _goals_by_kpi(goals: Iterable[Goal]) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for goal in goals:
        for link in goal.kpis:
            found[link.id].append(goal.id)
    return found


def _goal(goal: Goal, measure: GoalMeasure) -> Row:
    figures = {"progress": measure.progress, "expected": measure.expected, "score": measure.score}
    return {
        "id": goal.id,
        "title": goal.title,
        "parent": goal.parent,
        "owner": goal.owner,
        "partners": list(goal.partners),
        "due": _day(goal.due),
        "agreement": goal.status.value,
        "status": measure.status.value,
        "reason": _reason(measure.reason),
        "worst": measure.worst.value,
        "coverage": measure.coverage,
        "on_track": measure.on_track,
        "kpis": [link.id for link in goal.kpis],
        "weights": {link.id: link.weight for link in goal.kpis},
        "kpis_below": list(measure.kpis),
        "sensitivity": [{"without": one.without, "status": one.status.value} for one in measure.sensitivity],
        **translations(goal, "title"),
        **_figures(figures),
    }


def _kpi(kpi: Kpi, measures: Measures, goals: list[str]) -> Row:
    measure = measures.kpis[kpi.id]
    figures = {"progress": measure.progress, "expected": measure.expected, "score": measure.score}
    start, latest = measure.start, measure.latest
    return {
        "id": kpi.id,
        "title": kpi.title,
        "unit": kpi.unit,
        "direction": kpi.direction.value,
        "frequency": kpi.frequency.value,
        "owner": kpi.owner,
        "source_key": kpi.source_key,
        "status": measure.status.value,
        "reason": _reason(measure.reason),
        "method": measure.basis.value,
        "fell_back": measure.fell_back,
        "lapsed": measure.lapsed,
        "baseline": None
        if isinstance(start, Reason)
        else {"date": start.date.isoformat(), "value": start.value, "from_data": start.from_data},
        "target": _target(kpi.target),
        "latest": None
        if isinstance(latest, Reason)
        else {
            "start": latest.start.isoformat(),
            "date": latest.end.isoformat(),
            "value": latest.value,
            "provisional": latest.provisional,
        },
        "freshness": None if isinstance(measure.freshness, Reason) else measure.freshness.value,
        "due": None if isinstance(measure.due, Reason) else measure.due.isoformat(),
        "on_time": _on_time(measures.on_time.get(kpi.id)),
        "goals": goals,
        **translations(kpi, "title", "unit"),
        **_figures({**figures, "baseline": start, "latest": latest, "freshness": measure.freshness}, figures),
    }


def _trend(movement: Movement | None) -> Row | None:
    """Where the recent values are going: change per period (a day where values come at no fixed times)."""
    if not movement:
        return None
    trend = movement.trend
    slope = trend.slope if isinstance(trend.slope, Slope) else None
    return {
        "verdict": trend.course.value,
        "since": trend.since.start.isoformat() if trend.since else None,
        "slope": slope and slope.value,
        "low": slope and slope.low,
        "high": slope and slope.high,
        "p": trend.rank.p if isinstance(trend.rank, Rank) else None,
        "points": trend.points,
    }


def _on_time(found: OnTime | Reason | None) -> Row | None:
    if not isinstance(found, OnTime):
        return None
    return {
        "in_time": found.in_time,
        "counted": found.counted,
        "known_from": found.known_from.isoformat(),
    }


def _figures(found: Mapping[str, object], shown: Mapping[str, object] | None = None) -> Row:
    figures: Row = {name: _known(value) for name, value in (shown or found).items()}
    reasons = {name: value.value for name, value in found.items() if isinstance(value, Reason)}
    return {**figures, "reasons": reasons}


def _known(value: object) -> object:
    return None if isinstance(value, Reason) else value


def _reason(reason: Reason | None) -> str | None:
    return reason.value if reason else None


def _target(target: Target | None) -> Row | None:
    if not target:
        return None
    sides = {"value": target.value, "low": target.low, "high": target.high}
    return {
        "date": target.date.isoformat(),
        **{name: side for name, side in sides.items() if side is not None},
    }


def _day(day: object) -> str | None:
    return str(day) if day else None
