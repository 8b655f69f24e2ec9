"""Values of many KPIs in rows, one column a period, so that arithmetic runs over all of them at once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shared_vision.model.cuts import NEARLY
from shared_vision.model.document import Document
from shared_vision.model.periods import A_YEAR, frequency_of, number_of
from shared_vision.model.reason import Reason
from shared_vision.model.records import Frequency, Kpi
from shared_vision.model.series import Point, Series

LONGEST = 120
"""Of longer series the latest so many periods are looked at."""
LEAST = 5
"""Fewer values show no direction."""
_AT_ONCE = 512
"""Rows of one batch: what fits into a processor's cache is counted twice as fast."""
_SMALLEST = 1e-305
"""Below it division loses digits."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A KPI's values, a place for each period between first and last, NaN where one is missing.

    They are scaled: a value of the series is `middle` + `scale` x a value of the row.
    """

    kpi: Kpi
    points: tuple[Point, ...]
    frequency: Frequency
    values: Floats
    middle: float
    scale: float

    @property
    def season(self) -> int:
        """How many periods a year has, or 0 where no season is looked for."""
        return A_YEAR.get(self.frequency, 0)

    def value(self, scaled: float) -> float:
        """What a value of the row is in the KPI's unit."""
        return float(self.middle + self.scale * scaled) + 0.0

    def scaled(self, value: float) -> float:
        """What a value in the KPI's unit is in the row."""
        return (value / 2 - self.middle / 2) / (self.scale / 2)


def rows_of(document: Document) -> Mapping[str, Row | Reason]:
    """Each KPI's row, or why it has none."""
    return {
        kpi.id: row_of(kpi, document.series.get(kpi.id, Reason.NO_DATA)) for kpi in document.kpis.values()
    }


def row_of(kpi: Kpi, series: Series | Reason) -> Row | Reason:
    """The values of one KPI in a row, or why not: too few, never changed, no order in the dates."""
    if isinstance(series, Reason):
        return series
    points = series.points
    if len(points) < LEAST:
        return Reason.TOO_FEW if points else Reason.NO_DATA
    frequency = frequency_of(kpi.frequency, points)
    if frequency is Frequency.IRREGULAR:
        return Reason.NO_RHYTHM
    numbers = np.array([number_of(point, frequency) for point in points])
    steps = np.diff(numbers)
    if (steps <= 0).any():
        return Reason.NO_RHYTHM
    kept = numbers > numbers[-1] - LONGEST
    points, numbers = points[-int(kept.sum()) :], numbers[kept]
    if len(points) < LEAST or 2 * len(points) < numbers[-1] - numbers[0] + 1:
        return Reason.TOO_FEW
    return _row(kpi, points, frequency, numbers)


def _row(
    kpi: Kpi, points: tuple[Point, ...], frequency: Frequency, numbers: NDArray[np.int64]
) -> Row | Reason:
    found = np.array([point.value for point in points])
    middle = found[-1] / 2 + float(np.median(found)) / 2
    scale = 2 * float(np.max(np.abs(found / 2 - middle / 2)))
    if not np.isfinite(scale):
        return Reason.NOT_DEFINED
    if scale <= NEARLY * abs(middle):
        return Reason.NEVER_MOVED
    if scale < _SMALLEST:
        return Reason.NOT_DEFINED
    values = np.full(int(numbers[-1] - numbers[0]) + 1, np.nan)
    values[numbers - numbers[0]] = (found / 2 - middle / 2) / (scale / 2)
    return Row(kpi=kpi, points=points, frequency=frequency, values=values, middle=middle, scale=scale)


def batches(rows: Mapping[str, Row | Reason]) -> Iterator[tuple[Row, ...]]:
    """The rows of equal length and season together, a few hundred at once."""
    alike: defaultdict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows.values():
        if isinstance(row, Row):
            alike[len(row.values), row.season].append(row)
    for found in alike.values():
        for first in range(0, len(found), _AT_ONCE):
            yield tuple(found[first : first + _AT_ONCE])
