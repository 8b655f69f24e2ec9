"""The points of a series as a line of bounded length that breaks where a period is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from shared_vision.model.series import Point

MOST_PLACES = 400
_ONE_PER_CENT = 0.01


@dataclass(frozen=True, slots=True)
class Curve:
    """Days (ordinals of the periods' ends) and values; a value that is not a number is a break."""

    days: NDArray[np.float64]
    values: NDArray[np.float64]


def curve_of(points: Sequence[Point], *, regular: bool) -> Curve:
    """The line through the points; with `regular` it breaks where a period is missing.

    Of a long series only the lowest and highest value of each stretch are kept, and only
    gaps wider than one per cent of the time break it, so that it stays short.
    """
    days = np.fromiter((point.end.toordinal() for point in points), float, len(points))
    values = np.fromiter((point.value for point in points), float, len(points))
    kept = thin(values, MOST_PLACES)
    if regular:
        starts = np.fromiter((point.start.toordinal() for point in points), float, len(points))
        return _broken(days, values, starts, kept)
    return Curve(days[kept], values[kept])


def lone_places(curve: Curve) -> tuple[list[float], list[float]] | None:
    """Values with a break on either side, themselves with breaks between: no line would show them."""
    edged = np.concatenate([[np.nan], curve.values, [np.nan]])
    lone = np.isfinite(edged[1:-1]) & np.isnan(edged[:-2]) & np.isnan(edged[2:])
    if not lone.any():
        return None
    pairs = zip(curve.days[lone].tolist(), curve.values[lone].tolist(), strict=True)
    places = [place for day, value in pairs for place in ((day, value), (day, np.nan))]
    return [day for day, _ in places], [value for _, value in places]


def thin(values: NDArray[np.float64], most: int) -> NDArray[np.intp]:
    """Which values to keep: all of a few; else first, last, and the lowest and highest of each stretch."""
    count = len(values)
    if count <= most:
        return np.arange(count)
    edges = np.linspace(0, count, most // 2, dtype=np.intp)
    kept = {0, count - 1}
    for start, end in pairwise(edges):
        kept |= {int(start + values[start:end].argmin()), int(start + values[start:end].argmax())}
    return np.array(sorted(kept), dtype=np.intp)


def _broken(
    days: NDArray[np.float64],
    values: NDArray[np.float64],
    starts: NDArray[np.float64],
    kept: NDArray[np.intp],
) -> Curve:
    """The kept points, with a break in each gap between them."""
    least = 1.0 if len(kept) == len(days) else max(1.0, (days[-1] - days[0]) * _ONE_PER_CENT)
    gaps = np.concatenate([[0.0], starts[1:] - days[:-1]]) > least
    runs = np.cumsum(gaps)[kept]
    breaks = np.flatnonzero(np.diff(runs)) + 1
    return Curve(
        np.insert(days[kept], breaks, days[kept][breaks - 1]), np.insert(values[kept], breaks, np.nan)
    )
