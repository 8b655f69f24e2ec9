"""The page that shows what was decided and done while the KPIs moved."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from shared_vision.model.chart import Mark
from shared_vision.model.dates import add_months, month_end
from shared_vision.model.reason import Reason
from shared_vision.model.records import Decision, DecisionStatus, Initiative, InitiativeStatus, Kpi
from shared_vision.model.series import Series
from shared_vision.model.site import Page
from shared_vision.model.wording import Wording
from shared_vision.render.attention import by_attention
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here
from shared_vision.render.span import Course, Span, course, stacked

BACK, FAR_BACK, AHEAD = 24, 120, 12
"""So many months are shown, ten years where most KPIs have few values in these, and some that come."""
_FEW = 3
_MOST_YEARS = 4
MOST_DECISIONS, MOST_INITIATIVES, MOST_KPIS = 24, 24, 30
_CARRIED = (DecisionStatus.ACCEPTED, DecisionStatus.SUPERSEDED)
_CLEARANCE = 7.0
"""Room for a mark of 22 pixels on a phone, in per cent."""


class Placed(NamedTuple):
    """A decision's mark on the scale: how far from the left, in which row."""

    mark: Mark
    left: float
    row: int


class Bar(NamedTuple):
    """An initiative on the scale: from where, how long."""

    initiative: Initiative
    left: float
    width: float


class Row(NamedTuple):
    """A KPI's line on the scale, with the decisions about it: how far from the left, which numbers."""

    kpi: Kpi
    course: Course
    numbers: tuple[tuple[float, str], ...]


def timeline_page(book: Book) -> Page:
    """Decisions, initiatives and KPIs on one scale of time."""
    wording, span = book.wording, _span(book)
    decisions, bars, kpis = _decisions(book, span), _bars(book, span), _kpis(book, span)
    marks = tuple(
        Mark(number=number, ref=f"decisions/{one.id}", title=one.title, date=one.date)
        for number, one in enumerate(decisions[-MOST_DECISIONS:], start=1)
    )
    line = _line(book, len(decisions), span, wording)
    return make_page(
        Here(book=book, path="timeline/index"),
        "timeline",
        title=wording.say("Timeline"),
        description=line,
        line=line,
        span=span,
        years=_years(span),
        placed=_placed(marks, span),
        all_marks=len(decisions),
        bars=bars[:MOST_INITIATIVES],
        all_bars=len(bars),
        rows=_rows(book, kpis, span, marks),
        all_rows=len(kpis),
    )


def _span(book: Book) -> Span:
    today = book.measures.today
    back = FAR_BACK if _sparse(book, add_months(today, -BACK)) else BACK
    first = add_months(today.replace(day=1), 1 - back)
    ends = (initiative.end for initiative in book.document.initiatives.values() if initiative.end)
    last = min(max([today, *ends]), add_months(today, AHEAD))
    return Span(first=first, last=month_end(last))


def _years(span: Span) -> list[date]:
    """The years that begin in the span, every other one where there are many."""
    years = [date(year, 1, 1) for year in range(span.first.year + 1, span.last.year + 1)]
    return years[:: 1 if len(years) <= _MOST_YEARS else 2]


def _sparse(book: Book, day: date) -> bool:
    """Whether most KPIs have but a few values from a day on, and older ones."""
    found = [series.points for series in book.document.series.values() if isinstance(series, Series)]
    few = sum(any(point.end < day for point in points[-_FEW:]) for points in found)
    return 2 * few > len(found)


def _line(book: Book, decisions: int, span: Span, wording: Wording) -> str:
    running = sum(one.status is InitiativeStatus.RUNNING for one in book.document.initiatives.values())
    since = wording.month(span.first)
    if not decisions:
        taken = wording.say("Nothing was decided since {month}.", month=since)
    else:
        taken = wording.plural(
            "We have taken {number} decision since {month}.",
            "We have taken {number} decisions since {month}.",
            decisions,
            month=since,
        )
    if not running:
        return taken
    doing = wording.plural("{number} initiative is running.", "{number} initiatives are running.", running)
    return f"{taken} {doing}"


def _decisions(book: Book, span: Span) -> tuple[Decision, ...]:
    """The decisions carried in the span, the latest last."""
    carried = (one for one in reversed(book.decisions) if one.status in _CARRIED)
    return tuple(one for one in carried if span.first <= one.date <= book.measures.today)


def _placed(marks: Sequence[Mark], span: Span) -> tuple[Placed, ...]:
    places = [span.place(mark.date) for mark in marks]
    rows = stacked(places, _CLEARANCE)
    return tuple(Placed(*found) for found in zip(marks, places, rows, strict=True))


def _bars(book: Book, span: Span) -> tuple[Bar, ...]:
    """The initiatives in the span, the latest first; one without an end lasts until today."""
    found = []
    for initiative in book.document.initiatives.values():
        end = initiative.end or max(book.measures.today, initiative.start or date.min)
        if initiative.start and initiative.start <= span.last and end >= span.first:
            left = span.place(initiative.start)
            found.append(Bar(initiative, left, round(span.place(end) - left, 1)))
    return tuple(sorted(found, key=lambda bar: (-bar.left, -bar.width, bar.initiative.id)))


def _kpis(book: Book, span: Span) -> tuple[Kpi, ...]:
    """The KPIs with values in the span: those decided about, then the others, by attention."""
    kpis = [kpi for kpi in book.document.kpis.values() if _lasts(book.document.series.get(kpi.id), span)]
    return tuple(sorted(by_attention(kpis, book.measures.kpis), key=lambda kpi: not _about(book, kpi)))


def _lasts(series: Series | Reason | None, span: Span) -> bool:
    return isinstance(series, Series) and bool(series.points) and series.points[-1].end >= span.first


def _about(book: Book, kpi: Kpi) -> frozenset[str]:
    """The decisions about a KPI or one of its goals."""
    refs = (f"kpis/{kpi.id}", *(f"goals/{goal.id}" for goal in book.goals_of[kpi.id]))
    return frozenset(f"decisions/{one.id}" for ref in refs for one in book.decisions_on[ref])


def _rows(book: Book, kpis: Sequence[Kpi], span: Span, marks: Sequence[Mark]) -> tuple[Row, ...]:
    rows = []
    for kpi in kpis[:MOST_KPIS]:
        series = book.document.series[kpi.id]
        if isinstance(series, Series) and (line := course(series.points, span)):
            rows.append(Row(kpi, line, tuple(_numbers(_about(book, kpi), span, marks))))
    return tuple(rows)


def _numbers(about: frozenset[str], span: Span, marks: Sequence[Mark]) -> Iterator[tuple[float, str]]:
    """The numbers of the decisions, those that are too close for two labels in one."""
    waiting: list[Mark] = []
    for mark in marks:
        if mark.ref in about:
            if waiting and span.place(mark.date) - span.place(waiting[0].date) >= _CLEARANCE:
                yield _together(waiting, span)
                waiting = []
            waiting.append(mark)
    if waiting:
        yield _together(waiting, span)


def _together(marks: Sequence[Mark], span: Span) -> tuple[float, str]:
    return span.place(marks[0].date), ", ".join(str(mark.number) for mark in marks)
