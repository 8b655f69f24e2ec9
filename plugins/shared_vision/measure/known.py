"""Means and medians of what is known: NaN is missing, and of nothing they are 0."""

import numpy as np

from shared_vision.measure.rows import Floats


def median_known(values: Floats) -> Floats:
    """The median of each row of [K, n]."""
    ordered = np.sort(values, axis=1)  # what is missing goes last
    many = np.sum(~np.isnan(values), axis=1)
    each = np.arange(len(values))
    middle = (ordered[each, np.maximum(many - 1, 0) // 2] + ordered[each, many // 2 % values.shape[1]]) / 2
    return np.where(many > 0, middle, 0.0)


def mean_known(values: Floats, axis: int) -> Floats:
    """The mean along an axis."""
    found: Floats = np.nansum(values, axis=axis) / np.maximum(np.sum(~np.isnan(values), axis=axis), 1)
    return found
