"""What tells how the partnership is doing, in words: a row for each sign, and one for what people say."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from shared_vision.model.catalogue import messages
from shared_vision.model.health import Figure, Sign, Standing, standing
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.surveyed import ThemeResult
from shared_vision.render.book import Book
from shared_vision.render.evidence import Evidence, evidence
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, safe
from shared_vision.render.pictures import level
from shared_vision.render.surveys import mean_words, theme_change, theme_name
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
        "What was good is written down for {part} of {number} idea we answered or option we did not take.",
        "What was good is written down for {part} of {number} ideas we answered and options we did not take.",
    ),
}
BETTER = "better"
"""The group of what is fair and clearly went up."""
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


class Row(NamedTuple):
    """A sign in words: its name, its share and that as a bar, what that rests on, where to look."""

    name: str
    share: float | None
    percent: str
    bar: Markup
    said: str
    means: str
    proof: str
    standing: Standing | None
    evidence: Evidence | None


class Voices(NamedTuple):
    """The latest survey that says anything, with its themes."""

    survey: Survey
    themes: Sequence[ThemeResult]


def sign_row(here: Here, figure: Figure) -> Row:
    """A sign, in words."""
    say, sign, plural = here.book.wording.say, figure.sign, here.book.wording.plural
    name, means, proof = say(SIGN[sign]), say(MEANS[sign]), _PROOF[sign]
    if isinstance(figure.share, Reason):
        return Row(name, None, "", safe(""), say(REASON[figure.share]), means, proof, None, None)
    part = here.book.wording.number(round(figure.part, 1))
    return Row(
        name=name,
        share=figure.share,
        percent=here.book.wording.percent(figure.share),
        bar=level(figure.share),
        said=plural(*_SAID[sign], figure.whole, part=part),
        means=means,
        proof=proof,
        standing=standing(figure.share),
        evidence=evidence(here, sign),
    )


def voiced_line(book: Book, voices: Voices, group: str) -> str:
    """What people say of the themes of a group: Openness 4.0 ± 0.1 (up from 3.4)."""
    return " · ".join(_theme(book, theme) for theme in voices.themes if _group(theme) == group)


def _group(theme: ThemeResult) -> str:
    """Where a theme stands; one that is fair and clearly went up is getting better."""
    return BETTER if theme.getting_better else theme.standing


def _theme(book: Book, theme: ThemeResult) -> str:
    said = f"{theme_name(book, theme.name)} {mean_words(book, theme.mean, theme.give)}"
    if not theme.moved:
        return said
    return book.wording.say("{said} ({change})", said=said, change=theme_change(book, theme.moved))


def summary(book: Book, rows: Sequence[Row], voices: Voices | None) -> str:
    """How many of the signs are strong, and what to talk about first."""
    known = [row for row in rows if row.share is not None]
    if not known:
        return book.wording.say("How we work together is not known yet: nothing was asked for so far.")
    strong = sum(row.standing is Standing.STRONG for row in known)
    line = book.wording.plural(
        "{strong} of {number} sign of how we work together is strong.",
        "{strong} of {number} signs of how we work together are strong.",
        len(known),
        strong=strong,
    )
    first = [*_weakest(book, known), *(_worrying(book, voices) if voices else ())]
    if not first:
        return line
    talk = book.wording.say("To talk about first: {what}.", what=book.wording.listed(first))
    return f"{line} {talk}"


def _weakest(book: Book, known: Sequence[Row]) -> list[str]:
    """The sign with the lowest share, where it is no strength."""
    weak = [row for row in known if row.standing is not Standing.STRONG]
    found = min(weak, key=lambda row: row.share or 0, default=None)
    if not found:
        return []
    return [book.wording.say("{name} ({share})", name=found.name, share=found.percent)]


def _worrying(book: Book, voices: Voices) -> list[str]:
    """The lowest of the themes that are a concern or went down."""
    found = [
        theme
        for theme in voices.themes
        if theme.standing is Standing.WEAK or (theme.moved and theme.moved.rose.high < 0)
    ]
    lowest = min(found, key=lambda theme: theme.mean, default=None)
    if not lowest:
        return []
    mean = book.wording.decimals(lowest.mean, 1)
    change = f", {theme_change(book, lowest.moved)}" if lowest.moved else ""
    name = theme_name(book, lowest.name)
    return [book.wording.say("what our people say of {name} ({mean})", name=name, mean=f"{mean}{change}")]
