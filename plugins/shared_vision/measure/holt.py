"""Damped Holt's exponential smoothing for many series at once, at every earlier moment as well.

The forecast made at t for j periods ahead is l + b (phi + phi^2 + ... + phi^j), where each value moves
level and trend by l = f + alpha e, b = phi b + alpha beta e, with f the forecast of one period ahead and
e its error. Level begins at the first value, trend at 0. Of a fixed set of parameters those count whose
errors of one period ahead had the least sum of squares up to t, so that no forecast knows what came after
it. The best with a trend and the best without are mixed by Akaike's weights: a trend must pay for its two
parameters. A missing value moves nothing. Source: Hyndman and Athanasopoulos, Forecasting: principles and
practice, 8.2; Gardner and McKenzie 1985; Burnham and Anderson 2002 for the weights.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from shared_vision.measure.rows import Floats

ALPHAS = (0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1.0)
BETAS = (0.0, 0.1, 0.3)
PHIS = (0.8, 0.9, 0.98)
PARAMETERS = np.array([(a, a * b, phi) for a, b, phi in product(ALPHAS, BETAS, PHIS) if b or phi == PHIS[0]])
"""Alpha, alpha x beta, phi; without a trend phi moves nothing."""
_FLAT = PARAMETERS[:, 1] == 0
_STEEP = ~_FLAT
_PRICE = 4.0
"""Two for each of beta and phi: n ln(sum of squares) + 2 k."""
_TINY = 1e-12
"""What counts as no error at all, in the scale of the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Forecasts of K rows of n periods at each moment, H periods ahead.

    `middles` [n, K, H]; `spread` [n, K, H]: how much wider errors grow than one period ahead; `level`,
    `slope` and `phi` [n, K] are what the middles are made of.
    """

    middles: Floats
    spread: Floats
    level: Floats
    slope: Floats
    phi: Floats


def holt(values: Floats, horizon: int) -> Paths:
    """Forecasts by damped Holt of `values` [K, n], whose first column has no gap."""
    rows, periods = values.shape
    alpha, beta, phi = PARAMETERS.T
    damp = np.cumsum(phi[:, None] ** np.arange(1, horizon + 1), axis=1)
    response = alpha[:, None] + beta[:, None] * damp
    spread = np.sqrt(1 + np.cumsum(np.c_[np.zeros(len(phi)), response[:, :-1] ** 2], axis=1))
    level = np.repeat(values[:, :1], len(phi), axis=1)
    slope, squares = np.zeros_like(level), np.zeros_like(level)
    kept = np.zeros((periods, rows), dtype=np.intp)
    levels, slopes = np.empty((periods, rows)), np.zeros((periods, rows))
    levels[0] = values[:, 0]
    for moment in range(1, periods):
        slope *= phi
        level += slope
        error = values[:, moment, None] - level
        error[np.isnan(error)] = 0.0
        squares += error * error
        level += alpha * error
        slope += beta * error
        kept[moment], levels[moment], slopes[moment] = _weighed(squares, level, slope, moment)
    return Paths(
        middles=levels[:, :, None] + slopes[:, :, None] * damp[kept],
        spread=spread[kept],
        level=levels,
        slope=slopes,
        phi=phi[kept],
    )


def _weighed(
    squares: Floats, level: Floats, slope: Floats, moment: int
) -> tuple[NDArray[np.intp], Floats, Floats]:
    """Which trend fits best; level and slope of it and of the best without, by Akaike's weights."""
    each = np.arange(len(squares))
    flat, steep = squares[:, _FLAT].argmin(axis=1), squares[:, _STEEP].argmin(axis=1)
    flat, steep = np.flatnonzero(_FLAT)[flat], np.flatnonzero(_STEEP)[steep]
    ratio = (squares[each, steep] + _TINY) / (squares[each, flat] + _TINY)
    weight = 1 / (1 + ratio ** (moment / 2) * np.exp(_PRICE / 2))
    mixed = weight * level[each, steep] + (1 - weight) * level[each, flat]
    return steep, mixed, weight * slope[each, steep]
