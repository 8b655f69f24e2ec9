"""What the drawing makes of a KPI: pictures as SVG text, with the marks to explain beneath."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A numbered mark in a chart: the decision or initiative `ref` (`kind/id`) that began on `date`."""

    number: int
    ref: str
    title: str
    date: date


class Margins(NamedTuple):
    """The room beside a plot for what is written there: `left` and `right` in signs, `top` in pixels."""

    left: int
    right: int
    top: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart that may stand on a page or alone; its texts are escaped.

    `content` is drawn on a canvas as wide as whoever shows it likes, and `height` pixels high.
    """

    id: str
    title: str
    description: str
    classes: str
    height: int
    margins: Margins
    content: str

    @property
    def svg(self) -> str:
        """The chart for a page, whose stylesheet gives it its colours."""
        title, description = f"sv_{self.id}_t", f"sv_{self.id}_d"
        left, right, top = self.margins
        return (
            f'<div class="sv-plot">'
            f'<svg class="{self.classes}" width="100%" height="{self.height}" role="img" '
            f'aria-labelledby="{title} {description}" '
            f'style="--sv-left:{left}ch;--sv-right:{right}ch;--sv-top:{top}px">'
            f'<title id="{title}">{self.title}</title><desc id="{description}">{self.description}</desc>'
            f"{self.content}</svg></div>"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChart:
    """The small chart of one group of the breakdown."""

    name: str
    svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A KPI's chart, its numbered marks, a small chart for each group shown."""

    drawing: Drawing
    marks: tuple[Mark, ...] = ()
    groups: tuple[GroupChart, ...] = ()

    @property
    def svg(self) -> str:
        """The chart for a page."""
        return self.drawing.svg
