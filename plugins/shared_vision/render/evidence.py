"""What a sign of the partnership rests on: what was not kept, by what it is about and never by whom."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from shared_vision.model.catalogue import message
from shared_vision.model.dates import add_months
from shared_vision.model.flow import OnTime
from shared_vision.model.health import Sign
from shared_vision.model.heard import Waiting
from shared_vision.model.procedure import is_judged, procedure
from shared_vision.model.records import DecisionStatus, Outcome
from shared_vision.model.rhythm import Beat
from shared_vision.model.surveyed import Surveyed
from shared_vision.render.data import came_in_time
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, escape

_MOST = 12
_OPEN = (DecisionStatus.PROPOSED, DecisionStatus.WITHDRAWN)
_NOT_TAKEN = (Outcome.REJECTED, Outcome.DEFERRED)
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
    found = list(_FOUND[sign](here, add_months(here.book.measures.today, -12))) if sign in _FOUND else []
    if not found:
        return None
    return Evidence(here.book.wording.say(_HEADS[sign]), found[:_MOST], max(0, len(found) - _MOST))


def _days(here: Here, _: date) -> Iterator[Item]:
    beats = [beat for rhythm in here.book.measures.rhythms.values() for beat in rhythm.beats]
    asked = Counter(day for day, beat in beats if beat is not Beat.AHEAD)
    heard = Counter(day for day, beat in beats if beat is Beat.KEPT)
    for day in sorted(asked, reverse=True):
        if heard[day] < asked[day]:
            said = here.book.wording.plural(
                "{some} of {number} heard", "{some} of {number} heard", asked[day], some=heard[day]
            )
            yield here.day(day), escape(said)


def _ideas(here: Here, since: date) -> Iterator[Item]:
    book = here.book
    for idea in book.ideas:
        heard = book.measures.heard[idea.id]
        if heard.in_time is False and heard.due and since < heard.due <= book.measures.today:
            yield here.link(f"ideas/{idea.id}"), _late(here, heard.days)


def _late(here: Here, days: int | None) -> Markup:
    if days is None:
        return here.chip(Waiting.LATE)
    return escape(
        here.book.wording.plural("answered after {number} day", "answered after {number} days", days)
    )


def _decisions(here: Here, since: date) -> Iterator[Item]:
    document, partners = here.book.document, tuple(here.book.document.partners.values())
    for decision in here.book.decisions:
        made = decision.status not in _OPEN and since < decision.date <= here.book.measures.today
        if made and is_judged(decision, document.vision):
            state = procedure(decision, document.vision, partners, decision.date)
            asked, given = len(state.deciders), sum(one in state.answered for one in state.deciders)
            if given < asked:
                said = here.book.wording.plural(
                    "{some} of {number} answer", "{some} of {number} answers", asked, some=given
                )
                yield here.link(f"decisions/{decision.id}"), escape(said)


def _values(here: Here, _: date) -> Iterator[Item]:
    known = {kpi: one for kpi, one in here.book.measures.on_time.items() if isinstance(one, OnTime)}
    late = {kpi: one.counted - one.in_time for kpi, one in known.items() if one.in_time < one.counted}
    for kpi in sorted(late, key=lambda kpi: (-late[kpi], kpi)):
        yield here.link(f"kpis/{kpi}"), escape(came_in_time([known[kpi]], here.book))


def _thanks(here: Here, since: date) -> Iterator[Item]:
    today = here.book.measures.today
    for idea in here.book.ideas:
        if idea.answer and idea.answer.on > since and not idea.answer.valued_for:
            yield here.link(f"ideas/{idea.id}"), here.chip(idea.answer.outcome)
    for decision in here.book.decisions:
        for option in decision.options if since < decision.date <= today else ():
            if option.proposed_by and option.outcome in _NOT_TAKEN and not option.valued_for:
                yield here.link(f"decisions/{decision.id}", option.title), here.chip(option.outcome)


def _survey(here: Here, since: date) -> Iterator[Item]:
    surveys, say = here.book.document.surveys, here.book.wording.say
    for name, found in reversed(tuple(here.book.measures.surveys.items())):
        asked = surveys[name].asked if surveys[name].date > since else 0
        if asked and isinstance(found, Surveyed) and not found.published.reason:
            some = min(found.published.answered, asked)
            said = say("{some} of {all} answered", some=some, all=asked)
            yield here.link(f"surveys/{name}"), escape(said)
            return


_FOUND: Mapping[Sign, Callable[[Here, date], Iterator[Item]]] = {
    Sign.RHYTHM_KEPT: _days,
    Sign.IDEAS_ANSWERED: _ideas,
    Sign.PARTICIPATION: _decisions,
    Sign.DATA_ON_TIME: _values,
    Sign.RECOGNITION: _thanks,
    Sign.ENGAGEMENT: _survey,
}
