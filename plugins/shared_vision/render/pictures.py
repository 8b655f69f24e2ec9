"""Small pictures made of shapes: status marks, chips, bars, sparklines."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from shared_vision.model.effect import Verdict
from shared_vision.model.heard import Waiting
from shared_vision.model.measures import Agreement, Freshness, Status
from shared_vision.model.names import AGREEMENT, ANSWERED, DECISION, INITIATIVE, OUTCOME, STANCE, STATUS
from shared_vision.model.reason import Reason
from shared_vision.model.records import (
    AnswerOutcome,
    DecisionStatus,
    GoalStatus,
    InitiativeStatus,
    Outcome,
    Stance,
)
from shared_vision.model.wording import Wording
from shared_vision.render.html import Markup, escape, safe
from shared_vision.render.words import FRESHNESS, VERDICT, VOICE, WAITING

_WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Status: STATUS,
    Freshness: FRESHNESS,
    DecisionStatus: DECISION,
    InitiativeStatus: INITIATIVE,
    GoalStatus: AGREEMENT,
    Outcome: OUTCOME,
    Stance: STANCE,
    Agreement: VOICE,
    Verdict: VERDICT,
    Waiting: WAITING,
    AnswerOutcome: ANSWERED,
}
_PREFIXES: Mapping[type[StrEnum], str] = {
    DecisionStatus: "d",
    InitiativeStatus: "i",
    GoalStatus: "g",
    Outcome: "o",
    Stance: "p",
}
"""What tells the states of one name apart in the stylesheet."""
_LIKE: Mapping[StrEnum, str] = {
    Agreement.AGREED: "p-consent",
    Agreement.EARLIER: "p-hold",
    Agreement.OBJECTS: "p-object",
    Agreement.NOT_ASKED: "unknown",
    Verdict.HELPED: "on-track",
    Verdict.HURT: "moving-away",
    Verdict.NO_CHANGE: "p-abstain",
    Verdict.CANNOT_TELL: "unknown",
    Waiting.OPEN: "due",
    Waiting.LATE: "overdue",
    AnswerOutcome.ADOPTED: "o-chosen",
    AnswerOutcome.DECLINED: "o-rejected",
    AnswerOutcome.DEFERRED: "o-deferred",
}
"""States that look like others: who agrees to a wording like an answer, what helped like what is on track."""
_WIDTH, _HEIGHT = 200, 60
"""As the stylesheet knows them, which puts the last dot 8 from the right."""


@lru_cache(maxsize=None, typed=True)
def chip(state: StrEnum, wording: Wording) -> Markup:
    """A state as colour, shape and word."""
    return labelled(state, wording.say(_WORDS[type(state)][state]))


def labelled(state: StrEnum, words: str) -> Markup:
    """A state's colour and shape, which the stylesheet has, with words of its own."""
    return safe(f'<span class="sv-chip sv-is-{_of(state)}">{escape(words)}</span>')


def _of(state: StrEnum) -> str:
    if isinstance(state, Agreement | Verdict | Waiting | AnswerOutcome):
        return _LIKE[state]
    return state.value if isinstance(state, Status | Freshness) else f"{_PREFIXES[type(state)]}-{state.value}"


def bar(status: Status, progress: float | Reason, expected: float | Reason) -> Markup:
    """How far of the way, with a mark for what is expected by now; the words stand beside it."""
    if isinstance(progress, Reason):
        return safe('<span class="sv-bar sv-is-unknown" aria-hidden="true"></span>')
    mark = "" if isinstance(expected, Reason) else f'<i style="left:{_share(expected)}"></i>'
    done = f'<b style="width:{_share(progress)}"></b>'
    return safe(f'<span class="sv-bar sv-is-{status.value}" aria-hidden="true">{done}{mark}</span>')


def stack(counts: Mapping[Status, int]) -> Markup:
    """How many are in each state, side by side; the words stand beneath."""
    parts = (
        f'<b class="sv-is-{state.value}" style="flex-grow:{many}"></b>' for state, many in counts.items()
    )
    return safe(f'<span class="sv-stack" aria-hidden="true">{"".join(parts)}</span>')


def level(height: float, before: float | None = None) -> Markup:
    """How far up a scale something is, from 0 to 1, with a mark where it was; the words stand beside it."""
    mark = "" if before is None else f'<i style="left:{_share(before)}"></i>'
    done = f'<b style="width:{_share(height)}"></b>'
    return safe(
        f'<span class="sv-bar" style="--sv-status:var(--sv-accent)" aria-hidden="true">{done}{mark}</span>'
    )


def answers_stack(parts: Iterable[tuple[int, float, str]]) -> Markup:
    """How many gave each answer, side by side, the better the darker: number, height on the scale, words."""
    pieces = (
        f'<b style="flex-grow:{many};{_shade(height)}" title="{escape(words)}"></b>'
        for many, height, words in parts
    )
    look = 'class="sv-stack" style="height:.8rem;margin:.5rem 0"'
    return safe(f'<span {look} aria-hidden="true">{"".join(pieces)}</span>')


def answers_key(parts: Iterable[tuple[int, float, str]]) -> Markup:
    """The words of each piece of such a stack, each behind a patch of its shade."""
    said = (
        f'<span><span class="sv-stack" style="display:inline-flex;width:.7rem;border-radius:3px" '
        f'aria-hidden="true"><b style="flex-grow:1;{_shade(height)}"></b></span> {escape(words)}</span>'
        for _, height, words in parts
    )
    return safe(f'<span class="sv-chips">{" ".join(said)}</span>')


def _shade(height: float) -> str:
    """The better an answer, the more of the accent."""
    return f"--sv-status:color-mix(in srgb,var(--sv-accent) {20 + 80 * height:.0f}%,var(--sv-line))"


@lru_cache(maxsize=8192)
def sparkline(values: Sequence[float], most: int = 24) -> Markup:
    """The course of the latest values as a small line that ends in the colour of the status around it."""
    recent = values[-most:]
    if len(recent) < 2:
        return safe("")
    low, high = min(recent), max(recent)
    step, span = (_WIDTH - 16) / (len(recent) - 1), (high - low) or 1
    xs = [round(8 + step * place) for place in range(len(recent))]
    ys = [round(_HEIGHT - 8 - (value - low) / span * (_HEIGHT - 16)) for value in recent]
    return safe(
        f'<svg class="sv-spark" viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-hidden="true">'
        f'<path d="M{xs[0]} {ys[0]}l{_steps(xs, ys)}"/><circle cy="{ys[-1]}"/></svg>'
    )


def _steps(xs: Sequence[int], ys: Sequence[int]) -> str:
    """From each place to the next, in as few characters as SVG asks for."""
    moves = zip(pairwise(xs), pairwise(ys), strict=True)
    text = " ".join(f"{right - left} {lower - upper}" for (left, right), (upper, lower) in moves)
    return text.replace(" -", "-")


def _share(share: float) -> str:
    return f"{min(max(share, 0.0), 1.0) * 100:.0f}%"
