"""What came of every action on the KPIs it should move."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import numpy as np

from shared_vision.measure.rows import Row
from shared_vision.measure.segments import design, segments
from shared_vision.measure.student import quantile, two_sided
from shared_vision.model.actions import begun_on, carried
from shared_vision.model.dates import Duration
from shared_vision.model.document import Document
from shared_vision.model.effect import Doubt, Effect, Estimate, Verdict
from shared_vision.model.periods import number_of
from shared_vision.model.reason import Reason
from shared_vision.model.records import Direction, Expectation
from shared_vision.model.series import Point

SIDE = 8
"""So many values on each side are needed."""
MOST = 24
"""So many of each side are looked at: further away other things change."""
LEVEL = 0.05
_TERMS = 4

quantile_of = cache(quantile)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A decision or an initiative that should move a KPI: when it began, when that should show."""

    ref: str
    expected: Expectation
    start: date | None
    partners: frozenset[str] = frozenset()
    """What is one and the same action: the initiatives of a decision, the decisions on an initiative."""

    @property
    def since(self) -> date | None:
        """The day from which it should show."""
        lag = self.expected.lag or Duration()
        return lag.after(self.start) if self.start else None

    @property
    def start_day(self) -> date:
        """When it began, or the end of time."""
        return self.start or date.max

    @property
    def since_day(self) -> date:
        """When it should show, or the end of time."""
        return self.since or date.max


def effects_of(document: Document, rows: Mapping[str, Row | Reason], today: date) -> tuple[Effect, ...]:
    """An effect for each pair of an action and a KPI that it expects to move, in order of KPI and start."""
    found: list[Effect] = []
    for kpi, actions in _by_kpi(document).items():
        found += [_effect(action, actions, rows.get(kpi, Reason.NO_DATA), today) for action in actions]
    return tuple(_judged(document, found))


def _by_kpi(document: Document) -> Mapping[str, list[Action]]:
    """The actions that expect to move each KPI; those that were never taken are none."""
    found: defaultdict[str, list[Action]] = defaultdict(list)
    for action in _taken(document):
        found[action.expected.kpi].append(action)
    return {kpi: sorted(_joined(some), key=lambda one: one.start_day) for kpi, some in found.items()}


def _taken(document: Document) -> Iterator[Action]:
    for decision in carried(document):
        ref, done_by = (
            f"decisions/{decision.id}",
            frozenset(ref for ref in decision.affects if ref.startswith("initiatives/")),
        )
        for expected in decision.expects:
            yield Action(ref=ref, expected=expected, start=decision.date, partners=done_by)
    for initiative in document.initiatives.values():
        ref, start = f"initiatives/{initiative.id}", begun_on(initiative)
        yield from (Action(ref=ref, expected=expected, start=start) for expected in initiative.expects)


def _joined(actions: Sequence[Action]) -> Iterator[Action]:
    """A decision and the initiative that carries it out are one action, which begins with the initiative."""
    for action in actions:
        one = [other for other in actions if other.ref in action.partners or action.ref in other.partners]
        begun = [other for other in (*one, action) if other.ref.startswith("initiatives/")]
        start = min((other.start_day for other in begun), default=action.start_day) if one else action.start
        yield replace(
            action,
            start=None if start == date.max else start,
            partners=frozenset(other.ref for other in one),
        )


def _effect(action: Action, actions: Sequence[Action], row: Row | Reason, today: date) -> Effect:
    effect = Effect(
        action=action.ref,
        kpi=action.expected.kpi,
        start=action.start,
        since=action.since,
        verdict=Verdict.CANNOT_TELL,
        partners=tuple(sorted(action.partners)),
    )
    if action.start is None or action.since is None or action.start > today:
        return replace(effect, doubt=Doubt.NOT_BEGUN)
    if isinstance(row, Reason):
        return replace(effect, doubt=_DOUBTS.get(row, Doubt.NO_DATA))
    return _measured(effect, action, actions, row)


_DOUBTS = {
    Reason.TOO_FEW: Doubt.TOO_EARLY,
    Reason.NO_RHYTHM: Doubt.NO_RHYTHM,
    Reason.NEVER_MOVED: Doubt.NEVER_MOVED,
}


