"""A chart for every KPI that has values."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from shared_vision.draw.marks import Action, actions_by_kpi, choose_marks
from shared_vision.draw.multiples import HEIGHT as SMALL_HEIGHT
from shared_vision.draw.multiples import draw_multiples
from shared_vision.draw.portrait import HEIGHT, draw_portrait
from shared_vision.draw.stage import Stage
from shared_vision.draw.subject import Subject
from shared_vision.model.chart import Chart
from shared_vision.model.document import Document
from shared_vision.model.effect import Verdict
from shared_vision.model.forecast import Forecast
from shared_vision.model.measures import Measures
from shared_vision.model.reason import Reason
from shared_vision.model.series import Point, Series
from shared_vision.model.trend import Movement
from shared_vision.model.wording import Wording


def draw_charts(document: Document, measures: Measures, wording: Wording) -> dict[str, Chart]:
    """The chart of every KPI that has a series, by its id; the same bytes whatever else is drawn."""
    stages = Stage(HEIGHT), Stage(SMALL_HEIGHT)
    actions, without = actions_by_kpi(document), _without(measures)
    return {
        kpi.id: draw_kpi(
            Subject(
                kpi=kpi,
                series=series,
                measure=measures.kpis[kpi.id],
                wording=wording,
                unusual=_unusual(measures.trends.get(kpi.id)),
                forecast=_foretold(measures.forecasts.get(kpi.id)),
                without=without.get(kpi.id, ()),
            ),
            actions.get(kpi.id, ()),
            stages,
        )
        for kpi in document.kpis.values()
        if isinstance(series := document.series.get(kpi.id), Series) and series.points
    }


def _unusual(movement: Movement | None) -> frozenset[Point]:
    return frozenset(signal.first for signal in movement.unusual) if movement else frozenset()


def _foretold(forecast: Forecast | Reason | None) -> Forecast | None:
    return forecast if isinstance(forecast, Forecast) and forecast.steps else None


def _without(measures: Measures) -> Mapping[str, tuple[tuple[tuple[date, float], ...], ...]]:
    """For each KPI what would have come without the actions that helped or hurt, each once."""
    found: defaultdict[str, dict[tuple[tuple[date, float], ...], None]] = defaultdict(dict)
    for effect in measures.effects:
        if effect.estimate and effect.verdict in (Verdict.HELPED, Verdict.HURT):
            found[effect.kpi][effect.estimate.without] = None
    return {kpi: tuple(lines) for kpi, lines in found.items()}


def draw_kpi(subject: Subject, actions: Iterable[Action], stages: tuple[Stage, Stage]) -> Chart:
    """One KPI's large chart with its marks, then a small one for each group; one stage for each size."""
    large, small = stages
    frame = subject.frame()
    marks = choose_marks(actions, frame)
    portrait = draw_portrait(subject, marks, large.open(frame))
    return Chart(drawing=portrait, marks=marks, groups=draw_multiples(subject, small))
