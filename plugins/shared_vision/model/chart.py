"""What the drawing makes of a KPI: pictures as SVG text, with the marks to explain beneath."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A numbered mark in a chart: the decision or initiative `ref` (`kind/id`) that began on `date`."""

    number: int
    ref: str
    title: str
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChart:
    """The small chart of one group of the breakdown."""

    name: str
    svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A KPI's chart: safe inline SVG, its numbered marks, a small chart for each group shown."""

    svg: str
    marks: tuple[Mark, ...] = ()
    groups: tuple[GroupChart, ...] = ()
