"""Matplotlib's drawing calls become SVG that wears classes in place of colours."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.path import Path
from matplotlib.transforms import Transform
from matplotlib.typing import ColorType
from numpy.typing import NDArray

from shared_vision.model.chart import Drawing, Margins

WIDTH = 1000
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a chart is called: the id it builds its own ids from, its title, its description in a sentence."""

    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A round mark: `x` on the canvas, `y` and `radius` in pixels; without one, the stylesheet has it."""

    x: float
    y: float
    radius: float | None = None
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A few words: `x` on the canvas (it stretches), `y` and `dx` in pixels (they do not)."""

    text: str
    x: float
    y: float
    classes: str
    anchor: str = "middle"
    dx: int = 0


class SvgRenderer(RendererBase):
    """Writes one chart: its lines stretch with the page, its dots and words keep their size.

    The canvas is 1000 units wide, which are 100 % of the page's room, and as high in pixels
    as on the page. The artist's gid is the class of what it draws.
    """

    def __init__(self, height: int) -> None:
        super().__init__()
        self.height = height
        self._classes = ""
        self._lines: list[str] = []
        self._signs: list[str] = []

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The size of the canvas."""
        return WIDTH, self.height

    def open_group(self, s: str, gid: str | None = None) -> None:
        """What is drawn from here on belongs to class `gid`, or to the kind of artist."""
        self._classes = gid or s

    def draw_path(
        self,
        gc: GraphicsContextBase,  # noqa: ARG002 - its colours and widths are the stylesheet's affair
        path: Path,
        transform: Transform,
        rgbFace: ColorType | None = None,  # noqa: ARG002, N803 - matplotlib's name
    ) -> None:
        """A line of straight pieces; where a coordinate is not a number it breaks."""
        places = transform.transform(np.asarray(path.vertices))
        places[:, 1] = self.height - places[:, 1]
        self._lines.append(f'<path class="{self._classes}" d="{_data(places)}"/>')

    def draw_dots(self, classes: str, dots: Iterable[Dot]) -> None:
        """Dots that name themselves when pointed at."""
        self._signs.append(f'<g class="{classes}">{"".join(map(_dot, dots))}</g>')

    def draw_label(self, label: Label) -> None:
        """Words that keep their size."""
        anchor = "" if label.anchor == "middle" else f' text-anchor="{label.anchor}"'
        shift = f' dx="{label.dx}"' if label.dx else ""
        self._signs.append(
            f'<text class="{label.classes}" x="{_percent(label.x)}" y="{_number(label.y)}"{shift}{anchor}>'
            f"{escape(label.text)}</text>"
        )

    def drawing(self, heading: Heading, classes: str, margins: Margins) -> Drawing:
        """The whole chart, with the room around it for what is written beside it."""
        lines = (
            f'<svg viewBox="0 0 {WIDTH} {self.height}" preserveAspectRatio="none" width="100%" height="100%">'
            f"{''.join(self._lines)}</svg>"
        )
        return Drawing(
            id=heading.id,
            title=escape(heading.title),
            description=escape(heading.description),
            classes=classes,
            height=self.height,
            margins=margins,
            content=f"{lines}{''.join(self._signs)}",
        )


def escape(text: str) -> str:
    """A text as the content of an element; characters that XML does not know become a replacement sign."""
    return _NOT_XML.sub("\ufffd", html.escape(text, quote=False))


def _dot(dot: Dot) -> str:
    radius = "" if dot.radius is None else f' r="{dot.radius:g}"'
    return (
        f'<circle cx="{_percent(dot.x)}" cy="{_number(dot.y)}"{radius}>'
        f"<title>{escape(dot.title)}</title></circle>"
    )


def _data(places: NDArray[np.float64]) -> str:
    """The path through the places; a lone place becomes a piece without length, which its round ends show."""
    whole = np.isfinite(places).all(axis=1)
    edges = np.flatnonzero(np.diff(whole.astype(np.int8), prepend=0, append=0))
    rounded = np.round(places, 1) + 0.0  # no minus zero
    return "".join(_piece(rounded[start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True))


def _piece(places: NDArray[np.float64]) -> str:
    numbers = places.ravel().tolist()
    return "M" + " ".join(["%g"] * len(numbers)) % tuple(numbers) + ("h0" if len(places) == 1 else "")


def _percent(x: float) -> str:
    return f"{round(x * 100 / WIDTH, 2) + 0.0:g}%"


def _number(y: float) -> str:
    return f"{round(y, 1) + 0.0:g}"
