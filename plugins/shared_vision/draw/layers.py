"""The layers that a chart of any size is made of."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from shared_vision.draw.curve import curve_of, lone_places, thin
from shared_vision.draw.phrases import latest_label, unusual_label
from shared_vision.draw.renderer import WIDTH, Dot, Label
from shared_vision.draw.stage import Canvas
from shared_vision.draw.ticks import Tick
from shared_vision.model.series import Point
from shared_vision.model.wording import Wording

MOST_TITLES = 120
MOST_RINGS = 36
HOLLOW = "sv-milestone-dot"
"""What a value looks like that is provisional, and whatever else is not there for good."""
_EDGE = 40
_DENSE = 150


def draw_value_axis(canvas: Canvas, ticks: Sequence[Tick]) -> None:
    """A hairline at each value, named on its left."""
    frame = canvas.frame
    days = [day for _ in ticks for day in (frame.first, frame.last, frame.last)]
    canvas.draw_rule("sv-gridline", days, [height for tick in ticks for height in (tick.at, tick.at, nan)])
    for tick in ticks:
        y = canvas.height_of(tick.at) + 4
        canvas.renderer.draw_label(Label(text=tick.label, x=0, y=y, dx=-10, classes="sv-tick", anchor="end"))


def draw_time_axis(canvas: Canvas, ticks: Sequence[Tick]) -> None:
    """The names of years, months or days beneath."""
    y = canvas.renderer.height + 22
    for tick in ticks:
        x = canvas.across(tick.at)
        anchor = "start" if x < _EDGE else "end" if x > WIDTH - _EDGE else "middle"
        classes = "sv-tick sv-minor" if tick.minor else "sv-tick"
        canvas.renderer.draw_label(Label(text=tick.label, x=x, y=y, classes=classes, anchor=anchor))


def draw_curve(canvas: Canvas, points: Sequence[Point], *, regular: bool) -> NDArray[np.float64]:
    """The line through the points; the answer is where it runs."""
    curve = curve_of(points, regular=regular)
    classes = "sv-curve sv-dense" if len(curve.days) > _DENSE else "sv-curve"
    canvas.draw_line(classes, curve.days, curve.values)
    if lone := lone_places(curve):
        canvas.draw_line("sv-lone", *lone)
    return canvas.places(curve.days, curve.values)


def draw_titles(
    canvas: Canvas,
    points: Sequence[Point],
    wording: Wording,
    *,
    most: int = MOST_TITLES,
    unusual: Collection[Point] = (),
) -> None:
    """A dot at each point but the last, seen when pointed at, with its value; the unit stands above."""
    points = points[:-1]
    if points:
        kept = [points[i] for i in thin(np.array([point.value for point in points]), most).tolist()]
        titles = (
            unusual_label(point, wording) if point in unusual else latest_label(point, wording)
            for point in kept
        )
        canvas.renderer.draw_dots("sv-points", _dots(canvas, kept, titles))


def draw_provisional(canvas: Canvas, points: Sequence[Point], wording: Wording, radius: float = 4) -> None:
    """A ring for each of the latest values that may yet change, but the last, which has a dot of its own."""
    rings = [point for point in points[:-1] if point.provisional][-MOST_RINGS:]
    if rings:
        titles = (latest_label(point, wording) for point in rings)
        dots = _dots(canvas, rings, titles)
        canvas.renderer.draw_dots(HOLLOW, (replace(dot, radius=radius) for dot in dots))


def place_of(canvas: Canvas, point: Point) -> tuple[float, float]:
    """Where a point lies on the canvas."""
    return canvas.place(point.end.toordinal(), point.value)


def _dots(canvas: Canvas, points: Sequence[Point], titles: Iterable[str]) -> Iterable[Dot]:
    days, values = [point.end.toordinal() for point in points], [point.value for point in points]
    places = canvas.places(days, values).tolist()
    return (Dot(x=round(x), y=round(y), title=title) for (x, y), title in zip(places, titles, strict=True))
