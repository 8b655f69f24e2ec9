"""One figure of matplotlib's on which chart after chart is drawn."""

from dataclasses import dataclass

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import Transform
from numpy.typing import ArrayLike, NDArray

from shared_vision.draw.frame import Frame
from shared_vision.draw.renderer import WIDTH, SvgRenderer

_DPI = 100
_PEN = GraphicsContextBase()
"""Colour and width are the stylesheet's affair."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A blank chart: days and values of its frame go in, places on the canvas come out."""

    frame: Frame
    renderer: SvgRenderer
    _data: Transform

    def places(self, days: ArrayLike, values: ArrayLike) -> NDArray[np.float64]:
        """Where values lie on the canvas, x and y downwards, a row each."""
        scaled = np.asarray(values, dtype=float) * self.frame.factor
        places = np.asarray(self._data.transform(np.column_stack([np.asarray(days, dtype=float), scaled])))
        places[:, 1] = self.renderer.height - places[:, 1]
        return places

    def place(self, day: float, value: float) -> tuple[float, float]:
        """Where one value lies."""
        return self.across(day), self.height_of(value * self.frame.factor)

    def across(self, day: float) -> float:
        """Where a day lies on the canvas."""
        return (day - self.frame.first) / (self.frame.last - self.frame.first) * WIDTH

    def height_of(self, height: float) -> float:
        """How far down a height of the frame lies, in pixels."""
        return (self.frame.high - height) / (self.frame.high - self.frame.low) * self.renderer.height

    def draw_line(self, classes: str, days: ArrayLike, values: ArrayLike) -> None:
        """A line through values; one that is not a number breaks it."""
        self.draw_rule(classes, days, np.asarray(values, dtype=float) * self.frame.factor)

    def draw_rule(self, classes: str, days: ArrayLike, heights: ArrayLike) -> None:
        """As a line, but through heights of the frame in place of values."""
        vertices = np.column_stack([np.asarray(days, dtype=float), np.asarray(heights, dtype=float)])
        self.renderer.open_group("line", classes)
        self.renderer.draw_path(_PEN, Path(vertices), self._data)


class Stage:
    """A figure filled by its axes.

    Making a figure costs more than drawing a chart on it, so it is made once. Nothing of one
    chart stays for the next: the frame and the renderer are set anew. Lines go to the renderer
    straight away, as a Line2D takes five times as long to hand over the same path.
    """

    def __init__(self, height: int) -> None:
        self._height = height
        figure = Figure(figsize=(WIDTH / _DPI, height / _DPI), dpi=_DPI)
        self._axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))

    def open(self, frame: Frame) -> Canvas:
        """A blank canvas with the edges of `frame`; it takes the place of the one before."""
        self._axes.set_xlim(frame.first, frame.last, emit=False, auto=None)
        self._axes.set_ylim(frame.low, frame.high, emit=False, auto=None)
        return Canvas(frame, SvgRenderer(self._height), self._axes.transData.get_affine())
