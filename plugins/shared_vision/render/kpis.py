"""The pages of KPIs."""

from collections.abc import Iterator, Mapping
from datetime import date

from shared_vision.model.flow import OnTime
from shared_vision.model.forecast import Forecast
from shared_vision.model.names import STATUS
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.series import Point, Series
from shared_vision.model.site import Page
from shared_vision.render.attention import by_attention
from shared_vision.render.book import Book
from shared_vision.render.chancing import movement_lines
from shared_vision.render.data import came_in_time
from shared_vision.render.engine import findable, make_page
from shared_vision.render.events import Calendar, coming
from shared_vision.render.filters import Filter, chosen, said
from shared_vision.render.foretelling import forecast_lines, foretold, outlook
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, escape, safe
from shared_vision.render.saved import last_saved
from shared_vision.render.sentences import headline
from shared_vision.render.trail import trail
from shared_vision.render.trending import said_of, trend_facts
from shared_vision.render.words import FRESHNESS
from shared_vision.render.working import working

_MOST_ROWS = 120


def kpi_pages(book: Book) -> Iterator[Page]:
    """The list of KPIs, then a page each."""
    yield _index(book)
    calendar = Calendar(book)
    yield from (_page(book, kpi, calendar) for kpi in book.document.kpis.values())


def _index(book: Book) -> Page:
    kpis, say = by_attention(book.document.kpis.values(), book.measures.kpis), book.wording.say
    return make_page(
        Here(book=book, path="kpis/index"),
        "kpis",
        title=say("KPIs"),
        description=book.wording.plural(
            "The number that tells whether our goals are reached.",
            "The {number} numbers that tell whether our goals are reached.",
            len(kpis),
        ),
        section=say("KPIs"),
        kpis=kpis,
        filters=_filters(book, kpis),
        broken=[record for record in book.document.broken if record.kind == "kpis"],
    )


def _filters(book: Book, kpis: tuple[Kpi, ...]) -> tuple[Filter, ...]:
    measures, say = book.measures.kpis, book.wording.say
    fresh = [measures[kpi.id].freshness for kpi in kpis]
    return (
        chosen("status", say("Status"), said(STATUS, say), [measures[kpi.id].status for kpi in kpis]),
        chosen(
            "goal", say("Goal"), book.goal_titles, [goal.id for kpi in kpis for goal in book.goals_of[kpi.id]]
        ),
        chosen("owner", say("Owner"), book.partner_titles, [kpi.owner for kpi in kpis]),
        chosen(
            "data",
            say("Data"),
            said(FRESHNESS, say),
            [state for state in fresh if not isinstance(state, Reason)],
        ),
    )


def _page(book: Book, kpi: Kpi, calendar: Calendar) -> Page:
    here, ref = Here(book=book, path=f"kpis/{kpi.id}"), f"kpis/{kpi.id}"
    measure, series = book.measures.kpis[kpi.id], book.document.series.get(kpi.id, Reason.NO_DATA)
    goals = book.goals_of[kpi.id]
    how, movement = headline(kpi, measure, book.wording), book.measures.trends.get(kpi.id)
    return make_page(
        here,
        "kpi",
        title=kpi.title,
        description=kpi.summary or how,
        found=findable(
            here.status(measure),
            kpi.unit,
            book.partner(kpi.owner or ""),
            *(goal.title for goal in goals),
            *kpi.tags,
        ),
        crumbs=trail(here, under=goals[0] if goals else None),
        kpi=kpi,
        measure=measure,
        headline=how,
        series=series,
        chart=book.charts.get(kpi.id),
        goals=goals,
        initiatives=book.initiatives_on[ref],
        decisions=book.decisions_on[ref],
        coming=calendar.about(ref, (*book.decisions_on[ref], *book.initiatives_on[ref])),
        happens=lambda event: coming(here, event),
        lines=working(kpi, measure, series, book.wording),
        course=said_of(kpi, movement, book.wording) if movement else "",
        course_facts=[*trend_facts(kpi, movement, book.wording)] if movement else [],
        course_lines=movement_lines(kpi, movement, book.wording) if movement else (),
        ahead=_ahead(book, kpi),
        effects=[one for one in book.effects_on[ref] if not one.told_elsewhere],
        saved=last_saved(here, ref),
        came=_came(book, kpi),
        rows=_rows(book, series),
        groups=_groups(book, series),
        names=book.partner_titles,
        most_rows=_MOST_ROWS,
    )


def _ahead(book: Book, kpi: Kpi) -> Mapping[str, object]:
    """What is to be expected, in words, as steps and with its working; only why not, where nothing is."""
    forecast = book.measures.forecasts.get(kpi.id, Reason.NO_DATA)
    if isinstance(forecast, Forecast) and forecast.steps:
        lines = tuple(forecast_lines(kpi, forecast, book.wording))
        return {"forecast": forecast, "outlook": outlook(kpi, forecast, book.wording), "foretold": lines}
    lines = tuple(foretold(kpi, forecast, book.wording))
    return {"forecast": None, "outlook": lines[0].result if lines else "", "foretold": lines}


def _came(book: Book, kpi: Kpi) -> str:
    """How the values of a KPI came in, where git tells."""
    found = book.measures.on_time.get(kpi.id)
    return came_in_time([found], book) if isinstance(found, OnTime) else ""


def _rows(book: Book, series: Series | Reason) -> Markup:
    """The table's rows, the latest first: one join, since there may be hundreds of thousands on a site."""
    if isinstance(series, Reason):
        return safe("")
    number, period = book.wording.number, book.period
    shown = reversed(series.points[-_MOST_ROWS:])
    perhaps = escape(book.wording.say("provisional"))
    marks = {False: "", True: f" <small>{perhaps}</small>"}
    return safe(
        "".join(
            f'<tr><th scope="row">{period(point.start, point.end)}</th>'
            f"<td>{number(point.value)}{marks[point.provisional]}</td></tr>\n"
            for point in shown
        )
    )


def _groups(book: Book, series: Series | Reason) -> dict[str, str]:
    """Each group's latest value, by its name; its period where it is not that of the whole."""
    if isinstance(series, Reason) or not series.points:
        return {}
    newest = series.points[-1].end
    return {group.name: _latest(book, group.points[-1], newest) for group in series.groups if group.points}


def _latest(book: Book, latest: Point, newest: date) -> str:
    said = book.wording.number(latest.value)
    if latest.provisional:
        said = book.wording.say("{value} (provisional)", value=said)
    return said if latest.end == newest else f"{said}, {book.period(latest.start, latest.end)}"
