"""Where a decision stands by the partnership's own rules."""

from collections.abc import Iterator
from typing import NamedTuple

from shared_vision.model.procedure import Lack, Procedure, is_judged, procedure
from shared_vision.model.records import Decision, DecisionStatus, Stance
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, escape, safe
from shared_vision.render.words import RULE

_SHOWN = (DecisionStatus.PROPOSED, DecisionStatus.ACCEPTED)


class Deciding(NamedTuple):
    """What a page says of it: a headline, facts as name and value, and what is missing."""

    headline: str
    facts: tuple[tuple[str, Markup], ...]
    missing: tuple[Markup, ...]


def deciding(here: Here, decision: Decision) -> Deciding | None:
    """Where a proposed decision stands today, or how an accepted one was carried.

    None where no rules were written down and in force.
    """
    document = here.book.document
    if decision.status not in _SHOWN or not is_judged(decision, document.vision):
        return None
    proposed = decision.status is DecisionStatus.PROPOSED
    day = here.book.measures.today if proposed else decision.date
    state = procedure(decision, document.vision, tuple(document.partners.values()), day)
    facts = tuple((name, value) for name, value in _facts(here, state, proposed=proposed) if value)
    missing = tuple(_lack(here, state, lack) for lack in state.missing)
    return Deciding(_headline(here, state, proposed=proposed), facts, missing)


def _headline(here: Here, state: Procedure, *, proposed: bool) -> str:
    say = here.book.wording.say
    if proposed:
        return say("It would be carried today.") if state.carried else say("It would not be carried today.")
    return say("Our rule carries it.") if state.carried else say("Our rule does not carry it.")


def _facts(here: Here, state: Procedure, *, proposed: bool) -> Iterator[tuple[str, Markup]]:
    say, plural = here.book.wording.say, here.book.wording.plural
    yield say("Our rule"), escape(say(RULE[state.rule]))
    if proposed and state.ends:
        left = plural("{number} day left", "{number} days left", state.days_left)
        over = say("over since {day}", day=here.day(state.ends))
        yield say("Time for comments"), safe(left if state.days_left else over)
    answered = say("{some} of {all} partners", some=len(state.answered), all=len(state.deciders))
    takes = say("it takes {number}", number=state.quorum)
    yield say("Answered"), escape(f"{answered}, {takes}" if state.quorum else answered)
    yield say("Consent"), here.links("partners", state.who(Stance.CONSENT))
    yield say("Abstain"), here.links("partners", state.who(Stance.ABSTAIN))
    yield say("Open objections"), _objections(here, state)
    yield say("Ask to wait"), _holds(here, state)
    if proposed:
        yield say("Yet to answer"), here.links("partners", state.silent)


def _objections(here: Here, state: Procedure) -> Markup:
    found = state.who(Stance.OBJECT)
    said = (f"{here.partner(name)}: {here.said(state.answers[name].comment, 180)}" for name in found)
    return safe("<br>".join(one.removesuffix(": ") for one in said))


def _holds(here: Here, state: Procedure) -> Markup:
    return safe("<br>".join(_hold(here, state, name) for name in state.who(Stance.HOLD)))


def _hold(here: Here, state: Procedure, name: str) -> str:
    until = state.holds_until(name)
    if until.year == until.max.year:
        return str(here.partner(name))
    return here.book.wording.say("{partner}, until {day}", partner=here.partner(name), day=here.day(until))


def _lack(here: Here, state: Procedure, lack: Lack) -> Markup:
    say, who = here.book.wording.say, state.who
    consents = who(Stance.CONSENT)
    return safe(
        {
            Lack.TIME: lambda: say(
                "Partners may comment until {day}.", day=here.day(state.ends or state.day)
            ),
            Lack.QUORUM: lambda: here.book.wording.plural(
                "{number} of the {quorum} answers that it takes is there.",
                "{number} of the {quorum} answers that it takes are there.",
                len(state.answered),
                quorum=state.quorum,
            ),
            Lack.OBJECTION: lambda: say(
                "Only {partners} can lift the objection.", partners=here.links("partners", who(Stance.OBJECT))
            ),
            Lack.HOLD: lambda: say("A partner asks to wait: {partners}", partners=_holds(here, state)),
            Lack.MAJORITY: lambda: say("Not more partners consent than object."),
            Lack.UNANIMITY: lambda: say(
                "Consent is missing: {partners}",
                partners=here.links("partners", (one for one in state.deciders if one not in consents)),
            ),
        }[lack]()
    )
