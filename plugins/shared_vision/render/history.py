"""The page of everything that changed."""

from collections.abc import Iterable

from shared_vision.model.names import KIND
from shared_vision.model.site import Page
from shared_vision.model.told import Telling
from shared_vision.render.book import Book
from shared_vision.render.decisions import decided_goals
from shared_vision.render.engine import make_page
from shared_vision.render.filters import Filter, chosen, said
from shared_vision.render.here import Here
from shared_vision.render.words import SECTION

_MOST = 400


def history_page(book: Book) -> Page:
    """Every step that changed the vision, the latest first."""
    say, tellings = book.wording.say, book.story.tellings[:_MOST]
    return make_page(
        Here(book=book, path="history/index"),
        "history",
        title=say("History"),
        description=say("Everything that changed in this vision, when, by whom and why."),
        story=book.story,
        tellings=tellings,
        left_out=len(book.story.tellings) - len(tellings),
        filters=_filters(book, tellings),
        kinds_of=_kinds,
        goals_of=lambda telling: _goals(book, telling),
    )


def _filters(book: Book, tellings: Iterable[Telling]) -> tuple[Filter, ...]:
    say = book.wording.say
    sections = {kind: SECTION[kind] for kind in KIND}
    years = [str(telling.day.year) for telling in tellings]
    return (
        chosen("kind", say("Kind"), said(sections, say), [one for all_ in tellings for one in _kinds(all_)]),
        chosen(
            "partner",
            say("Partner"),
            book.partner_titles,
            [who for telling in tellings for who in telling.partners],
        ),
        chosen(
            "goal",
            say("Goal"),
            book.goal_titles,
            [goal for telling in tellings for goal in _goals(book, telling)],
        ),
        chosen("year", say("Year"), {year: year for year in years}, years),
    )


def _kinds(telling: Telling) -> tuple[str, ...]:
    """The kinds of records that a step changed."""
    return tuple(dict.fromkeys(line.ref.partition("/")[0] for line in telling.lines))


def _goals(book: Book, telling: Telling) -> tuple[str, ...]:
    """The goals that a step is about, by their records, KPIs, initiatives and decisions."""
    found: dict[str, None] = {}
    for kind, _, name in (line.ref.partition("/") for line in telling.lines):
        if kind == "goals":
            found[name] = None
        elif kind == "kpis":
            found |= {goal.id: None for goal in book.goals_of[name]}
        elif kind == "initiatives" and name in book.document.initiatives:
            found |= dict.fromkeys(book.document.initiatives[name].goals)
        elif kind == "decisions" and name in book.document.decisions:
            found |= dict.fromkeys(decided_goals(book, book.document.decisions[name]))
    return tuple(found)
