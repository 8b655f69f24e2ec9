"""The pages of surveys: what may be shown of them, and what is held back and why."""

from collections.abc import Iterator
from typing import NamedTuple

from shared_vision.model.asking import best, turned
from shared_vision.model.catalogue import message
from shared_vision.model.health import Standing
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.site import Page
from shared_vision.model.survey import Asked, Band, Published
from shared_vision.model.surveyed import Moved, Result, Surveyed, ThemeResult
from shared_vision.render.book import Book
from shared_vision.render.engine import findable, make_page
from shared_vision.render.here import Here
from shared_vision.render.html import Markup
from shared_vision.render.pictures import answers_key, answers_stack, level
from shared_vision.render.trail import trail
from shared_vision.render.words import REASON, THEME

_LOW_RATE = 0.6
_STANDS = {
    Standing.STRONG: message("a strength"),
    Standing.FAIR: message("worth a talk"),
    Standing.WEAK: message("a concern"),
}
_BETTER = message("getting better")


class Line(NamedTuple):
    """One theme: its mean in words and as a bar, what that says, what changed since the survey before."""

    name: str
    bar: Markup
    mean: str
    stands: str
    change: str


class Answer(NamedTuple):
    """One question: how its answers are spread, as a bar and in words, and what they come to."""

    text: str
    stack: Markup
    spread: Markup
    said: list[str]
    divided: bool


class Chapter(NamedTuple):
    """The questions of one theme."""

    theme: str
    answers: list[Answer]


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
        why=lambda survey: _why(book, survey),
        lines=lambda survey: theme_lines(book, survey),
        least=book.document.vision.survey.minimum_answers,
        broken=[record for record in book.document.broken if record.kind == "surveys"],
    )
    yield from (_page(book, survey) for survey in surveys)


def _page(book: Book, survey: Survey) -> Page:
    here, found = Here(book=book, path=f"surveys/{survey.id}"), results(book, survey)
    return make_page(
        here,
        "survey",
        title=survey.title,
        description=survey.summary or survey.title,
        found=findable(*survey.tags),
        crumbs=trail(here),
        survey=survey,
        shown=found.published,
        reason=_why(book, survey),
        rate=rate(book, survey),
        lines=theme_lines(book, survey),
        hidden=[partner for partner in found.published.hidden if partner],
        themes=[theme.name for theme in found.themes],
        chapters=list(_chapters(book, survey)),
        before=found.before,
        least=book.document.vision.survey.minimum_answers,
        number=lambda value: book.wording.decimals(value, 1),
        called_theme=lambda theme: theme_name(book, theme),
    )


def results(book: Book, survey: Survey) -> Surveyed:
    """The results of a survey; without any, why there are none."""
    found = book.measures.surveys[survey.id]
    return found if isinstance(found, Surveyed) else Surveyed(published=Published(reason=found))


def _why(book: Book, survey: Survey) -> str:
    reason = results(book, survey).published.reason
    return book.wording.say(REASON[reason]) if reason else ""


def rate(book: Book, survey: Survey) -> str:
    """How many answered of those who were asked; empty where nothing may be shown."""
    seen = results(book, survey).published
    if seen.reason:
        return ""
    if not survey.asked:
        return book.wording.plural("{number} answered", "{number} answered", seen.answered)
    share = min(seen.answered / survey.asked, 1.0)
    said = book.wording.say(
        "{some} of {all} answered ({share})",
        some=seen.answered,
        all=survey.asked,
        share=book.wording.percent(share),
    )
    if share >= _LOW_RATE:
        return said
    return book.wording.say("{said}; so few may not speak for all", said=said)


def theme_name(book: Book, theme: str) -> str:
    """What a theme is called: in the reader's language, where it is one of our own questionnaire."""
    return book.wording.say(THEME[theme.casefold()]) if theme.casefold() in THEME else theme


def theme_lines(book: Book, survey: Survey) -> list[Line]:
    """Each theme with its mean, its change since the survey before, and what it says by convention."""
    return [_line(book, survey, theme) for theme in results(book, survey).themes]


def _line(book: Book, survey: Survey, theme: ThemeResult) -> Line:
    before = _height(survey, theme.moved.before) if theme.moved else None
    return Line(
        name=theme_name(book, theme.name),
        bar=level(_height(survey, theme.mean), before),
        mean=mean_words(book, theme.mean, theme.give),
        stands=book.wording.say(_BETTER if theme.getting_better else _STANDS[theme.standing]),
        change=theme_change(book, theme.moved) if theme.moved else "",
    )


def _height(survey: Survey, value: float) -> float:
    low, high = survey.scale
    return (value - low) / (high - low)


def mean_words(book: Book, mean: float, give: float) -> str:
    """A mean with half of its interval."""
    decimals = book.wording.decimals
    return book.wording.say("{mean} ± {give}", mean=decimals(mean, 1), give=decimals(give, 1))


def theme_change(book: Book, moved: Moved) -> str:
    """How a theme moved, and whether that is more than chance."""
    say, before = book.wording.say, book.wording.decimals(moved.before, 1)
    if not moved.clear:
        return say("no clear change; it was {mean}", mean=before)
    if moved.rose.low > 0:
        return say("up from {mean}", mean=before)
    return say("down from {mean}", mean=before)


def _chapters(book: Book, survey: Survey) -> Iterator[Chapter]:
    found = results(book, survey)
    pairs = list(zip(found.published.questions, found.questions, strict=True))
    for theme in dict.fromkeys(question.theme for question in survey.questions):
        answers = [
            _answer(book, survey, asked, result)
            for asked, result in pairs
            if survey.questions[asked.number].theme == theme
        ]
        if answers:
            yield Chapter(theme_name(book, theme), answers)


def _answer(book: Book, survey: Survey, asked: Asked, result: Result) -> Answer:
    question = survey.questions[asked.number]
    parts = [
        (
            band.count,
            _height(survey, turned(survey, asked.number, (band.low + band.high) / 2)),
            _band(book, band),
        )
        for band in asked.bands
    ]
    return Answer(
        text=question.text or question.column[0],
        stack=answers_stack(parts),
        spread=answers_key(parts),
        said=list(_said(book, survey, result)),
        divided=bool(result.divided),
    )


def _band(book: Book, band: Band) -> str:
    value = f"{band.low}–{band.high}" if band.joined else str(band.low)
    return book.wording.say("{value}: {many}", value=value, many=band.count)


def _said(book: Book, survey: Survey, result: Result) -> Iterator[str]:
    say = book.wording.say
    if isinstance(result.mean, Reason):
        yield say(REASON[result.mean])
    else:
        yield say("Mean {mean}", mean=mean_words(book, result.mean, result.give))
    if isinstance(result.top, Reason):
        return
    percent, between = book.wording.percent, result.top_between
    first, second = best(survey, result.number)
    yield say(
        "{share} said {first} or {second} ({low} to {high})",
        share=percent(result.top),
        first=first,
        second=second,
        low=percent(between.low),
        high=percent(between.high),
    )
    if result.moved:
        yield _share_change(book, result.moved)


def _share_change(book: Book, moved: Moved) -> str:
    say, before = book.wording.say, book.wording.percent(moved.before)
    if not moved.clear:
        return say("no clear change; it was {share}", share=before)
    ends = sorted((abs(moved.rose.low), abs(moved.rose.high)))
    low, high = (book.wording.number(round(100 * end)) for end in ends)
    if moved.rose.low > 0:
        return say("up from {share}, by {low} to {high} percentage points", share=before, low=low, high=high)
    return say("down from {share}, by {low} to {high} percentage points", share=before, low=low, high=high)
