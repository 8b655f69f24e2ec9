"""The page on how the partnership itself is doing."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from shared_vision.model.catalogue import message
from shared_vision.model.health import Standing
from shared_vision.model.records import ScopeItem, Survey
from shared_vision.model.site import Page
from shared_vision.model.surveyed import Surveyed
from shared_vision.render.attention import by_attention
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, safe
from shared_vision.render.signs import BETTER, Row, Voices, sign_row, summary, voiced_line
from shared_vision.render.surveys import Line, rate, results, theme_lines

_HEADS: Mapping[str, str] = {
    Standing.STRONG: message("What is strong"),
    BETTER: message("What is getting better"),
    Standing.FAIR: message("What could be better"),
    Standing.WEAK: message("What to talk about"),
}
TRUST = ("openness", "reliability", "shared aim")
VALUE = ("recognition", "effort", "influence")
"""The themes that trust and value are the means of, after methods.md, C15, in our own words."""


class Part(NamedTuple):
    """The signs that stand alike, and what people say of the themes that do."""

    head: str
    rows: list[Row]
    voiced: str


class Voiced(NamedTuple):
    """The latest survey with its themes, how many answered, trust and value, and the mean over all themes."""

    survey: Survey
    lines: list[Line]
    rate: str
    sides: list[tuple[str, str]]
    satisfied: str


class Cover(NamedTuple):
    """Something that must be covered, who does, and what that means where nobody or one alone does."""

    item: ScopeItem
    said: Markup


def partnership_page(book: Book) -> Page:
    """How we work together: what is strong, what to talk about, who covers what."""
    here, say = Here(book=book, path="partnership/index"), book.wording.say
    rows, voices = [sign_row(here, figure) for figure in book.measures.figures], _voices(book)
    kpis = [kpi for kpi in book.document.kpis.values() if kpi.measures == "partnership"]
    return make_page(
        here,
        "partnership",
        title=say("How we work together"),
        description=say(
            "How the partnership itself is doing: what is strong, what to talk about, who covers what."
        ),
        summary=summary(book, rows, voices),
        rows=rows,
        parts=list(_parts(book, rows, voices)),
        kpis=by_attention(kpis, book.measures.kpis),
        scope=[Cover(item, _covered(here, item)) for item in book.document.vision.scope],
        gaps=list(_gaps(here)),
        voiced=_voiced(book, voices) if voices else None,
        partners=tuple(book.document.partners.values()),
    )


def _voices(book: Book) -> Voices | None:
    """The latest survey that says anything."""
    told = [name for name, one in book.measures.surveys.items() if isinstance(one, Surveyed) and one.themes]
    if not told:
        return None
    survey = book.document.surveys[told[-1]]
    return Voices(survey, results(book, survey).themes)


def _parts(book: Book, rows: list[Row], voices: Voices | None) -> Iterator[Part]:
    """What is strong, what is getting there, then what is less so, the lowest first."""
    for group, head in _HEADS.items():
        found = [row for row in rows if row.standing == group]
        if group != Standing.STRONG:
            found.sort(key=lambda row: row.share or 0)
        voiced = voiced_line(book, voices, group) if voices else ""
        if found or voiced:
            yield Part(book.wording.say(head), found, voiced)


def _voiced(book: Book, voices: Voices) -> Voiced:
    survey, means = voices.survey, {theme.name.casefold(): theme.mean for theme in voices.themes}
    say = book.wording.say
    sides = [
        (name, _mean(book, [means[one] for one in themes]))
        for name, themes in ((say("Trust"), TRUST), (say("Worth to us"), VALUE))
        if all(one in means for one in themes)
    ]
    return Voiced(
        survey, theme_lines(book, survey), rate(book, survey), sides, _mean(book, list(means.values()))
    )


def _mean(book: Book, values: list[float]) -> str:
    return book.wording.decimals(sum(values) / len(values), 1)


def _covered(here: Here, item: ScopeItem) -> Markup:
    say = here.book.wording.say
    if not item.partners:
        return safe(say("nobody yet: a new partner?"))
    who = here.links("partners", item.partners)
    return safe(say("{partners} alone", partners=who)) if len(item.partners) == 1 else who


def _gaps(here: Here) -> Iterator[Markup]:
    """What nobody covers, then what hangs on one partner: where a new partner would help most."""
    say, scope = here.book.wording.say, here.book.document.vision.scope
    for item in scope:
        if not item.partners:
            what = here.said(item.title)
            yield safe(say("<strong>Nobody covers {what}</strong>: a new partner?", what=what))
    single = [item for item in scope if len(item.partners) == 1]
    if single and len(here.book.document.partners) > 1:
        titles = here.book.wording.listed([str(here.said(item.title)) for item in single])
        yield safe(say("Each hangs on one partner alone: {what}.", what=titles))
