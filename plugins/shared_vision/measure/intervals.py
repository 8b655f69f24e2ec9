"""How far forecasts miss, learnt at each moment from those whose time had come by then."""

import numpy as np

from shared_vision.measure.rows import Floats
from shared_vision.model.forecast import CHANGES, FOUR_IN_FIVE, UNSURE

_GENERAL = 12.0
"""So many errors is it worth what one period ahead says of the periods after it."""


def errors(values: Floats, middles: Floats) -> Floats:
    """The size of each error: `middles` [n, K, H] against `values` [K, n]; NaN where nothing came."""
    found = np.full(middles.shape, np.nan)
    for ahead in range(1, min(middles.shape[2], len(middles) - 1) + 1):
        found[:-ahead, :, ahead - 1] = np.abs(values.T[ahead:] - middles[:-ahead, :, ahead - 1])
    return found


def known(errors: Floats) -> tuple[Floats, Floats]:
    """Sum and number of the errors that were known at each moment, for each row and horizon, [n, K, H]."""
    total, count = np.zeros(errors.shape), np.zeros(errors.shape)
    for ahead in range(1, min(errors.shape[2], len(errors) - 1) + 1):
        came = errors[:-ahead, :, ahead - 1]
        total[ahead:, :, ahead - 1] = np.cumsum(np.nan_to_num(came), axis=0)
        count[ahead:, :, ahead - 1] = np.cumsum(~np.isnan(came), axis=0)
    return total, count


def half_widths(values: Floats, errors: Floats, spread: Floats) -> tuple[Floats, Floats]:
    """Half the width of the interval that should hold four in five values, and the mean error, [n, K, H].

    The mean error so many periods ahead is drawn, where few are known, towards that of one period ahead
    times the spread of the method; this one towards the mean change between values, worth two errors. It
    is widened by 1 + 0.5 / m for m errors known, these two included.
    """
    errors = errors.copy()
    errors[:2] = np.nan  # the first two forecasts only repeat a value
    total, count = known(errors)
    near = count[:, :, 0] + CHANGES
    one = (total[:, :, 0] + CHANGES * _mean_change(values)) / near
    mean = (total + _GENERAL * spread * one[:, :, None]) / (count + _GENERAL)
    return FOUR_IN_FIVE * mean * (1 + UNSURE / near)[:, :, None], mean


def _mean_change(values: Floats) -> Floats:
    """The mean size of the changes from one value to the next, up to each moment, [n, K]."""
    changes = np.abs(np.diff(values, axis=1))
    total = np.cumsum(np.nan_to_num(changes), axis=1)
    means = total / np.maximum(np.cumsum(~np.isnan(changes), axis=1), 1)
    return np.concatenate([np.zeros((1, len(values))), means.T])
