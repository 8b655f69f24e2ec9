"""How sure the partners are that a goal will be reached."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from statistics import fmean

from shared_vision.model.dates import add_months
from shared_vision.model.document import Document
from shared_vision.model.rhythm import Confidence

KEEPS = 6
"""For so many months what a partner said counts."""
_BACK = 3
"""Compared with what it was so many months ago."""
FELL = 2.0

_Said = list[tuple[date, str, int]]


def confidences(document: Document, today: date) -> dict[str, Confidence]:
    """How sure partners were of each goal that anybody spoke of lately, by its id."""
    said: defaultdict[str, _Said] = defaultdict(list)
    for update in document.updates.values():
        for about in update.goals:
            if about.confidence is not None and update.date <= today:
                said[about.id].append((update.date, update.by, about.confidence))
    courses = {goal: tuple(_course(sorted(found))) for goal, found in said.items()}
    return {
        goal: _confidence(course, today)
        for goal, course in courses.items()
        if course[-1][0] > add_months(today, -KEEPS)
    }


def _course(said: _Said) -> Iterator[tuple[date, float]]:
    """A point for each day somebody spoke: the mean of what each partner said last."""
    latest: dict[str, tuple[date, int]] = {}
    for number, (day, partner, sure) in enumerate(said):
        latest[partner] = day, sure
        if number + 1 == len(said) or said[number + 1][0] != day:
            since = add_months(day, -KEEPS)
            yield day, fmean(one for when, one in latest.values() if when > since)


def _confidence(course: tuple[tuple[date, float], ...], today: date) -> Confidence:
    back = add_months(today, -_BACK)
    before = next((sure for day, sure in reversed(course) if add_months(back, -KEEPS) < day <= back), None)
    fell = before is not None and before - course[-1][1] >= FELL
    return Confidence(course=course, before=before, fell=fell)
