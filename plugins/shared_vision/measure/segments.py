"""Segmented regression with errors that allow for values that follow one another."""

from dataclasses import dataclass

import numpy as np

from shared_vision.measure.rows import Floats
from shared_vision.measure.season import YEARS, season

LAG = 2
"""Neighbouring values so far apart may be alike."""
APART = 3
"""A placebo date lies at least so many values from the action."""
LEAST_SIDE = 4
"""and has so many values on each side."""
USUAL, _WEIGHT = 2.0, 12.0
"""What the t value of a date without any action typically is on real series; how many dates that is worth."""
_MOST = 5.0
"""A placebo date of a larger t value counts as this: it may be another action's."""
_TERMS = 4
_ROUNDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Coefficients level, slope, step and change of slope, and the error of the step."""

    coefficients: Floats
    error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A fit without season, the season taken out at each time, and how much placebo dates widen its error."""

    fit: Fit
    season: Floats
    wider: float
    placebos: int


def segments(times: Floats, values: Floats, split: int, length: int = 0) -> Found:
    """The segmented regression of `values` at `times` (numbers of periods), the action before value `split`.

    The season, of `length` periods a year, is taken from what the regression leaves, which is fitted again;
    it needs two years. `wider` is the root of the mean square of the t values that the same regression gives
    at all dates of the series away from the action, drawn towards 2 where there are few, times
    sqrt(n / (n - 6 - s)). Six are the four coefficients and two lags; s is what the season spends: its
    entries less one, as far as it is trusted, times y / (y - 1) for the y years that each is a mean of.
    """
    added, spent = np.zeros(len(values)), float(_TERMS + LAG)
    fit = regress(times, values, split)
    if length and times[-1] - times[0] + 1 >= YEARS * length:
        for _ in range(_ROUNDS):
            rest = values - design(times, split)[0] @ fit.coefficients
            added, trust = _season(times, rest, length)
            fit = regress(times, values - added, split)
        years = (times[-1] - times[0] + 1) // length
        spent += trust * (length - 1) * years / (years - 1)
    placebos = _placebos(times, values - added, split)
    square = (np.sum(np.minimum(placebos, _MOST) ** 2) + _WEIGHT * USUAL**2) / (len(placebos) + _WEIGHT)
    short = len(values) / max(len(values) - spent, 1.0)
    return Found(fit=fit, season=added, wider=float(np.sqrt(square * short)), placebos=len(placebos))


def _season(times: Floats, rest: Floats, length: int) -> tuple[Floats, float]:
    """What the time of the year adds, by whole years of what a regression leaves; how far to trust it."""
    places = (times - times[0]).astype(int)
    years = (places[-1] + 1) // length
    row = np.full(years * length, np.nan)
    inside = places < years * length
    row[places[inside]] = rest[inside]
    added, trust = season(row[None], length)
    return added[0][places % length], float(trust[0])


def design(times: Floats, *splits: int) -> Floats:
    """The columns 1, time from the first, after, time since the start, for each split, [splits, n, 4]."""
    at = times - times[0]
    places, begins = np.arange(len(times)), np.array(splits)[:, None]
    after = (places >= begins).astype(float)
    since = after * (at - at[np.array(splits)][:, None])
    flat = np.broadcast_to(at, after.shape)
    return np.stack([np.ones_like(after), flat, after, since], axis=2)


def regress(times: Floats, values: Floats, split: int) -> Fit:
    """Least squares with errors by Newey and West 1987: Bartlett weights to lag 2, times n / (n - 4).

    The slope's change is counted from the start (time since, not time x after). Source: Bernal, Cummins and
    Gasparrini 2017; methods.md, C11.
    """
    coefficients, errors = _fits(design(times, split), values)
    return Fit(coefficients=coefficients[0], error=float(errors[0]))


def _fits(columns: Floats, values: Floats) -> tuple[Floats, Floats]:
    """Coefficients [splits, 4] and the errors of the steps, for each design."""
    count = len(values)
    inverse = np.linalg.inv(np.swapaxes(columns, 1, 2) @ columns)
    coefficients = (inverse @ (np.swapaxes(columns, 1, 2) @ values)[:, :, None])[:, :, 0]
    rest = values - (columns @ coefficients[:, :, None])[:, :, 0]
    pulls = rest * (columns @ inverse[:, :, 2, None])[:, :, 0]
    variance = np.sum(pulls**2, axis=1)
    for lag in range(1, LAG + 1):
        variance += 2 * (1 - lag / (LAG + 1)) * np.sum(pulls[:, lag:] * pulls[:, :-lag], axis=1)
    return coefficients, np.sqrt(np.maximum(variance, 0.0) * count / (count - _TERMS))


def _placebos(times: Floats, values: Floats, split: int) -> Floats:
    """The sizes of the t values at the dates away from the action."""
    dates = [date for date in range(LEAST_SIDE, len(values) - LEAST_SIDE + 1) if abs(date - split) >= APART]
    if not dates:
        return np.zeros(0)
    coefficients, errors = _fits(design(times, *dates), values)
    sizes = np.abs(coefficients[:, 2])
    return np.where(errors > 0, sizes / np.where(errors > 0, errors, 1.0), np.where(sizes > 0, _MOST, 0.0))