def _measured(effect: Effect, action: Action, actions: Sequence[Action], row: Row) -> Effect:
    """The effect, estimated where enough values on each side are this action's alone."""
    before = tuple(point for point in row.points if point.end < action.start_day)
    after = tuple(point for point in row.points if point.start >= action.since_day)
    effect = _counted(effect, before[-MOST:], after[:MOST])
    if len(after) < SIDE:
        return replace(effect, doubt=Doubt.TOO_EARLY)
    if len(before) < SIDE:
        return replace(effect, doubt=Doubt.TOO_FEW_BEFORE)
    others = [
        other
        for other in actions
        if other.ref != action.ref
        and other.ref not in action.partners
        and other.start_day <= row.points[-1].end
    ]
    earlier = [other for other in others if other.start_day <= action.start_day]
    later = [other for other in others if other.start_day >= action.start_day]
    before = tuple(point for point in before if all(point.start >= other.since_day for other in earlier))
    after = tuple(point for point in after if all(point.end < other.start_day for other in later))
    if len(before) < SIDE or len(after) < SIDE:
        near = (earlier if len(before) < SIDE else []) + (later if len(after) < SIDE else [])
        return replace(effect, doubt=Doubt.OVERLAPS, others=tuple(dict.fromkeys(other.ref for other in near)))
    before, after = before[-MOST:], after[:MOST]
    return replace(_counted(effect, before, after), estimate=estimate(row, before, after))


def _counted(effect: Effect, before: Sequence[Point], after: Sequence[Point]) -> Effect:
    """The effect with how many values lie on each side, and their medians."""
    middles = (_median(before), _median(after))
    return replace(effect, before=len(before), after=len(after), middles=middles)


def _median(points: Sequence[Point]) -> float | None:
    return float(np.median([point.value for point in points])) if points else None


def estimate(row: Row, before: Sequence[Point], after: Sequence[Point]) -> Estimate:
    """The segmented regression over the values on both sides; `q` is as yet `p`."""
    points = (*before, *after)
    times = np.array([float(number_of(point, row.frequency)) for point in points])
    values = np.array([row.scaled(point.value) for point in points])
    found = segments(times, values, len(before), row.season)
    _, slope, step, change = (row.scale * float(one) for one in found.fit.coefficients)
    error, freedom = row.scale * found.fit.error, len(points) - _TERMS
    half = quantile_of(LEVEL, freedom) * error * found.wider
    chance = two_sided(step / (error * found.wider), freedom) if error > 0 else float(step == 0)
    without = design(times, len(before))[0][:, :2] @ found.fit.coefficients[:2] + found.season
    return Estimate(
        step=step,
        low=step - half,
        high=step + half,
        slope_before=slope,
        slope_change=change,
        error=error,
        wider=found.wider,
        placebos=found.placebos,
        seasonal=bool(found.season.any()),
        p=chance,
        q=chance,
        without=tuple(
            (point.end, row.value(value)) for point, value in zip(after, without[len(before) :], strict=True)
        ),
    )


def _judged(document: Document, effects: Sequence[Effect]) -> Iterator[Effect]:
    """The effects with their verdicts, after the correction for how many were estimated."""
    corrected = iter(benjamini_hochberg([found.estimate.p for found in effects if found.estimate]))
    for found in effects:
        if found.estimate is None:
            yield found
            continue
        estimated = replace(found.estimate, q=next(corrected))
        yield replace(found, estimate=estimated, verdict=_verdict(document, found, estimated))


def _verdict(document: Document, effect: Effect, found: Estimate) -> Verdict:
    if found.q > LEVEL or found.step == 0:
        return Verdict.NO_CHANGE
    return Verdict.HELPED if (found.step > 0) == _upwards(document, effect) else Verdict.HURT


def _upwards(document: Document, effect: Effect) -> bool:
    """Whether more is better; of a KPI that is to stay within a band, what the action expected."""
    direction = document.kpis[effect.kpi].direction
    if direction is Direction.MAINTAIN:
        taken = (one for one in _taken(document) if one.ref == effect.action)
        direction = next(one.expected.direction for one in taken if one.expected.kpi == effect.kpi)
    return direction is Direction.INCREASE


def benjamini_hochberg(chances: Sequence[float]) -> list[float]:
    """Each p value as the share of false ones among those no larger. Source: Benjamini and Hochberg 1995."""
    order = sorted(range(len(chances)), key=lambda place: -chances[place])
    corrected, least = [0.0] * len(chances), 1.0
    for rank, place in zip(range(len(chances), 0, -1), order, strict=True):
        least = min(least, chances[place] * len(chances) / rank)
        corrected[place] = least
    return corrected
