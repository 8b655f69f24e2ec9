"""The values of KPIs that are worked out from the partners' records."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from shared_vision.measure.health import Kept, contributions, effective, joined_by, kept_by
from shared_vision.measure.heard import proposed_options
from shared_vision.measure.ontime import fallen_due
from shared_vision.measure.publish import publish
from shared_vision.measure.surveys import response_rate, surveyed
from shared_vision.model.changes import NOTHING_KNOWN, History
from shared_vision.model.dates import add_months, month_end
from shared_vision.model.document import Document
from shared_vision.model.health import Sign
from shared_vision.model.ideas import told_by
from shared_vision.model.periods import MONTHS
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.series import Point, Series
from shared_vision.model.surveyed import Surveyed

FOLDER = "vision/"
"""Where the values are from."""
_QUARTER = 3

_Period = tuple[date, date]


def with_computed(document: Document, today: date, history: History = NOTHING_KNOWN) -> Document:
    """A published document with the values of the KPIs computed from it: one for each period that is over.

    Where that is told by surveys, one for each of them.
    """
    wanted = [kpi for kpi in document.kpis.values() if kpi.source.computed]
    if not wanted:
        return document
    known = _Known(document, today, history)
    found = {kpi.id: publish(kpi, _series(kpi, known), today) for kpi in wanted}
    return document.with_series({**document.series, **found})


class _Known(NamedTuple):
    """What values can be computed from."""

    document: Document
    today: date
    history: History


def _series(kpi: Kpi, known: _Known) -> Series | Reason:
    sign, months = Sign(str(kpi.source.computed)), MONTHS.get(kpi.frequency, _QUARTER)
    if sign in {Sign.SATISFACTION, Sign.ENGAGEMENT}:
        found = _told_by_surveys(sign, known.document)
    elif sign is Sign.BALANCE:
        found = _balances(known.document, months, known.today)
    else:
        found = _shares(_kept(sign, known), months, known.today)
    points = tuple(
        Point(start=start, end=end, value=value * kpi.source.scale, line=0) for (start, end), value in found
    )
    return Series(file=FOLDER, points=points) if points else Reason.NO_DATA


def _told_by_surveys(sign: Sign, document: Document) -> Iterator[tuple[_Period, float]]:
    """What each survey says; of several that were closed on a day, the last one."""
    found: dict[date, float | Reason] = {}
    for name, one in surveyed(document).items():
        if isinstance(one, Surveyed):
            satisfied = sign is Sign.SATISFACTION
            value = one.mean if satisfied else response_rate(document.surveys[name], one.published)
            found[document.surveys[name].date] = value
    yield from (((day, day), value) for day, value in found.items() if not isinstance(value, Reason))


def _kept(sign: Sign, known: _Known) -> Iterator[Kept]:
    if sign is not Sign.DATA_ON_TIME:
        yield from kept_by(sign, known.document, known.today)
        return
    for fallen in fallen_due(known.document, known.history, date.min, known.today).values():
        yield from () if isinstance(fallen, Reason) else (Kept(*one) for one in fallen.values)


def _shares(found: Iterable[Kept], months: int, today: date) -> Iterator[tuple[_Period, float]]:
    """The share kept of what was due in each period that is over."""
    periods: defaultdict[_Period, list[bool]] = defaultdict(list)
    for one in found:
        periods[_period(one.day, months)].append(one.kept)
    for period in sorted(periods):
        if period[1] <= today:
            yield period, sum(periods[period]) / len(periods[period])


def _balances(document: Document, months: int, today: date) -> Iterator[tuple[_Period, float]]:
    """The balance over the year up to the end of each period that is over."""
    days = [idea.date for idea in told_by(document, today)]
    days += [decision.date for decision, _ in proposed_options(document, today)]
    first = min(days, default=today)
    period = _period(first, months)
    while period[1] <= today:
        counts = contributions(document, add_months(period[1], -12), period[1])
        partners = joined_by(document, period[1])
        if counts and partners > 1:
            yield period, effective(counts.values()) / partners
        period = _period(period[1] + timedelta(days=1), months)


def _period(day: date, months: int) -> _Period:
    """The month, quarter or year that a day is in: its first and last day."""
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, month_end(add_months(first, months - 1))
