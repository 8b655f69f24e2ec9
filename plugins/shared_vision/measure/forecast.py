"""What is to be expected of every KPI, and how far earlier forecasts held."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import erf, inf, isfinite, sqrt

import numpy as np
from numpy.typing import NDArray

from shared_vision.measure.holt import Paths, holt
from shared_vision.measure.intervals import errors, half_widths, known
from shared_vision.measure.line import line
from shared_vision.measure.rows import Floats, Row, batches
from shared_vision.measure.season import YEARS, seasonal_holt
from shared_vision.model.forecast import DEVIATIONS, Ahead, Forecast, Told, Way
from shared_vision.model.periods import period_after
from shared_vision.model.reason import Reason
from shared_vision.model.records import Direction, Kpi
from shared_vision.model.series import Point

HORIZON = 12
"""At most so many periods ahead, and never more than there are values."""
FEW = 10
"""Fewer values get a line."""
JUDGED = 8
"""From so many values on a chance is told and intervals are judged."""
REPLAYED = 6
"""Intervals are judged up to so many periods ahead."""
_TOLD = 12
_WHOLE = 100.0


def forecast_all(rows: Mapping[str, Row | Reason]) -> Mapping[str, Forecast | Reason]:
    """The forecast of each KPI, or why there is none, by id."""
    found: dict[str, Forecast | Reason] = {name: row for name, row in rows.items() if isinstance(row, Reason)}
    for batch in batches(rows):
        found |= _forecasts(batch)
    return {name: found[name] for name in rows}


def _forecasts(batch: Sequence[Row]) -> Mapping[str, Forecast]:
    values = np.array([row.values for row in batch])
    replay = Replay(values, batch[0].season, min(HORIZON, values.shape[1]))
    return {row.kpi.id: _forecast(row, replay, place) for place, row in enumerate(batch)}


class Replay:
    """Every forecast that would have been made of rows of values [K, n], at each moment from what was known.

    `middles` and `halves` [n, K, H] are in the scale of the rows, `misses` [n, K, H] the mean errors known;
    `errors` [n, K, H] what came of each; `ways` [n, K] tells where the season was used.
    """

    def __init__(self, values: Floats, season: int, horizon: int) -> None:
        self.values = values
        self.plain, self.seasonal = _plain(values, horizon), None
        self.season = np.zeros((len(values), max(season, 1)))
        self.seasoned = np.zeros(values.T.shape, dtype=bool)
        middles, spread = self.plain.middles, self.plain.spread
        if season and values.shape[1] >= YEARS * season:
            self.seasonal, self.season = seasonal_holt(values, horizon, season)
            self.seasoned = _pays(values, self.plain, self.seasonal)
            chosen = self.seasoned[:, :, None]
            middles = np.where(chosen, self.seasonal.middles, middles)
            spread = np.where(chosen, self.seasonal.spread, spread)
        self.middles, self.errors = middles, errors(values, middles)
        self.halves, self.misses = half_widths(values, self.errors, spread)

    def last(self, place: int) -> tuple[float, float, float]:
        """Level, slope and phi of the latest forecast of a row."""
        paths = self.seasonal if self.seasonal and self.seasoned[-1, place] else self.plain
        return float(paths.level[-1, place]), float(paths.slope[-1, place]), float(paths.phi[-1, place])


def _plain(values: Floats, horizon: int) -> Paths:
    """A line below ten values, damped Holt from there on."""
    early = line(values, horizon, min(FEW - 1, values.shape[1]))
    if values.shape[1] < FEW:
        return early
    later = holt(values, horizon)
    for name in ("middles", "spread", "level", "slope", "phi"):
        getattr(later, name)[: FEW - 1] = getattr(early, name)
    return later


def _pays(values: Floats, plain: Paths, seasonal: Paths) -> NDArray[np.bool_]:
    """Where, by the errors known at each moment, forecasts with the season missed by no more."""
    others = errors(values, seasonal.middles)
    gain, _ = known(np.where(np.isnan(others), np.nan, errors(values, plain.middles)) - others)
    pays: NDArray[np.bool_] = gain.sum(axis=2) >= 0
    return pays & ~np.isnan(seasonal.middles[:, :, 0])


def _forecast(row: Row, replay: Replay, place: int) -> Forecast:
    level, slope, phi = replay.last(place)
    seasoned = bool(replay.seasoned[-1, place])
    ahead = replay.middles[-1, place], replay.halves[-1, place]
    steps = _steps(row, *ahead)
    begin = len(row.values)
    added = replay.season[place][(begin + np.arange(len(steps))) % max(row.season, 1)] if seasoned else ()
    return Forecast(
        way=Way.SEASONAL if seasoned else Way.HOLT if begin >= FEW else Way.LINE,
        steps=steps,
        level=row.value(level),
        slope=row.scale * slope,
        phi=phi,
        season=tuple(row.scale * float(one) for one in added),
        miss=row.scale * float(replay.misses[-1, place, 0]),
        values=len(row.points),
        chance=_chance(row, steps, *ahead),
        known=int(np.sum(~np.isnan(replay.errors[2:, place, 0]))),
        crossing=_crossing(row.kpi, row.points[-1], steps),
        held=_held(replay, place),
        told=_told(row, replay, place),
    )


def _steps(row: Row, middles: Floats, halves: Floats) -> tuple[Ahead, ...]:
    """The periods to come; what was never negative, or a share above 100 %, is not foretold to be."""
    latest, (least, most) = row.points[-1], _bounds(row)
    found = []
    for ahead in range(min(len(row.points), len(middles))):
        start, end = period_after(latest, row.frequency, ahead + 1)
        ends = (middles[ahead], middles[ahead] - halves[ahead], middles[ahead] + halves[ahead])
        value, low, high = (min(max(row.value(scaled), least), most) for scaled in ends)
        if not all(map(isfinite, (value, low, high))) or end.year >= date.max.year:
            break
        found.append(Ahead(start=start, end=end, value=value, low=low, high=high))
    return tuple(found)


def _bounds(row: Row) -> tuple[float, float]:
    """The least and the most that the values could be, as far as they and the unit tell."""
    values = [point.value for point in row.points]
    share = row.kpi.unit.startswith("%") and max(values) <= _WHOLE
    return 0.0 if min(values) >= 0 else -inf, _WHOLE if share else inf


def _chance(row: Row, steps: Sequence[Ahead], middles: Floats, halves: Floats) -> float | Reason:
    """The share of a normal distribution around the middle that meets the target in its period."""
    target = row.kpi.target
    if target is None or (target.value is None and target.low is None and target.high is None):
        return Reason.NO_TARGET
    if len(row.points) < JUDGED:
        return Reason.TOO_FEW
    if target.date <= row.points[-1].end:
        return Reason.TARGET_PASSED
    at = next((place for place, step in enumerate(steps) if step.end >= target.date), None)
    if at is None:
        return Reason.NOT_WITHIN
    low, high = (row.scaled(value) for value in _aim(row.kpi))
    middle, half = float(middles[at]), float(halves[at])
    return _below(high, middle, half) - _below(low, middle, half)


def _aim(kpi: Kpi) -> tuple[float, float]:
    """The values that meet the target: from one, to another."""
    target = kpi.target
    if target is None:
        return float("-inf"), float("inf")
    if kpi.direction is Direction.MAINTAIN:
        low, high = target.low, target.high
    elif kpi.direction is Direction.INCREASE:
        low, high = target.value, None
    else:
        low, high = None, target.value
    return float("-inf") if low is None else low, float("inf") if high is None else high


def _below(scaled: float, middle: float, half: float) -> float:
    """The chance that what comes lies below a value."""
    return (1 + erf((scaled - middle) / (half / DEVIATIONS) / sqrt(2))) / 2


def _crossing(kpi: Kpi, latest: Point, steps: Sequence[Ahead]) -> date | Reason:
    if kpi.direction is Direction.MAINTAIN:
        return Reason.NOT_DEFINED
    if kpi.target is None or kpi.target.value is None:
        return Reason.NO_TARGET
    low, high = _aim(kpi)
    if low <= latest.value <= high:
        return Reason.ALREADY_MET
    return next((step.end for step in steps if low <= step.value <= high), Reason.NOT_WITHIN)


def _held(replay: Replay, place: int) -> tuple[tuple[int, int], ...]:
    came = replay.errors[JUDGED - 1 :, place, :REPLAYED]
    held = came <= replay.halves[JUDGED - 1 :, place, :REPLAYED]
    counted = np.stack([held.sum(axis=0), (~np.isnan(came)).sum(axis=0)], axis=1)
    return tuple((int(one), int(of)) for one, of in counted.tolist())


def _told(row: Row, replay: Replay, place: int) -> tuple[Told, ...]:
    """The latest forecasts of one period ahead whose value came, the latest first."""
    places = np.flatnonzero(~np.isnan(row.values))
    latest = [*zip(places.tolist(), row.points, strict=True)][JUDGED:][-_TOLD:]
    return tuple(_told_of(row, point, replay, (at - 1, place, 0)) for at, point in reversed(latest))


def _told_of(row: Row, point: Point, replay: Replay, where: tuple[int, int, int]) -> Told:
    middle, half = float(replay.middles[where]), float(replay.halves[where])
    return Told(
        start=point.start,
        end=point.end,
        value=row.value(middle),
        low=row.value(middle - half),
        high=row.value(middle + half),
        came=point.value,
    )
