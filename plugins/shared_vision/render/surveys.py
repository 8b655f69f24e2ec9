"""The pages of surveys: what may be shown of them, and what is held back and why."""

from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.site import Page
from shared_vision.model.survey import Asked, Published, Theme
from shared_vision.render.book import Book
from shared_vision.render.engine import findable, make_page
from shared_vision.render.here import Here
from shared_vision.render.trail import trail
from shared_vision.render.words import REASON

_LOW_RATE = 0.6
_DIVIDED, _AGREED = 0.3, 0.5
_NORMAL = 1.959964
STRONG, FAIR = 0.75, 0.5
"""Of the way up the scale: 4 and 3 of 5, as is usual for such factors; a convention (methods.md, C14)."""


class Line(NamedTuple):
    """One theme in words: its mean, what changed since the survey before, what that says."""

    name: str
    mean: str
    change: str
    standing: str


class Answered(NamedTuple):
    """One question in words."""

    text: str
    theme: str
    answers: int
    mean: str
    top: str
    spread: str
    divided: bool


def survey_pages(book: Book) -> Iterator[Page]:
    """All surveys, then a page each."""
    say = book.wording.say
    surveys = [book.document.surveys[name] for name in reversed(tuple(book.measures.surveys))]
    yield make_page(
        Here(book=book, path="surveys/index"),
        "surveys",
        title=say("Surveys"),
        description=say("What the people of the partners say about working together."),
        surveys=surveys,
        rate=lambda survey: rate(book, survey),
        lines=lambda survey: theme_lines(book, survey),
        least=book.document.vision.survey.minimum_answers,
        broken=[record for record in book.document.broken if record.kind == "surveys"],
    )
    yield from (_page(book, survey) for survey in surveys)


def _page(book: Book, survey: Survey) -> Page:
    here, found = Here(book=book, path=f"surveys/{survey.id}"), book.measures.surveys[survey.id]
    shown = found if isinstance(found, Published) else Published(reason=found)
    return make_page(
        here,
        "survey",
        title=survey.title,
        description=survey.summary or survey.title,
        found=findable(*survey.tags),
        crumbs=trail(here),
        survey=survey,
        shown=shown,
        reason=book.wording.say(REASON[shown.reason]) if shown.reason else "",
        rate=rate(book, survey),
        lines=theme_lines(book, survey),
        asked=[_answered(book, survey, one) for one in shown.questions],
        least=book.document.vision.survey.minimum_answers,
        number=lambda value: book.wording.decimals(value, 1),
    )


def rate(book: Book, survey: Survey) -> str:
    """How many answered of those who were asked."""
    found = book.measures.surveys[survey.id]
    if isinstance(found, Reason) or found.reason:
        return ""
    if not survey.asked:
        return book.wording.plural("{number} answered", "{number} answered", found.answered)
    share = min(found.answered / survey.asked, 1.0)
    said = book.wording.say(
        "{some} of {all} answered ({share})",
        some=found.answered,
        all=survey.asked,
        share=book.wording.percent(share),
    )
    if share >= _LOW_RATE:
        return said
    return book.wording.say("{said}; so few may not speak for all", said=said)


def theme_lines(book: Book, survey: Survey) -> list[Line]:
    """Each theme with its mean, its change since the survey before, and what it says by convention."""
    found = book.measures.surveys[survey.id]
    if isinstance(found, Reason):
        return []
    before = _before(book, survey)
    return [_line(book, survey, theme, before.get(theme.name)) for theme in found.themes]


def _before(book: Book, survey: Survey) -> dict[str, Theme]:
    """The themes of the survey before, on the same scale."""
    names = tuple(book.measures.surveys)
    for name in reversed(names[: names.index(survey.id)]):
        found = book.measures.surveys[name]
        if isinstance(found, Published) and book.document.surveys[name].scale == survey.scale:
            return {theme.name: theme for theme in found.themes}
    return {}


def _line(book: Book, survey: Survey, theme: Theme, before: Theme | None) -> Line:
    say, low, high = book.wording.say, *survey.scale
    mean = say("{mean} ± {give}", mean=_one(book, theme.mean), give=_one(book, theme.give))
    share = (theme.mean - low) / (high - low)
    if share >= STRONG:
        standing = say("a strength")
    else:
        standing = say("worth a talk") if share >= FAIR else say("a concern")
    if before is None:
        return Line(theme.name, mean, "", standing)
    moved, give = theme.mean - before.mean, sqrt(theme.give**2 + before.give**2)
    if abs(moved) <= give:
        change = say("no clear change since {mean}", mean=_one(book, before.mean))
    elif moved > 0:
        change = say("up from {mean}", mean=_one(book, before.mean))
    else:
        change = say("down from {mean}", mean=_one(book, before.mean))
    return Line(theme.name, mean, change, standing)


def _answered(book: Book, survey: Survey, one: Asked) -> Answered:
    say, low, high = book.wording.say, *survey.scale
    asked = survey.questions[one.number]
    good = (low, low + 1) if asked.reversed else (high - 1, high)
    share = one.share_from(*good)
    spread = [say("{value}: {many}", value=_span(band.low, band.high), many=band.count) for band in one.bands]
    divided = False
    if not isinstance(one.mean, Reason) and not isinstance(one.agreement, Reason):
        turned = low + high - one.mean if asked.reversed else one.mean
        divided = turned >= (low + high) / 2 + _AGREED and one.agreement < _DIVIDED
    return Answered(
        text=asked.text or asked.column[0],
        theme=asked.theme,
        answers=one.answers,
        mean="" if isinstance(one.mean, Reason) else _one(book, one.mean),
        top="" if isinstance(share, Reason) else _with_interval(book, share, one.answers, survey.asked),
        spread=" · ".join(spread) if len(spread) > 1 else say(REASON[Reason.ALIKE]),
        divided=divided,
    )


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def _one(book: Book, value: float) -> str:
    return book.wording.decimals(value, 1)


def wilson(share: float, answers: int, invited: int | None) -> tuple[float, float]:
    """The 95 % interval of a share, narrower where most of all who were asked answered.

    Source: Wilson (1927); with the finite population correction, by an effective number of answers.
    """
    left = 1 - answers / invited if invited and invited > answers else (0.0 if invited else 1.0)
    if left <= 0:
        return share, share
    n, z = answers / left, _NORMAL
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return max(middle - half, 0.0), min(middle + half, 1.0)


def _with_interval(book: Book, share: float, answers: int, invited: int | None) -> str:
    low, high = wilson(share, answers, invited)
    percent = book.wording.percent
    return book.wording.say(
        "{share} ({low} to {high})", share=percent(share), low=percent(low), high=percent(high)
    )
