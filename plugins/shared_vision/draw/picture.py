"""A KPI's chart as a small PNG, for programs that draw no SVG."""

from io import BytesIO

import numpy as np
from matplotlib.figure import Figure

from shared_vision.model.colour import LIGHT, colour_name
from shared_vision.model.measures import KpiMeasure
from shared_vision.model.records import Kpi
from shared_vision.model.series import Series
from shared_vision.model.wording import Wording

WIDTH, HEIGHT = 528, 170
_SHARP = 2
"""For screens with twice as many pixels."""
_DPI = 96


def draw_picture(kpi: Kpi, series: Series, measure: KpiMeasure, wording: Wording) -> bytes:
    """The course of a KPI with its target, the latest value named; the same bytes for the same values.

    No text of a partner is in it: what it shows stands beside it.
    """
    ink, muted, line = LIGHT["ink"], LIGHT["muted"], LIGHT["unknown"]
    figure = Figure(figsize=(WIDTH / _DPI, HEIGHT / _DPI), dpi=_DPI * _SHARP, facecolor="#ffffff")
    axes = figure.add_axes((0.02, 0.16, 0.84, 0.76))
    days = np.array([point.end.toordinal() for point in series.points], dtype=float)
    values = np.array([point.value for point in series.points], dtype=float)
    axes.plot(days, values, color=str(ink), linewidth=1.6, solid_joinstyle="round")
    latest = series.points[-1]
    axes.plot(days[-1:], values[-1:], "o", color=str(LIGHT[colour_name(measure.status)]), markersize=6)
    target = kpi.target
    for level in (target.value, target.low, target.high) if target else ():
        if level is not None:
            axes.axhline(level, color=str(LIGHT["accent"]), linewidth=1.1, linestyle=(0, (5, 4)))
    axes.margins(x=0.02, y=0.18)
    for name, side in axes.spines.items():
        side.set_visible(name == "bottom")
        side.set_color(str(line))
    axes.set_yticks([])
    first = series.points[0]
    ends = [days[0], days[-1]] if len(days) > 1 else [days[0]]
    axes.set_xticks(ends)
    names = [wording.period(one.start, one.end) for one in (first, latest)][: len(ends)]
    labels = axes.set_xticklabels(names, color=str(muted), fontsize=8, parse_math=False)
    labels[0].set_horizontalalignment("left")
    labels[-1].set_horizontalalignment("right" if len(labels) > 1 else "left")
    axes.tick_params(length=0)
    axes.annotate(
        wording.number(latest.value),
        (days[-1], values[-1]),
        xytext=(9, 0),
        textcoords="offset points",
        va="center",
        fontsize=11,
        fontweight="bold",
        color=str(ink),
        annotation_clip=False,
        parse_math=False,
    )
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
