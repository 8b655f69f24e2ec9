"""Whether partners keep in touch as often as they agreed to."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, pairwise
from typing import NamedTuple

from shared_vision.model.dates import Duration, add_months
from shared_vision.model.document import Document
from shared_vision.model.records import Cadence, Partner
from shared_vision.model.rhythm import Beat, Rhythm

_JANUARY, _MONDAY = date(2000, 1, 1), date(2000, 1, 3)
"""From where days are counted where the partners wrote down no first one."""
_FAR = 120
"""So many months back at most, whatever somebody writes down."""
GRACE = 2
"""So many working days after its day an update still keeps the rhythm."""


class _Span(NamedTuple):
    """The days that are looked at: after the first, up to today; from when on updates are due, if agreed."""

    after: date
    today: date
    agreed: date


def rhythms(document: Document, today: date, months: int = 12) -> dict[str, Rhythm]:
    """How each partner kept in touch over so many months, by its id; nothing where no rhythm was agreed.

    The days on which updates are due are the same for all. Each update counts for the one day it is closest
    after: from the end of the grace of the day before to the end of that day's own. They count from the
    first whole step after the first update anybody gave; where the partners wrote down a first day, from
    that one on. A partner counts from the first whole step after it joined, and is asked for nothing before.
    """
    cadence = document.vision.cadence
    step = cadence.updates
    if step is None or not (step.months or step.days):
        return {}
    told = sorted((update.date, update.by) for update in document.updates.values() if update.date <= today)
    first = max(cadence.updates_from or (told[0][0] if told else today), add_months(today, -_FAR))
    days = list(_due_days(cadence, first, today))
    span = _Span(add_months(today, -months), today, cadence.updates_from or date.min)
    told_by: defaultdict[str, list[date]] = defaultdict(list)
    for day, partner_id in told:
        told_by[partner_id].append(day)
    return {
        partner.id: _rhythm(partner, told_by[partner.id], days, span)
        for partner in document.partners.values()
        if partner.joined(today)
    }


def next_days(document: Document, today: date, many: int) -> tuple[date, ...]:
    """The next days from today on, on which updates are due; none where no rhythm was agreed."""
    cadence = document.vision.cadence
    if not cadence.updates or not (cadence.updates.months or cadence.updates.days):
        return ()
    return tuple(islice((day for day in _days(cadence, today) if day >= today), many))


def _due_days(cadence: Cadence, first: date, today: date) -> Iterator[date]:
    """The days from a first one on, until one that is not over yet, its grace included.

    Before them stands the day one step earlier where the first one is agreed, and the latest one before
    today where none came yet: what is due is asked for on a day that does not move.
    """
    fixed = cadence.updates_from
    before = None
    for day in _days(cadence, first):
        if day < first:
            before = day
            continue
        if before and (fixed or day > today):
            yield before
        before = None
        yield day
        if with_grace(day) >= today:
            return


def _days(cadence: Cadence, day: date) -> Iterator[date]:
    """The days on which updates are due, from shortly before a day on, up to the last one there is."""
    step, anchor = cadence.updates or Duration(), cadence.updates_from
    if anchor is None:
        anchor = _JANUARY if step.months else _MONDAY
    number = (day - anchor).days // (31 * step.months + step.days) - 1
    while True:
        due = Duration(step.months * number, step.days * number).after(anchor)
        if due.year == date.max.year:
            return
        yield due
        number += 1


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
    asked = [day for day in days if max(since, span.agreed) <= day <= span.today]
    owes = _owes(beats, asked, told, span.today)
    return Rhythm(
        partner=partner.id,
        beats=tuple(beat for beat in beats if beat[0] > span.after),
        latest=latest,
        owes=owes,
        late=owes is not None and with_grace(owes) < span.today,
    )


def _beat(told: list[date], before: date, due: date, today: date) -> Beat:
    start, end = with_grace(before), with_grace(due)
    over = end < today
    if bisect_right(told, end) > bisect_right(told, start):
        return Beat.KEPT if over else Beat.EARLY
    return Beat.MISSED if over else Beat.AHEAD


def _owes(beats: list[tuple[date, Beat]], days: list[date], told: list[date], today: date) -> date | None:
    """Since when an update is asked for: the latest day one was due, unless it came then or since."""
    due = [(day, beat) for day, beat in beats if day <= today]
    if not due and not told:
        due = [(day, Beat.AHEAD) for day in days]
    if not due or due[-1][1] in {Beat.KEPT, Beat.EARLY}:
        return None
    day = due[-1][0]
    return None if told and told[-1] > with_grace(day) else day
