"""A KPI's chart as a small PNG, for programs that draw no SVG."""

from io import BytesIO

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from shared_vision.model.colour import LIGHT, colour_name
from shared_vision.model.measures import KpiMeasure
from shared_vision.model.records import Kpi
from shared_vision.model.series import Series
from shared_vision.model.wording import Wording

WIDTH, HEIGHT = 528, 200
_SHARP = 2
"""For screens with twice as many pixels."""
_DPI = 96
_WORDS = 12
"""In points: on a phone, where the picture is two thirds as wide, still about 11 pixels."""
_INK, _MUTED, _LINE, _ACCENT = (str(LIGHT[name]) for name in ("ink", "muted", "unknown", "accent"))


def draw_picture(kpi: Kpi, series: Series, measure: KpiMeasure, wording: Wording) -> bytes:
    """The course of a KPI with baseline and target, the latest value named; equal bytes for equal values.

    No text of a partner is in it: what it shows stands beside it.
    """
    figure = Figure(figsize=(WIDTH / _DPI, HEIGHT / _DPI), dpi=_DPI * _SHARP, facecolor="#ffffff")
    axes = figure.add_axes((0.03, 0.17, 0.8, 0.78))
    _draw_course(axes, series, str(LIGHT[colour_name(measure.status)]))
    _draw_baseline(axes, kpi, series)
    _draw_target(axes, kpi, wording)
    axes.margins(x=0.03, y=0.2)
    _draw_frame(axes, series, wording)
    latest = series.points[-1]
    _write(axes, wording.number(latest.value), (latest.end.toordinal(), latest.value))
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def _draw_course(axes: Axes, series: Series, colour: str) -> None:
    days = np.array([point.end.toordinal() for point in series.points], dtype=float)
    values = np.array([point.value for point in series.points], dtype=float)
    axes.plot(days, values, color=_INK, linewidth=1.8, solid_joinstyle="round")
    axes.plot(days[-1:], values[-1:], "o", color=colour, markersize=7)


def _draw_baseline(axes: Axes, kpi: Kpi, series: Series) -> None:
    """Where it is counted from, hollow, unless that is one of the values."""
    start = kpi.baseline
    if start is None or start.value is None:
        return
    if not any(point.start <= start.date <= point.end for point in series.points):
        [dot] = axes.plot([start.date.toordinal()], [start.value], "o", markersize=6)
        dot.set(markerfacecolor="#ffffff", markeredgecolor=_MUTED)


def _draw_target(axes: Axes, kpi: Kpi, wording: Wording) -> None:
    target = kpi.target
    for level in (target.value, target.low, target.high) if target else ():
        if level is not None:
            axes.axhline(level, color=_ACCENT, linewidth=1.2, linestyle=(0, (5, 4)))
            axes.annotate(
                wording.say("Target {value}", value=wording.number(level)),
                (0, level),
                xycoords=("axes fraction", "data"),
                xytext=(3, 3),
                textcoords="offset points",
                fontsize=_WORDS - 2,
                color=_ACCENT,
                parse_math=False,
            )


def _draw_frame(axes: Axes, series: Series, wording: Wording) -> None:
    for name, side in axes.spines.items():
        side.set_visible(name == "bottom")
        side.set_color(_LINE)
    axes.set_yticks([])
    first, latest = series.points[0], series.points[-1]
    ends = (first, latest) if first.end < latest.end else (latest,)
    axes.set_xticks([point.end.toordinal() for point in ends])
    names = [wording.period(point.start, point.end) for point in ends]
    labels = axes.set_xticklabels(names, color=_MUTED, fontsize=_WORDS, parse_math=False)
    labels[0].set_horizontalalignment("left")
    labels[-1].set_horizontalalignment("right" if len(labels) > 1 else "left")
    axes.tick_params(length=0)


def _write(axes: Axes, text: str, place: tuple[float, float]) -> None:
    axes.annotate(
        text,
        place,
        xytext=(10, 0),
        textcoords="offset points",
        va="center",
        fontsize=_WORDS + 3,
        fontweight="bold",
        color=_INK,
        annotation_clip=False,
        parse_math=False,
    )
