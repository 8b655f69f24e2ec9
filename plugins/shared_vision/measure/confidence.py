"""How sure the partners are that a goal will be reached."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from statistics import fmean

from shared_vision.model.dates import add_months
from shared_vision.model.document import Document
from shared_vision.model.rhythm import FELL, Confidence

KEEPS = 6
"""For so many months what a partner said counts."""
_BACK = 3
"""Compared with what it was so many months ago."""

_Said = list[tuple[date, str, int]]


def confidences(document: Document, today: date) -> dict[str, Confidence]:
    """How sure partners were of each goal that anybody spoke of lately, by its id."""
    said: defaultdict[str, _Said] = defaultdict(list)
    for update in document.updates.values():
        for about in update.goals:
            if about.confidence is not None and update.date <= today:
                said[about.id].append((update.date, update.by, about.confidence))
    return {
        goal: _confidence(sorted(found), today)
        for goal, found in said.items()
        if max(found)[0] > add_months(today, -KEEPS)
    }


def _course(said: _Said) -> Iterator[tuple[date, float]]:
    """A point for each day somebody spoke: the mean of what each partner said last."""
    latest: dict[str, tuple[date, int]] = {}
    for number, (day, partner, sure) in enumerate(said):
        latest[partner] = day, sure
        if number + 1 == len(said) or said[number + 1][0] != day:
            since = add_months(day, -KEEPS)
            yield day, fmean(one for when, one in latest.values() if when > since)


def _confidence(said: _Said, today: date) -> Confidence:
    now, then = _on(said, today), _on(said, add_months(today, -_BACK))
    both = now.keys() & then.keys()
    return Confidence(
        course=tuple(_course(said)),
        speakers=len(now),
        before=fmean(then[partner] for partner in both) if both else None,
        since=fmean(now[partner] for partner in both) if both else None,
        fallen=sum(then[partner] - now[partner] >= FELL for partner in both),
    )


def _on(said: _Said, day: date) -> dict[str, int]:
    """What each partner had said last by a day, no longer ago than it counts."""
    return {partner: sure for when, partner, sure in said if add_months(day, -KEEPS) < when <= day}
