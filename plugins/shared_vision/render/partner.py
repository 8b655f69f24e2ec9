"""The page of one partner: who it is, what it does well, what is asked of it, what it did."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from shared_vision.model.flow import OnTime
from shared_vision.model.positions import latest_positions
from shared_vision.model.records import Decision, DecisionStatus, Option, Partner, Position, ScopeItem
from shared_vision.model.site import Page
from shared_vision.render.attention import by_attention
from shared_vision.render.book import Book
from shared_vision.render.data import came_in_time
from shared_vision.render.engine import findable, make_page
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, safe
from shared_vision.render.owing import asked_here
from shared_vision.render.strengths import strengths
from shared_vision.render.todo import day_of
from shared_vision.render.touch import kept_words, strip
from shared_vision.render.trail import trail

_THANKED, _TOLD = 6, 3


class Thanks(NamedTuple):
    """What was valued in something that a partner proposed."""

    day: date
    ref: str
    title: str
    why: str


class Share(NamedTuple):
    """A partner's part in a decision: what it said last, the options it proposed, its role in words."""

    decision: Decision
    said: Position | None
    options: list[Option]
    role: str


def partner_page(book: Book, partner: Partner) -> Page:
    """Who a partner is, what it does well, what is asked of it, and what it brought."""
    here = Here(book=book, path=f"partners/{partner.id}")
    shares = list(_shares(book, partner.id))
    return make_page(
        here,
        "partner",
        title=partner.title,
        description=partner.summary or partner.role or partner.title,
        found=findable(partner.role, partner.experience, *partner.values, *partner.tags),
        crumbs=trail(here),
        partner=partner,
        covers=list(_covers(here, partner.id)),
        strengths=strengths(book, partner.id),
        thanks=_thanks(book, partner.id, shares),
        owed=book.owed_by[partner.id],
        asked=lambda owed: asked_here(here, owed),
        when=lambda owed: day_of(here, owed),
        goals=by_attention(book.owned_goals[partner.id], book.measures.goals),
        shared=book.shared_goals[partner.id],
        kpis=by_attention(book.owned_kpis[partner.id], book.measures.kpis),
        came=_came(book, partner.id),
        initiatives=book.initiatives_of[partner.id],
        ideas=book.ideas_of[partner.id],
        touch=_touch(book, partner.id),
        updates=book.updates_of[partner.id][:_TOLD],
        earlier=len(book.updates_of[partner.id]) - _TOLD,
        shares=shares,
        told=len(book.decisions_of[partner.id]) - len(shares),
    )


def _covers(here: Here, partner: str) -> Iterator[tuple[ScopeItem, Markup]]:
    """What a partner covers of all that must be, alone or with whom."""
    say = here.book.wording.say
    for item in here.book.document.vision.scope:
        if partner in item.partners:
            others = here.links("partners", (one for one in item.partners if one != partner))
            yield item, safe(say("with {partners}", partners=others) if others else say("alone"))


def _shares(book: Book, partner: str) -> Iterator[Share]:
    """The decisions that a partner had a part in, each once; not those that it was only told of."""
    for decision in book.decisions_of[partner]:
        said = latest_positions(decision, book.measures.today).get(partner)
        options = [option for option in decision.options if option.proposed_by == partner]
        role = _role(book, decision, partner)
        if said or options or role:
            yield Share(decision, said, options, role)


def _role(book: Book, decision: Decision, partner: str) -> str:
    if partner in decision.decided_by:
        return book.wording.say("decided it")
    return book.wording.say("was asked") if partner in decision.consulted else ""


def _thanks(book: Book, partner: str, shares: list[Share]) -> list[Thanks]:
    """What the others valued in what a partner proposed, the latest first."""
    ideas = [
        Thanks(idea.answer.on, f"ideas/{idea.id}", idea.title, idea.answer.valued_for)
        for idea in book.ideas_of[partner]
        if idea.answer and idea.answer.valued_for and idea.answer.by != partner
    ]
    options = [
        Thanks(share.decision.date, f"decisions/{share.decision.id}", option.title, option.valued_for)
        for share in shares
        for option in share.options
        if option.valued_for and share.decision.status is not DecisionStatus.PROPOSED
    ]
    return sorted((*ideas, *options), key=lambda one: one.day, reverse=True)[:_THANKED]


def _touch(book: Book, partner: str) -> tuple[Markup, str] | None:
    """How a partner keeps in touch, as dots and in words."""
    rhythm = book.measures.rhythms.get(partner)
    return (strip(rhythm, book.wording), kept_words(rhythm, book.wording)) if rhythm else None


def _came(book: Book, partner: str) -> str:
    """How the values came in that a partner answers for; empty where git does not tell."""
    found = [book.measures.on_time.get(kpi.id) for kpi in book.owned_kpis[partner]]
    known = [one for one in found if isinstance(one, OnTime)]
    return came_in_time(known, book) if known else ""
