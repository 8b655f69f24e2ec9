"""How the partnership itself is doing, from what its records say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from shared_vision.measure.heard import hearings, proposed_options
from shared_vision.measure.rhythm import rhythms
from shared_vision.model.dates import add_months
from shared_vision.model.document import Document
from shared_vision.model.flow import OnTime
from shared_vision.model.health import Figure, Short, Sign
from shared_vision.model.ideas import told_by
from shared_vision.model.measures import Measures
from shared_vision.model.procedure import is_judged, procedure
from shared_vision.model.reason import Reason
from shared_vision.model.records import DecisionStatus
from shared_vision.model.rhythm import OVER, Beat
from shared_vision.model.surveyed import Surveyed


class Kept(NamedTuple):
    """A day on which something was due or asked for, whether it came, and the record it is about, if any."""

    day: date
    kept: bool
    ref: str = ""


_EVER = 12 * 9999
_OPEN = (DecisionStatus.PROPOSED, DecisionStatus.WITHDRAWN)


def figures(document: Document, measures: Measures) -> tuple[Figure, ...]:
    """Every sign over the last year."""
    today = measures.today
    since = add_months(today, -12)
    return (
        *(_share(sign, _within(kept_by(sign, document, today), since, today)) for sign in KEPT),
        _balance(document, since, today),
        _data(measures),
        _engagement(document, measures),
    )


def kept_by(sign: Sign, document: Document, today: date) -> Iterator[Kept]:
    """Everything that was due or asked for by a day, and whether it came."""
    return KEPT[sign](document, today)


def _within(found: Iterable[Kept], after: date, until: date) -> list[Kept]:
    return [one for one in found if after < one.day <= until]


def _share(sign: Sign, found: list[Kept]) -> Figure:
    if not found:
        return Figure(sign=sign, share=Reason.NOTHING_ASKED)
    part = sum(one.kept for one in found)
    short = tuple(_short(found))
    return Figure(sign=sign, share=part / len(found), part=part, whole=len(found), short=short)


def _short(found: list[Kept]) -> Iterator[Short]:
    """Where not all came, the latest first: by the record it is about, else by the day."""
    about: defaultdict[tuple[str, date | None], list[Kept]] = defaultdict(list)
    for one in found:
        about[one.ref, None if one.ref else one.day].append(one)
    for (ref, _), each in sorted(about.items(), key=lambda pair: (-pair[1][-1].day.toordinal(), pair[0][0])):
        kept = sum(one.kept for one in each)
        if kept < len(each):
            yield Short(ref=ref, day=each[-1].day, part=kept, whole=len(each))


def _updates(document: Document, today: date) -> Iterator[Kept]:
    for rhythm in rhythms(document, today, _EVER).values():
        yield from (Kept(day, beat is Beat.KEPT) for day, beat in rhythm.beats if beat in OVER)


def _ideas(document: Document, today: date) -> Iterator[Kept]:
    ideas = document.ideas
    for heard in hearings(document, today).values():
        if heard.in_time is not None and heard.due is not None:
            answer = ideas[heard.id].answer
            day = answer.on if heard.in_time and answer else heard.due
            yield Kept(day, heard.in_time, f"ideas/{heard.id}")


def _positions(document: Document, today: date) -> Iterator[Kept]:
    partners = tuple(document.partners.values())
    for decision in document.decisions.values():
        if decision.status not in _OPEN and decision.date <= today and is_judged(decision, document.vision):
            state = procedure(decision, document.vision, partners, decision.date)
            for partner in state.deciders:
                yield Kept(decision.date, partner in state.answered, f"decisions/{decision.id}")


def _thanks(document: Document, today: date) -> Iterator[Kept]:
    for idea in told_by(document, today):
        if idea.answer and idea.answer.by != idea.by:
            yield Kept(idea.answer.on, bool(idea.answer.valued_for), f"ideas/{idea.id}")
    for decision, option in proposed_options(document, today):
        if decision.passed_over(option):
            yield Kept(decision.date, bool(option.valued_for), f"decisions/{decision.id}")


KEPT = {
    Sign.RHYTHM_KEPT: _updates,
    Sign.IDEAS_ANSWERED: _ideas,
    Sign.PARTICIPATION: _positions,
    Sign.RECOGNITION: _thanks,
}
"""The signs that are a share of what was due or asked for."""


def contributions(document: Document, after: date, until: date) -> Counter[str]:
    """How many ideas and options each partner brought after a day until another."""
    ideas = (idea.by for idea in told_by(document, until) if idea.date > after)
    options = (
        option.proposed_by or ""
        for decision, option in proposed_options(document, until)
        if decision.date > after
    )
    return Counter((*ideas, *options))


def joined_by(document: Document, day: date) -> int:
    """How many partners had joined by a day."""
    return sum(partner.joined(day) for partner in document.partners.values())


def effective(counts: Iterable[int]) -> float:
    """To how many equal parts some parts amount: one over the sum of the squared shares.

    Source: the inverse of the Herfindahl-Hirschman index (methods.md, C15). At least one count is above 0.
    """
    found = list(counts)
    return sum(found) ** 2 / sum(count**2 for count in found)


def _balance(document: Document, after: date, until: date) -> Figure:
    counts, partners = contributions(document, after, until), joined_by(document, until)
    if not counts or partners < 2:
        return Figure(sign=Sign.BALANCE, share=Reason.NOTHING_ASKED)
    alike = effective(counts.values())
    return Figure(sign=Sign.BALANCE, share=alike / partners, part=alike, whole=partners)


def _data(measures: Measures) -> Figure:
    known = [one for one in measures.on_time.values() if isinstance(one, OnTime)]
    whole, part = sum(one.counted for one in known), sum(one.in_time for one in known)
    if not whole:
        return Figure(sign=Sign.DATA_ON_TIME, share=Reason.NO_HISTORY)
    return Figure(sign=Sign.DATA_ON_TIME, share=part / whole, part=part, whole=whole)


def _engagement(document: Document, measures: Measures) -> Figure:
    """Of the latest survey of the last year that may be shown."""
    since = add_months(measures.today, -12)
    for name, found in reversed(tuple(measures.surveys.items())):
        survey = document.surveys[name]
        if (
            survey.date > since
            and isinstance(found, Surveyed)
            and not found.published.reason
            and survey.asked
        ):
            part = min(found.published.answered, survey.asked)
            return Figure(sign=Sign.ENGAGEMENT, share=part / survey.asked, part=part, whole=survey.asked)
    return Figure(sign=Sign.ENGAGEMENT, share=Reason.NOTHING_ASKED)
