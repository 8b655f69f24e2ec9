"""How sure the partners are of a goal, beside how its numbers stood in the same months."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from shared_vision.model.measures import GOOD, Past, Status
from shared_vision.model.records import Goal, Kpi
from shared_vision.render.attention import by_attention
from shared_vision.render.book import Book
from shared_vision.render.months import Run, runs
from shared_vision.render.touch import sure_words

MONTHS = 12
"""As many as the chart of confidence shows."""
_MOST = 6
"""So many KPIs stand beneath it."""
_BACK = 3
"""So many months ago is compared with."""


class Strip(NamedTuple):
    """A KPI with the months in which it stood alike taken together."""

    kpi: Kpi
    runs: list[Run]


class Sure(NamedTuple):
    """How sure we are in words, how the numbers stood meanwhile in words and month by month."""

    said: str
    numbers: str
    strips: list[Strip]
    left_out: int


def sureness(book: Book, goal: Goal) -> Sure | None:
    """How sure the partners are of a goal; None where nobody said so lately."""
    found, measure = book.measures.confidences.get(goal.id), book.measures.goals[goal.id]
    if not found:
        return None
    kpis, past = _kpis(book, goal), _last_year(book.measures.past)
    strips = [Strip(kpi, list(runs(kpi.id, past, book.wording))) for kpi in kpis[:_MOST] if past.days]
    return Sure(
        sure_words(found, measure.status, book.wording),
        _numbers(book, [past.kpis[kpi.id] for kpi in kpis]) if strips else "",
        strips,
        max(0, len(kpis) - _MOST),
    )


def _kpis(book: Book, goal: Goal) -> list[Kpi]:
    """Its own KPIs as it lists them; without any, those of the goals below it that need most attention."""
    known = book.document.kpis
    own = [known[link.id] for link in goal.kpis if link.id in known]
    below = [known[kpi] for kpi in book.measures.goals[goal.id].kpis]
    return own or list(by_attention(below, book.measures.kpis))


def _last_year(past: Past) -> Past:
    return replace(
        past, days=past.days[-MONTHS:], kpis={kpi: found[-MONTHS:] for kpi, found in past.kpis.items()}
    )


def _numbers(book: Book, found: Sequence[Sequence[Status]]) -> str:
    """How many of the KPIs are as they should be, and how many were three months ago."""
    now, then = (sum(months[place] in GOOD for months in found) for place in (-1, -1 - _BACK))
    if now == then:
        return book.wording.plural(
            "{now} of {number} KPI is on track or achieved, as three months ago.",
            "{now} of {number} KPIs are on track or achieved, as many as three months ago.",
            len(found),
            now=now,
        )
    return book.wording.plural(
        "{now} of {number} KPI is on track or achieved; three months ago it was {then}.",
        "{now} of {number} KPIs are on track or achieved; three months ago it was {then}.",
        len(found),
        now=now,
        then=then,
    )
