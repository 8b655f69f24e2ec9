"""Whether partners keep in touch as often as they agreed to."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from shared_vision.model.dates import Duration, add_months
from shared_vision.model.document import Document
from shared_vision.model.records import Partner
from shared_vision.model.rhythm import Beat, Rhythm

GRACE = 2
"""So many working days after its day an update still keeps the rhythm."""


class _Span(NamedTuple):
    """The days that are looked at: after the first, up to today."""

    after: date
    today: date


def rhythms(document: Document, today: date, months: int = 12) -> dict[str, Rhythm]:
    """How each partner kept in touch over so many months, by its id; nothing where no rhythm was agreed.

    The days on which updates are due run from the first update anybody gave, in steps of the agreed
    length, the same for all. Each update counts for the one day it is closest after: from the end of the
    grace of the day before to the end of that day's own. A partner counts from the first whole step after
    it joined.
    """
    step = document.vision.cadence.updates
    if step is None or not (step.months or step.days):
        return {}
    told = sorted((update.date, update.by) for update in document.updates.values() if update.date <= today)
    days = list(_due_days(told[0][0], step, today)) if told else []
    told_by: defaultdict[str, list[date]] = defaultdict(list)
    for day, partner_id in told:
        told_by[partner_id].append(day)
    return {
        partner.id: _rhythm(partner, told_by[partner.id], days, _Span(add_months(today, -months), today))
        for partner in document.partners.values()
    }


def _due_days(first: date, step: Duration, today: date) -> Iterator[date]:
    """The first day and all that are due from it, until one that is not over yet, its grace included."""
    number, day = 0, first
    while True:
        yield day
        if with_grace(day) >= today or day.year == date.max.year:
            return
        number += 1
        day = Duration(step.months * number, step.days * number).after(first)


def with_grace(day: date) -> date:
    """The last day on which an update that was due on a day still keeps the rhythm."""
    left = GRACE
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day


def _rhythm(partner: Partner, told: list[date], days: list[date], span: _Span) -> Rhythm:
    since = partner.since or date.min
    windows = [(before, due) for before, due in pairwise(days) if before >= since]
    beats = [(due, _beat(told, before, due, span.today)) for before, due in windows]
    latest = told[-1] if told else None
    owes = _owes(beats, days, told, span.today)
    return Rhythm(
        partner=partner.id,
        beats=tuple(beat for beat in beats if beat[0] > span.after),
        latest=latest,
        owes=owes,
        late=owes is not None and with_grace(owes) < span.today,
    )


def _beat(told: list[date], before: date, due: date, today: date) -> Beat:
    start, end = with_grace(before), with_grace(due)
    if bisect_right(told, end) > bisect_right(told, start):
        return Beat.KEPT
    return Beat.MISSED if end < today else Beat.AHEAD


def _owes(beats: list[tuple[date, Beat]], days: list[date], told: list[date], today: date) -> date | None:
    """Since when an update is asked for: the latest day one was due, unless it came then or since."""
    if not days:
        return today
    due = [(day, beat) for day, beat in beats if day <= today]
    if not due or due[-1][1] is Beat.KEPT:
        return None
    day = due[-1][0]
    return None if told and told[-1] > with_grace(day) else day
