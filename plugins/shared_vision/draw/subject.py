"""What a chart is about, and which days and values it must hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shared_vision.draw.expected import expected_path, milestones_between
from shared_vision.draw.frame import Frame, frame_of
from shared_vision.model.forecast import Forecast
from shared_vision.model.measures import KpiMeasure, Start
from shared_vision.model.records import Direction, Frequency, Kpi, Milestone
from shared_vision.model.series import Point, Series
from shared_vision.model.wording import Wording

_LONGEST_UNIT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A KPI with its values, what is to be expected of it, how it is doing, and the language to say so in."""

    kpi: Kpi
    series: Series
    measure: KpiMeasure
    wording: Wording
    unusual: frozenset[Point] = frozenset()
    forecast: Forecast | None = None
    without: tuple[tuple[tuple[date, float], ...], ...] = ()
    """Day and value as they would have been without an action, for each that helped or hurt."""

    @property
    def regular(self) -> bool:
        """Whether a value is due every period, so that one can be missing."""
        return self.kpi.frequency is not Frequency.IRREGULAR

    @property
    def unit(self) -> str:
        """What is counted, at a length that fits beside a number."""
        return cut(self.kpi.unit, _LONGEST_UNIT)

    @property
    def start(self) -> Start | None:
        """What it is counted from; a band is not counted from anything."""
        start = self.measure.start
        return start if isinstance(start, Start) and self.kpi.direction is not Direction.MAINTAIN else None

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """The milestones that lie on the expected path."""
        start, target = self.start, self.kpi.target
        return milestones_between(self.kpi, start.date, target.date) if start and target else ()

    @property
    def path(self) -> tuple[tuple[float, float], ...]:
        """The expected path, day and value, or nothing."""
        return expected_path(self.kpi, self.measure)

    def frame(self) -> Frame:
        """The frame that holds all that is agreed and all that came about."""
        places = tuple(self._places())
        return frame_of((day for day, _ in places), (value for _, value in places))

    def _places(self) -> Iterator[tuple[int, float]]:
        yield from ((point.end.toordinal(), point.value) for point in self.series.points)
        if self.start:
            yield self.start.date.toordinal(), self.start.value
        yield from ((stop.date.toordinal(), stop.value) for stop in self.milestones)
        for line in self.without:
            yield from ((day.toordinal(), value) for day, value in line)
        for step in self.forecast.steps if self.forecast else ():
            yield from ((step.end.toordinal(), end) for end in (step.low, step.high))
        if target := self.kpi.target:
            ends = (target.value, target.low, target.high)
            yield from ((target.date.toordinal(), end) for end in ends if end is not None)


def cut(text: str, most: int) -> str:
    """The text, or its beginning where it is longer than `most`."""
    text = " ".join(text[: 2 * most].split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
