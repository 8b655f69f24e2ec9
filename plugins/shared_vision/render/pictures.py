"""Small pictures made of shapes: status marks, chips, bars, sparklines."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from shared_vision.model.measures import Freshness, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import DecisionStatus, GoalStatus, InitiativeStatus, Outcome, Stance
from shared_vision.render.html import Markup, escape, safe
from shared_vision.render.words import AGREEMENT, DECISION, FRESHNESS, INITIATIVE, OUTCOME, STANCE, STATUS

_TICK = '<path d="M2.5 8.5l3.7 4L13.5 4"/>'
_CROSS = '<path d="M3.5 3.5l9 9m0-9l-9 9"/>'
_CLOCK = '<circle cx="8" cy="8" r="6"/><path d="M8 4.8V8l2.2 1.6"/>'
_DASHED = '<circle cx="8" cy="8" r="6" stroke-dasharray="2.4 2.3"/>'
_RING = '<circle cx="8" cy="8" r="5.5"/>'
_FORTH = '<path d="M2.5 8h11M9 3.5L13.5 8 9 12.5"/>'
_MINUS = '<path d="M3 8h10"/>'
_STAR = '<path fill="currentColor" d="M8 1.8l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.5l-3.9 2.1.9-4.3-3.2-3 4.3-.5z"/>'
_SHAPES: Mapping[type[StrEnum], Mapping[str, str]] = {
    # by type, since members of different enumerations with the same value are equal
    Status: {
        Status.ACHIEVED: _STAR,
        Status.ON_TRACK: _TICK,
        Status.AT_RISK: '<path d="M8 2.2l6.3 11.3H1.7zM8 6.6v3.2m0 1.8v.2"/>',
        Status.OFF_TRACK: _CROSS,
        Status.MOVING_AWAY: '<path d="M13.5 8H2.8M7 3.5L2.5 8 7 12.5"/>',
        Status.TOO_EARLY: _CLOCK,
        Status.UNKNOWN: _DASHED,
    },
    Freshness: {
        Freshness.FRESH: '<circle cx="8" cy="8" r="3" fill="currentColor"/>',
        Freshness.DUE: _CLOCK,
        Freshness.OVERDUE: _CLOCK,
        Freshness.DORMANT: _DASHED,
    },
    DecisionStatus: {
        DecisionStatus.PROPOSED: _DASHED,
        DecisionStatus.ACCEPTED: _TICK,
        DecisionStatus.REJECTED: _CROSS,
        DecisionStatus.WITHDRAWN: _MINUS,
        DecisionStatus.SUPERSEDED: _FORTH,
        DecisionStatus.EXPIRED: _CLOCK,
    },
    InitiativeStatus: {
        InitiativeStatus.PLANNED: _DASHED,
        InitiativeStatus.RUNNING: _FORTH,
        InitiativeStatus.DONE: _TICK,
        InitiativeStatus.STOPPED: _MINUS,
    },
    GoalStatus: {
        GoalStatus.DRAFT: _DASHED,
        GoalStatus.PROPOSED: _DASHED,
        GoalStatus.AGREED: _TICK,
        GoalStatus.ACHIEVED: _STAR,
        GoalStatus.RETIRED: _MINUS,
    },
    Outcome: {Outcome.CHOSEN: _TICK, Outcome.REJECTED: _RING, Outcome.DEFERRED: _CLOCK},
    Stance: {Stance.CONSENT: _TICK, Stance.ABSTAIN: _RING, Stance.OBJECT: _CROSS, Stance.HOLD: _CLOCK},
}
_WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Status: STATUS,
    Freshness: FRESHNESS,
    DecisionStatus: DECISION,
    InitiativeStatus: INITIATIVE,
    GoalStatus: AGREEMENT,
    Outcome: OUTCOME,
    Stance: STANCE,
}
_WIDTH, _HEIGHT, _MOST = 120, 30, 36


@lru_cache(maxsize=None, typed=True)
def chip(state: StrEnum) -> Markup:
    """A state as colour, shape and word."""
    return labelled(state, _WORDS[type(state)][state])


def labelled(state: StrEnum, words: str) -> Markup:
    """A state's colour and shape with words of its own."""
    return safe(f'<span class="sv-chip sv-is-{_of(state)}">{shape(state)}{escape(words)}</span>')


@lru_cache(maxsize=None, typed=True)
def shape(state: StrEnum) -> Markup:
    """A state's shape."""
    return safe(
        f'<svg class="sv-shape" viewBox="0 0 16 16" aria-hidden="true">{_SHAPES[type(state)][state]}</svg>'
    )


def _of(state: StrEnum) -> str:
    return state.value if isinstance(state, Status) else f"{type(state).__name__.lower()}-{state.value}"


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


@lru_cache(maxsize=8192)
def sparkline(values: Sequence[float], status: Status) -> Markup:
    """The course of the latest values as a small line that ends in the status's colour."""
    recent = values[-_MOST:]
    if len(recent) < 2:
        return safe("")
    low, high = min(recent), max(recent)
    step, scale = (_WIDTH - 8) / (len(recent) - 1), (_HEIGHT - 8) / ((high - low) or 1)
    spots = [f"{4 + step * i:.0f} {_HEIGHT - 4 - (v - low) * scale:.1f}" for i, v in enumerate(recent)]
    end = spots[-1].split()
    return safe(
        f'<svg class="sv-spark sv-is-{status.value}" viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-hidden="true">'
        f'<path d="M{"L".join(spots)}"/><circle cx="{end[0]}" cy="{end[1]}" r="3"/></svg>'
    )


def _share(share: float) -> str:
    return f"{min(max(share, 0.0), 1.0) * 100:.0f}%"
