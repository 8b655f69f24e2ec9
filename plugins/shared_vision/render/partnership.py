"""The page on how the partnership itself is doing."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from shared_vision.model.catalogue import message, messages
from shared_vision.model.health import Figure, Sign, Standing, standing
from shared_vision.model.reason import Reason
from shared_vision.model.records import ScopeItem, Survey
from shared_vision.model.site import Page
from shared_vision.model.surveyed import Surveyed
from shared_vision.render.attention import by_attention
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, safe
from shared_vision.render.surveys import (
    Line,
    mean_words,
    rate,
    results,
    theme_change,
    theme_lines,
    theme_name,
)
from shared_vision.render.words import MEANS, REASON, SIGN

_SAID: Mapping[Sign, tuple[str, str]] = {
    Sign.RHYTHM_KEPT: messages(
        "{part} of {number} update came when it was due.",
        "{part} of {number} updates came when they were due.",
    ),
    Sign.IDEAS_ANSWERED: messages(
        "{part} of {number} idea was answered in the time we agreed on.",
        "{part} of {number} ideas were answered in the time we agreed on.",
    ),
    Sign.PARTICIPATION: messages(
        "{part} of {number} answer that decisions asked for was given.",
        "{part} of {number} answers that decisions asked for were given.",
    ),
    Sign.BALANCE: messages(
        "Ideas and options come as evenly as if {part} of our {number} partner brought them all alike.",
        "Ideas and options come as evenly as if {part} of our {number} partners brought them all alike.",
    ),
    Sign.DATA_ON_TIME: messages(
        "{part} of {number} value came in time.", "{part} of {number} values came in time."
    ),
    Sign.ENGAGEMENT: messages(
        "{part} of {number} person asked in the latest survey answered.",
        "{part} of {number} people asked in the latest survey answered.",
    ),
    Sign.RECOGNITION: messages(
        "Of {part} in {number} idea answered or option not taken we wrote down what was good about it.",
        "Of {part} in {number} ideas answered and options not taken we wrote down what was good about them.",
    ),
}
_PROOF: Mapping[Sign, str] = {
    Sign.RHYTHM_KEPT: "updates/index",
    Sign.IDEAS_ANSWERED: "ideas/index",
    Sign.PARTICIPATION: "decisions/index",
    Sign.BALANCE: "ideas/index",
    Sign.DATA_ON_TIME: "data/index",
    Sign.RECOGNITION: "decisions/index",
    Sign.ENGAGEMENT: "surveys/index",
}
"""Where each can be looked up."""
_HEADS: Mapping[Standing, str] = {
    Standing.STRONG: message("What is strong"),
    Standing.FAIR: message("What could be better"),
    Standing.WEAK: message("What to talk about"),
}


class Row(NamedTuple):
    """A sign in words: its name, its share, what that rests on, how it is worked out, where to look."""

    name: str
    share: str
    said: str
    means: str
    proof: str
    standing: Standing | None


TRUST = ("openness", "reliability", "shared aim")
VALUE = ("recognition", "effort", "influence")
"""The themes that trust and value are the means of, after methods.md, C15, in our own words."""


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
    rows = [_row(book, figure) for figure in book.measures.figures]
    kpis = [kpi for kpi in book.document.kpis.values() if kpi.measures == "partnership"]
    scope = [Cover(item, _covered(here, item)) for item in book.document.vision.scope]
    return make_page(
        here,
        "partnership",
        title=say("How we work together"),
        description=say(
            "How the partnership itself is doing: what is strong, what to talk about, who covers what."
        ),
        rows=rows,
        told=[
            (say(head), [row for row in (*rows, *_theme_rows(book)) if row.standing is one])
            for one, head in _HEADS.items()
        ],
        kpis=by_attention(kpis, book.measures.kpis),
        scope=scope,
        gaps=list(_gaps(here)),
        voiced=_voiced(book),
        partners=tuple(book.document.partners.values()),
    )


def _latest_survey(book: Book) -> Survey | None:
    """The latest survey that says anything."""
    told = [name for name, one in book.measures.surveys.items() if isinstance(one, Surveyed) and one.themes]
    return book.document.surveys[told[-1]] if told else None


def _voiced(book: Book) -> Voiced | None:
    survey = _latest_survey(book)
    if not survey:
        return None
    means = {theme.name.casefold(): theme.mean for theme in results(book, survey).themes}
    say = book.wording.say
    sides = [
        (name, _mean(book, [means[one] for one in themes]))
        for name, themes in ((say("Trust"), TRUST), (say("Value"), VALUE))
        if all(one in means for one in themes)
    ]
    return Voiced(
        survey, theme_lines(book, survey), rate(book, survey), sides, _mean(book, list(means.values()))
    )


def _mean(book: Book, values: list[float]) -> str:
    return book.wording.decimals(sum(values) / len(values), 1)


def _theme_rows(book: Book) -> Iterator[Row]:
    """What people say of each theme, as a sign beside the others."""
    survey = _latest_survey(book)
    if not survey:
        return
    for theme in results(book, survey).themes:
        said = book.wording.say(
            "What our people say: {mean} on a scale from {low} to {high}.",
            mean=mean_words(book, theme.mean, theme.give),
            low=survey.scale[0],
            high=survey.scale[1],
        )
        change = theme_change(book, theme.moved) if theme.moved else ""
        yield Row(theme_name(book, theme.name), change, said, "", f"surveys/{survey.id}", theme.standing)


def _row(book: Book, figure: Figure) -> Row:
    say, sign = book.wording.say, figure.sign
    name, means, proof = say(SIGN[sign]), say(MEANS[sign]), _PROOF[sign]
    if isinstance(figure.share, Reason):
        return Row(name, "", say(REASON[figure.share]), means, proof, None)
    part = book.wording.number(round(figure.part, 1))
    said = book.wording.plural(*_SAID[sign], figure.whole, part=part)
    return Row(name, book.wording.percent(figure.share), said, means, proof, standing(figure.share))


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
