"""The pages of partners."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from shared_vision.model.catalogue import message
from shared_vision.model.measures import Agreement
from shared_vision.model.records import Goal, GoalStatus, Partner
from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, escape, safe
from shared_vision.render.partner import partner_page
from shared_vision.render.pictures import labelled
from shared_vision.render.trail import trail


class _Cells(NamedTuple):
    """What stands in the table of who does what."""

    owns: Markup
    works: Markup
    says: Mapping[Agreement, Markup]


_MANY = 10
"""With more partners than this, the columns have no room for words."""
_WORD: Mapping[Agreement, str] = {
    Agreement.AGREED: message("Agreed"),
    Agreement.EARLIER: message("Earlier"),
    Agreement.OBJECTS: message("Objects"),
    Agreement.NOT_ASKED: message("Not asked"),
}
"""In a cell."""
_LEGEND: Mapping[Agreement, str] = {
    Agreement.AGREED: message("agreed to today’s wording"),
    Agreement.EARLIER: message("agreed to an earlier wording"),
    Agreement.OBJECTS: message("objects"),
    Agreement.NOT_ASKED: message("not yet asked"),
}


def partner_pages(book: Book) -> Iterator[Page]:
    """The list of partners, who does what, then a page each."""
    yield _index(book)
    yield _matrix(book)
    yield from (partner_page(book, partner) for partner in book.document.partners.values())


def _index(book: Book) -> Page:
    partners, say = tuple(book.document.partners.values()), book.wording.say
    return make_page(
        Here(book=book, path="partners/index"),
        "partners",
        title=say("Partners"),
        description=book.wording.plural(
            "Who shares this vision, and what each brings: {number} partner.",
            "Who shares this vision, and what each brings: {number} partners.",
            len(partners),
        ),
        section=say("Partners"),
        partners=partners,
        answers=lambda partner: _answers(book, partner),
        scope=book.document.vision.scope,
        broken=[record for record in book.document.broken if record.kind == "partners"],
    )


def _answers(book: Book, partner: Partner) -> str:
    """For how much a partner answers; empty where for nothing, as nobody is to be compared."""
    goals, kpis = len(book.owned_goals[partner.id]), len(book.owned_kpis[partner.id])
    plural = book.wording.plural
    found = [
        *([plural("{number} goal", "{number} goals", goals)] if goals else []),
        *([plural("{number} KPI", "{number} KPIs", kpis)] if kpis else []),
    ]
    return book.wording.say("Answers for {what}", what=book.wording.listed(found)) if found else ""


def _matrix(book: Book) -> Page:
    here, say = Here(book=book, path="partners/matrix"), book.wording.say
    partners = tuple(book.document.partners.values())
    cells = _Cells(
        owns=_marked("sv-dot sv-full", say("answers for it")),
        works=_marked("sv-dot", say("works on it")),
        says={one: _said(here, one, words=len(partners) <= _MANY) for one in Agreement},
    )
    heard = [goal for goal in book.active_goals if book.voices(f"goals/{goal.id}")]
    return make_page(
        here,
        "matrix",
        title=say("Who does what"),
        description=say(
            "Which partner answers for which goal, who works on it, and who agreed to its wording."
        ),
        crumbs=trail(here),
        partners=partners,
        many=len(partners) > _MANY,
        line=_owned(book),
        agreed=_agreed(book) if heard else "",
        legend=[(one, say(_LEGEND[one])) for one in Agreement] if heard else [],
        rows=safe("".join(_row(here, goal, depth, cells, heard=bool(heard)) for goal, depth in _tree(book))),
    )


def _tree(book: Book) -> Iterator[tuple[Goal, int]]:
    """The goals that are not retired, each above its sub-goals, with its depth; without recursion."""
    waiting = [(goal, 0) for goal in reversed(book.below[None])]
    while waiting:
        goal, depth = waiting.pop()
        if goal.status is not GoalStatus.RETIRED:
            yield goal, depth
            waiting += [(child, depth + 1) for child in reversed(book.below[goal.id])]


def _row(here: Here, goal: Goal, depth: int, marks: _Cells, *, heard: bool) -> str:
    """A goal with a cell for each partner; joined, since goals times partners may be many."""
    voices = here.book.measures.voices.get(f"goals/{goal.id}", ()) if heard else ()
    said = {voice.partner: marks.says[voice.agreement] for voice in voices}
    cells = "".join(_cell(goal, partner, said, marks) for partner in here.book.document.partners)
    chip = here.chip(here.book.measures.goals[goal.id].status)
    name = here.link(f"goals/{goal.id}")
    return f'<tr><th scope="row" class="sv-deep-{min(depth, 3)}">{name}</th><td>{chip}</td>{cells}</tr>\n'


def _cell(goal: Goal, partner: str, said: Mapping[str, Markup], marks: _Cells) -> str:
    part = marks.owns if partner == goal.owner else marks.works if partner in goal.partners else ""
    voice = said.get(partner, "")
    return f'<td class="sv-cell">{part}{"<br>" if part and voice else ""}{voice}</td>'


def _said(here: Here, agreement: Agreement, *, words: bool) -> Markup:
    """What a partner says, as shape and word; of the word only the shape is seen where columns are narrow."""
    word = here.book.wording.say(_WORD[agreement])
    return labelled(agreement, word if words else safe(f'<span class="sv-unseen">{escape(word)}</span>'))


def _marked(classes: str, words: str) -> Markup:
    return safe(f'<span class="{classes}"><span class="sv-unseen">{escape(words)}</span></span> ')


def _owned(book: Book) -> str:
    """Whether each goal has somebody: 7 of 9 goals have a partner who answers for them."""
    owned, goals = sum(goal.owner is not None for goal in book.active_goals), len(book.active_goals)
    if owned == goals:
        return book.wording.plural(
            "The goal has a partner who answers for it.",
            "Each of the {number} goals has a partner who answers for it.",
            goals,
        )
    return book.wording.plural(
        "{number} of {all} goals has a partner who answers for it.",
        "{number} of {all} goals have a partner who answers for them.",
        owned,
        all=f"{goals:,}",
    )


def _agreed(book: Book) -> str:
    """How far the partners stand behind what is written today: 5 of 9 goals are agreed by all."""
    said = [book.measures.voices.get(f"goals/{goal.id}", ()) for goal in book.active_goals]
    whole = sum(all(one.agreement is Agreement.AGREED for one in voices) for voices in said if voices)
    return book.wording.plural(
        "{number} of {all} goals is agreed, as it is worded today, by all who have a part in it.",
        "{number} of {all} goals are agreed, as they are worded today, by all who have a part in them.",
        whole,
        all=f"{len(book.active_goals):,}",
    )
