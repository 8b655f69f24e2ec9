"""How partners keep in touch, and how sure they are, in words and as small pictures."""

from collections.abc import Mapping

from shared_vision.model.catalogue import message, messages
from shared_vision.model.measures import GOOD, Status
from shared_vision.model.rhythm import Beat, Confidence, Rhythm
from shared_vision.model.wording import Wording
from shared_vision.render.book import Book
from shared_vision.render.html import Markup, escape, safe

_MOST = 60
"""So many of the latest beats are shown."""
_DASH = ' style="height:0;vertical-align:.2rem"'
_LEGEND: Mapping[Beat, str] = {
    Beat.KEPT: message("heard in time: by the second working day after"),
    Beat.MISSED: message("not heard in time"),
    Beat.AHEAD: message("there is time yet"),
}
_SAID: Mapping[Beat, str] = {
    Beat.KEPT: message("{day}: heard"),
    Beat.EARLY: message("{day}: heard already"),
    Beat.MISSED: message("{day}: not heard"),
    Beat.AHEAD: message("{day}: there is time yet"),
}


def strip(rhythm: Rhythm, wording: Wording) -> Markup:
    """A dot for each day an update was due: full where it came; the words stand beside it."""
    return safe(
        '<span aria-hidden="true">'
        + " ".join(
            _dot(beat, wording.say(_SAID[beat], day=wording.day(day))) for day, beat in rhythm.beats[-_MOST:]
        )
        + "</span>"
    )


def _dot(beat: Beat, title: str = "") -> str:
    """A full dot, a ring or a dash: each another shape, whatever its colour."""
    full, style = " sv-full" if beat in {Beat.KEPT, Beat.EARLY} else "", _DASH if beat is Beat.AHEAD else ""
    told = f' title="{escape(title)}"' if title else ""
    return f'<span class="sv-dot{full}"{style}{told}></span>'


def legend(wording: Wording) -> Markup:
    """What each shape of dot says."""
    said = (f"{_dot(beat)} {escape(wording.say(words))}" for beat, words in _LEGEND.items())
    return safe(f'<span class="sv-chips">{" ".join(f"<span>{one}</span>" for one in said)}</span>')


def kept_words(rhythm: Rhythm, wording: Wording) -> str:
    """How often an update came when it was due; an invitation where it never did."""
    if rhythm.latest is None:
        return wording.say("Not heard yet: one line is enough to begin.")
    if not rhythm.counted:
        return wording.say("Last heard on {day}.", day=wording.day(rhythm.latest))
    return wording.plural(
        "Heard {kept} of {number} time, last on {day}.",
        "Heard {kept} of {number} times, last on {day}.",
        rhythm.counted,
        kept=rhythm.kept,
        day=wording.day(rhythm.latest),
    )


def rhythm_line(book: Book) -> str:
    """How the partners keep in touch altogether; empty where they agreed on no rhythm."""
    found = book.measures.rhythms.values()
    counted = sum(one.counted for one in found)
    if not counted:
        return ""
    return book.wording.plural(
        "{kept} of the {number} update that fell due within a year came in time.",
        "{kept} of the {number} updates that fell due within a year came in time.",
        counted,
        kept=sum(one.kept for one in found),
    )


def sure_words(confidence: Confidence, status: Status, wording: Wording) -> str:
    """How sure the partners are of a goal now, and whether that fell while the numbers look fine.

    What it was is compared over those who spoke at both times: who begins to speak lets nobody fall.
    """
    now = wording.decimals(confidence.now, 1)
    alone = confidence.speakers == 1
    said = wording.say(_ALONE if alone else _TOGETHER, now=now)
    if confidence.before is None or confidence.since is None:
        return said
    ends = {"before": wording.decimals(confidence.before, 1), "now": wording.decimals(confidence.since, 1)}
    if confidence.fell:
        return wording.say(_FELL_THOUGH if status in GOOD else _FELL, **ends)
    if confidence.fallen:
        return f"{said} {wording.plural(*_SOME, confidence.fallen)}"
    return wording.say(_AS_BEFORE_ALONE if alone else _AS_BEFORE, **ends)


_ALONE = message("The one partner who spoke of it is {now} of 10 sure.")
_TOGETHER = message("On average we are {now} of 10 sure.")
_FELL = message("Confidence fell from {before} to {now} of 10 within three months.")
_FELL_THOUGH = message(
    "Confidence fell from {before} to {now} of 10 within three months, "
    "while the numbers still look fine: worth a talk."
)
_SOME = messages(
    "{number} partner is clearly less sure than three months ago: worth a talk.",
    "{number} partners are clearly less sure than three months ago: worth a talk.",
)
_AS_BEFORE = message("On average we are {now} of 10 sure; three months ago it was {before}.")
_AS_BEFORE_ALONE = message(
    "The one partner who spoke of it is {now} of 10 sure; three months ago it was {before}."
)
