"""The page on the numbers themselves: how they come in, what is missing to make the vision concrete."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from shared_vision.model.catalogue import message
from shared_vision.model.flow import Lack, OnTime
from shared_vision.model.integrity import FILE, UNKNOWN
from shared_vision.model.measures import Freshness, KpiMeasure
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here
from shared_vision.render.words import REASON

MOST_DUE, MOST_ROWS, MOST_LACKING = 12, 60, 60
"""So much is shown of each list, what needs attention first."""

_LATE_FIRST = (Freshness.DORMANT, Freshness.OVERDUE, Freshness.DUE, Freshness.FRESH)

LACKS: Mapping[Lack, str] = {
    Lack.GOAL_KPI: message("Goals that no KPI tells about"),
    Lack.GOAL_ACTION: message("Goals for which nothing is planned, running or decided"),
    Lack.KPI_DATA: message("KPIs without values"),
    Lack.KPI_TARGET: message("KPIs without a target"),
    Lack.KPI_BASELINE: message("KPIs without a baseline"),
    Lack.KPI_OWNER: message("KPIs that nobody answers for"),
    Lack.KPI_ACTION: message("KPIs for which nothing is planned, running or decided"),
}


class Flow(NamedTuple):
    """The KPIs of a partner, or of nobody, the latest values first; how many are in each state."""

    partner: str | None
    kpis: tuple[Kpi, ...]
    counts: tuple[tuple[Freshness, int], ...]
    came: str


class Missing(NamedTuple):
    """All records that lack one thing."""

    lack: Lack
    words: str
    refs: tuple[str, ...]


class Due(NamedTuple):
    """A value that is due next, by a day."""

    day: date
    kpi: Kpi


def data_page(book: Book) -> Page:
    """Which values are there, which are due when, who brings them in time; what nobody has written down."""
    here, say = Here(book=book, path="data/index"), book.wording.say
    flows, missing = _flows(book), _missing(book)
    return make_page(
        here,
        "data",
        title=say("Data"),
        description=data_line(book),
        line=data_line(book),
        kpis=book.document.kpis,
        flows=flows,
        due=_due(book),
        came=lambda kpi: came_in_time([book.measures.on_time.get(kpi, Reason.NO_HISTORY)], book),
        all_came=came_in_time(book.measures.on_time.values(), book),
        since=_known_from(book.measures.on_time.values()),
        gap=book.story.gap,
        missing=missing,
        lacking=sum(len(one.refs) for one in missing),
        commit_url=book.settings.commit(book.settings.origin.commit) if book.settings.origin else "",
        integrity=FILE,
        unknown=UNKNOWN,
        most_due=MOST_DUE,
        most_rows=MOST_ROWS,
        most_lacking=MOST_LACKING,
    )


def data_line(book: Book) -> str:
    """How many KPIs are up to date: 17 of 23 KPIs with a schedule are up to date."""
    known = [one.freshness for one in book.measures.kpis.values() if isinstance(one.freshness, Freshness)]
    if not known:
        return book.wording.say("No KPI with values at fixed times has any yet.")
    return book.wording.plural(
        "{fresh} of {number} KPI with values at fixed times is up to date.",
        "{fresh} of {number} KPIs with values at fixed times are up to date.",
        len(known),
        fresh=known.count(Freshness.FRESH),
    )


def came_in_time(found: Iterable[OnTime | Reason], book: Book) -> str:
    """How many values came in time, of one KPI or several; why that is not known, where it is of none."""
    found = list(found)
    known = [one for one in found if isinstance(one, OnTime)]
    if not known:
        reasons = {one for one in found if isinstance(one, Reason)}
        return book.wording.say(REASON[reasons.pop()]) if len(reasons) == 1 else ""
    return book.wording.plural(
        "{good} of {number} value came in time",
        "{good} of {number} values came in time",
        sum(one.counted for one in known),
        good=sum(one.in_time for one in known),
    )


def _known_from(found: Iterable[OnTime | Reason]) -> date | None:
    return min((one.known_from for one in found if isinstance(one, OnTime)), default=None)


def _flows(book: Book) -> tuple[Flow, ...]:
    """A part for each partner that answers for any KPI, in order of name, then what nobody answers for."""
    owners = sorted((owner for owner in book.owned_kpis if owner), key=book.partner)
    nobody = (None,) if book.owned_kpis[None] else ()
    return tuple(_flow(book, owner, book.owned_kpis[owner]) for owner in (*owners, *nobody))


def _flow(book: Book, partner: str | None, kpis: tuple[Kpi, ...]) -> Flow:
    measures = book.measures
    counts = Counter(measures.kpis[kpi.id].freshness for kpi in kpis)
    return Flow(
        partner=partner,
        kpis=tuple(sorted(kpis, key=lambda kpi: _lateness(measures.kpis[kpi.id], kpi))),
        counts=tuple((state, counts[state]) for state in reversed(_LATE_FIRST) if counts[state]),
        came=came_in_time([measures.on_time.get(kpi.id, Reason.NO_HISTORY) for kpi in kpis], book),
    )


def _lateness(measure: KpiMeasure, kpi: Kpi) -> tuple[int, date, str]:
    if isinstance(measure.freshness, Reason) or isinstance(measure.due, Reason):
        return len(_LATE_FIRST), date.max, kpi.title
    return _LATE_FIRST.index(measure.freshness), measure.due, kpi.title


def _due(book: Book) -> tuple[Due, ...]:
    """What is due next, the first day first; what is late already is not coming."""
    measures, today = book.measures.kpis, book.measures.today
    found = (
        Due(due, kpi)
        for kpi in book.document.kpis.values()
        if isinstance(due := measures[kpi.id].due, date) and due >= today
    )
    return tuple(sorted(found, key=lambda one: (one.day, one.kpi.title)))


def _missing(book: Book) -> tuple[Missing, ...]:
    refs: dict[Lack, list[str]] = {}
    for one in book.measures.lacking:
        refs.setdefault(one.lack, []).append(one.ref)
    return tuple(
        Missing(lack, book.wording.say(words), tuple(sorted(refs[lack], key=book.title)))
        for lack, words in LACKS.items()
        if lack in refs
    )
