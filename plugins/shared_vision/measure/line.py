"""A damped line by the median slope, for series too short for anything else."""

import numpy as np

from shared_vision.measure.holt import Paths
from shared_vision.measure.known import median_known
from shared_vision.measure.rows import Floats

PHI = 0.9
_LEAST = 4


def line(values: Floats, horizon: int, periods: int) -> Paths:
    """Forecasts at each of the first `periods` moments of `values` [K, n].

    They begin at the latest value and go on by the median of all pairwise slopes (Theil and Sen), each
    period by 0.9 of the one before: short series are steep by chance. Below four values they stay.
    """
    damp = np.cumsum(PHI ** np.arange(1, horizon + 1))
    level = filled(values[:, :periods]).T
    slope = np.zeros_like(level)
    for moment in range(_LEAST - 1, periods):
        slope[moment] = median_slope(values[:, : moment + 1])
    spread = np.broadcast_to(np.sqrt(np.arange(1.0, horizon + 1)), (periods, len(values), horizon))
    return Paths(
        middles=level[:, :, None] + slope[:, :, None] * damp,
        spread=spread,
        level=level,
        slope=slope,
        phi=np.full_like(level, PHI),
    )


def median_slope(values: Floats) -> Floats:
    """The median slope between all pairs of values, a period, for each row; 0 where there is no pair."""
    earlier, later = np.triu_indices(values.shape[1], 1)
    slopes = (values[:, later] - values[:, earlier]) / (later - earlier)
    if not np.isnan(slopes).any():
        return np.asarray(np.median(slopes, axis=1))
    return median_known(slopes)


def filled(values: Floats) -> Floats:
    """Each gap with the value before it; the first column has no gap."""
    places = np.where(np.isnan(values), 0, np.arange(values.shape[1]))
    return values[np.arange(len(values))[:, None], np.maximum.accumulate(places, axis=1)]
