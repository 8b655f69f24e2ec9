"""What the time of the year does to values: a figure for each month or quarter."""

import numpy as np
from numpy.typing import NDArray

from shared_vision.measure.holt import Paths, holt
from shared_vision.measure.known import mean_known, median_known
from shared_vision.measure.rows import Floats

YEARS = 2
"""So many whole years show a season."""


def season(values: Floats, length: int) -> tuple[Floats, Floats]:
    """What each period of a year adds, [K, length], and how far that is trusted, from 0 to 1, [K].

    For each row of `values` [K, n], n whole years of `length` periods: the mean over the years of what is
    left when the median change over a year and each year's mean are taken out, drawn towards zero by
    1 - 1 / F, where F is the variance between periods over that within them: what could be chance adds
    nothing. The entries of a row sum to 0. Source: the shrinkage of James and Stein, as Miller and
    Williams 2003 use it for seasons.
    """
    change = median_known((values[:, length:] - values[:, :-length]) / length)
    level = values - change[:, None] * np.arange(values.shape[1])
    years = level.reshape(len(values), -1, length)
    years = years - mean_known(years, 2)[:, :, None]
    added = mean_known(years, 1)
    added -= added.mean(axis=1, keepdims=True)
    trust = _trust(years - added[:, None, :], added)
    return added * trust[:, None], trust


def _trust(rest: Floats, added: Floats) -> Floats:
    """How much of a season is no chance, given what it leaves unexplained."""
    _, years, length = rest.shape
    between = years * np.sum(added**2, axis=1) / (length - 1)
    within = np.nansum(rest**2, axis=(1, 2)) / ((years - 1) * (length - 1))
    found: Floats = np.clip(1 - within / np.maximum(between, 1e-300), 0.0, 1.0)
    return np.where(between > 0, found, 0.0)


def seasonal_holt(values: Floats, horizon: int, length: int) -> tuple[Paths, Floats]:
    """Forecasts by damped Holt of values without their season, which is added again; that season at the end.

    The season is taken from whole years alone, anew at the end of each; before the second of them there is
    no forecast (NaN). `values` [K, n] with n of two years or more.
    """
    rows, periods = values.shape
    found: list[Paths] = []
    added = np.zeros((rows, length))
    for year in range(YEARS * length, periods + 1, length):
        end = min(year + length, periods + 1) - 1
        added, _ = season(values[:, :year], length)
        paths = holt(values[:, :end] - added[:, np.arange(end) % length], horizon)
        moments = np.arange(year - 1, end)
        comes = (moments[:, None] + 1 + np.arange(horizon)) % length
        middles = paths.middles[moments] + np.moveaxis(added[:, comes], 0, 1)
        found.append(_part(paths, moments, middles))
    return _joined(found, YEARS * length - 1), added


def _part(paths: Paths, moments: NDArray[np.int64], middles: Floats) -> Paths:
    return Paths(
        middles=middles,
        spread=paths.spread[moments],
        level=paths.level[moments],
        slope=paths.slope[moments],
        phi=paths.phi[moments],
    )


def _joined(parts: list[Paths], before: int) -> Paths:
    def join(name: str) -> Floats:
        found = np.concatenate([getattr(part, name) for part in parts])
        return np.concatenate([np.full((before, *found.shape[1:]), np.nan), found])

    return Paths(**{name: join(name) for name in ("middles", "spread", "level", "slope", "phi")})
