"""What a sign of the partnership rests on: what was not kept, by what it is about and never by whom."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from shared_vision.model.catalogue import message
from shared_vision.model.dates import add_months
from shared_vision.model.flow import OnTime
from shared_vision.model.health import Short, Sign
from shared_vision.model.heard import Waiting
from shared_vision.model.surveyed import Surveyed
from shared_vision.render.data import came_in_time
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, escape

_MOST = 12
_HEADS: Mapping[Sign, str] = {
    Sign.RHYTHM_KEPT: message("The days on which not all were heard in time:"),
    Sign.IDEAS_ANSWERED: message("The ideas that were answered late, or still wait:"),
    Sign.PARTICIPATION: message("The decisions that lacked answers:"),
    Sign.DATA_ON_TIME: message("The KPIs whose values came late:"),
    Sign.RECOGNITION: message("Where we have not written down yet what was good:"),
    Sign.ENGAGEMENT: message("The survey:"),
}

Item = tuple[Markup, Markup]
"""What it is about, and what is to be said of it."""


class Evidence(NamedTuple):
    """What a sign rests on where it was not kept; how much of that is left out here."""

    head: str
    items: list[Item]
    left_out: int


def evidence(here: Here, sign: Sign) -> Evidence | None:
    """What a sign rests on over the last year; None where there is nothing to name."""
    found = list(_FOUND[sign](here)) if sign in _FOUND else []
    if not found:
        return None
    return Evidence(here.book.wording.say(_HEADS[sign]), found[:_MOST], max(0, len(found) - _MOST))


def _short(here: Here, sign: Sign) -> tuple[Short, ...]:
    return next((figure.short for figure in here.book.measures.figures if figure.sign is sign), ())


def _days(here: Here) -> Iterator[Item]:
    for one in _short(here, Sign.RHYTHM_KEPT):
        said = here.book.wording.plural(
            "{some} of {number} heard", "{some} of {number} heard", one.whole, some=one.part
        )
        yield here.day(one.day), escape(said)


def _ideas(here: Here) -> Iterator[Item]:
    for one in _short(here, Sign.IDEAS_ANSWERED):
        days = here.book.measures.heard[one.ref.removeprefix("ideas/")].days
        yield here.link(one.ref), _late(here, days)


def _late(here: Here, days: int | None) -> Markup:
    if days is None:
        return here.chip(Waiting.LATE)
    return escape(
        here.book.wording.plural("answered after {number} day", "answered after {number} days", days)
    )


def _decisions(here: Here) -> Iterator[Item]:
    for one in _short(here, Sign.PARTICIPATION):
        said = here.book.wording.plural(
            "{some} of {number} answer", "{some} of {number} answers", one.whole, some=one.part
        )
        yield here.link(one.ref), escape(said)


def _thanks(here: Here) -> Iterator[Item]:
    for one in _short(here, Sign.RECOGNITION):
        yield here.link(one.ref), here.day(one.day)


def _values(here: Here) -> Iterator[Item]:
    known = {kpi: one for kpi, one in here.book.measures.on_time.items() if isinstance(one, OnTime)}
    late = {kpi: one.counted - one.in_time for kpi, one in known.items() if one.in_time < one.counted}
    for kpi in sorted(late, key=lambda kpi: (-late[kpi], kpi)):
        yield here.link(f"kpis/{kpi}"), escape(came_in_time([known[kpi]], here.book))


def _survey(here: Here) -> Iterator[Item]:
    since = add_months(here.book.measures.today, -12)
    surveys, say = here.book.document.surveys, here.book.wording.say
    for name, found in reversed(tuple(here.book.measures.surveys.items())):
        asked = surveys[name].asked if surveys[name].date > since else 0
        if asked and isinstance(found, Surveyed) and not found.published.reason:
            some = min(found.published.answered, asked)
            said = say("{some} of {all} answered", some=some, all=asked)
            yield here.link(f"surveys/{name}"), escape(said)
            return


_FOUND: Mapping[Sign, Callable[[Here], Iterator[Item]]] = {
    Sign.RHYTHM_KEPT: _days,
    Sign.IDEAS_ANSWERED: _ideas,
    Sign.PARTICIPATION: _decisions,
    Sign.DATA_ON_TIME: _values,
    Sign.RECOGNITION: _thanks,
    Sign.ENGAGEMENT: _survey,
}
