"""The values of KPIs that are worked out from the partners' records."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from shared_vision.measure.health import contributions, effective, kept_by
from shared_vision.measure.heard import proposed_options
from shared_vision.model.dates import add_months, month_end
from shared_vision.model.document import Document
from shared_vision.model.health import Sign
from shared_vision.model.ideas import told_by
from shared_vision.model.periods import MONTHS
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.series import Point, Series

FOLDER = "vision/"
"""Where the values are from."""
_QUARTER = 3

_Period = tuple[date, date]


def with_computed(document: Document, today: date) -> Document:
    """The document with the values of the KPIs computed from it: one for each period that is over."""
    wanted = [kpi for kpi in document.kpis.values() if kpi.source.computed]
    if not wanted:
        return document
    return document.with_series(
        {**document.series, **{kpi.id: _series(kpi, document, today) for kpi in wanted}}
    )


def _series(kpi: Kpi, document: Document, today: date) -> Series | Reason:
    sign, months, scale = (
        Sign(str(kpi.source.computed)),
        MONTHS.get(kpi.frequency, _QUARTER),
        kpi.source.scale,
    )
    shares = (
        _balances(document, months, today) if sign is Sign.BALANCE else _kept(sign, document, months, today)
    )
    points = tuple(Point(start=start, end=end, value=share * scale, line=0) for (start, end), share in shares)
    return Series(file=FOLDER, points=points) if points else Reason.NO_DATA


def _kept(sign: Sign, document: Document, months: int, today: date) -> Iterator[tuple[_Period, float]]:
    """The share kept of what was due in each period that is over."""
    found: defaultdict[_Period, list[bool]] = defaultdict(list)
    for day, kept in kept_by(sign, document, today):
        found[_period(day, months)].append(kept)
    for period in sorted(found):
        if period[1] <= today:
            yield period, sum(found[period]) / len(found[period])


def _balances(document: Document, months: int, today: date) -> Iterator[tuple[_Period, float]]:
    """The balance over the year up to the end of each period that is over."""
    days = [idea.date for idea in told_by(document, today)]
    days += [decision.date for decision, _ in proposed_options(document, today)]
    first = min(days, default=today)
    period = _period(first, months)
    while period[1] <= today:
        counts = contributions(document, add_months(period[1], -12), period[1])
        if counts and len(document.partners) > 1:
            yield period, effective(counts.values()) / len(document.partners)
        period = _period(period[1] + timedelta(days=1), months)


def _period(day: date, months: int) -> _Period:
    """The month, quarter or year that a day is in: its first and last day."""
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, month_end(add_months(first, months - 1))
