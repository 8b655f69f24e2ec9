"""The stretch of time that the timeline shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shared_vision.model.series import Point

_HIGH, _AIR = 40, 5
_MOST_POINTS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From which day to which; places in it are in per cent, so that rows may be as wide as they like."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """How far a day lies from the left; days outside lie at the edges."""
        share = (day - self.first).days / (self.last - self.first).days
        return round(min(max(share, 0.0), 1.0) * 100, 1)

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A KPI's values as a line on a field of 1000 by 40, with the place of its end in per cent."""

    path: str
    left: float
    top: float


def course(points: Sequence[Point], span: Span) -> Course | None:
    """The line through the values in a span; of many values some, the latest always; none without values."""
    within = [point for point in points if span.holds(point.end)]
    thin = within[:: -(len(within) // _MOST_POINTS + 1)][::-1]
    if not thin:
        return None
    values = [point.value / 2 for point in thin]  # halved, as the difference of two huge ones overflows
    low, high = min(values), max(values)
    heights = [_HIGH - _AIR - (value - low) / ((high - low) or 1) * (_HIGH - 2 * _AIR) for value in values]
    places = [(span.place(point.end) * 10, round(y)) for point, y in zip(thin, heights, strict=True)]
    left, top = places[-1]
    path = "M" + " ".join(f"{x:g} {y}" for x, y in places)
    return Course(path=path, left=left / 10, top=top / _HIGH * 100)


def stacked(places: Sequence[float], clearance: float) -> tuple[int, ...]:
    """The row for each mark, from the left, such that none touches another."""
    ends: list[float] = []
    rows: list[int] = []
    for place in places:
        row = next((row for row, end in enumerate(ends) if place - end >= clearance), len(ends))
        ends[row : row + 1] = [place]
        rows.append(row)
    return tuple(rows)
