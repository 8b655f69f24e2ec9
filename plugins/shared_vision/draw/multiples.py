"""The breakdown as small charts of one size, all with the same edges."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared_vision.draw.choice import choose_groups
from shared_vision.draw.frame import Frame, frame_of
from shared_vision.draw.labels import Room, around
from shared_vision.draw.layers import (
    HOLLOW,
    MOST_TITLES,
    draw_curve,
    draw_provisional,
    draw_time_axis,
    draw_titles,
    draw_value_axis,
    place_of,
)
from shared_vision.draw.phrases import describe_group, latest_label, point_title, short_number
from shared_vision.draw.renderer import Dot, Heading, Label, SvgRenderer
from shared_vision.draw.stage import Canvas, Stage
from shared_vision.draw.subject import Subject, cut
from shared_vision.draw.ticks import Tick, time_ticks, value_ticks
from shared_vision.model.chart import GroupChart, Margins
from shared_vision.model.series import Group, Point

MOST_GROUPS = 9
_FEW_TITLES = 12
"""So many values say what they are in each chart of many, so that the page stays light."""
HEIGHT = 90
_BY_THE_EDGE = 0.98
_PAGE = 200
"""Pixels of a small chart's plot, on which its words are measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """What all the small charts of a KPI share, so that they can be compared."""

    frame: Frame
    values: tuple[Tick, ...]
    times: tuple[Tick, ...]
    margins: Margins
    titles: int


def draw_multiples(subject: Subject, stage: Stage) -> tuple[GroupChart, ...]:
    """A chart for each group in the order given; of many, for those that need most attention, first."""
    groups = choose_groups(subject.kpi, subject.series.groups, MOST_GROUPS)
    if not groups:
        return ()
    layout = _lay_out(subject, groups)
    return tuple(
        GroupChart(
            name=group.name,
            svg=_draw_group(subject, group, layout, stage.open(layout.frame))
            .drawing(_heading(subject, group, number), "sv-chart sv-small", layout.margins)
            .svg,
        )
        for number, group in enumerate(groups, start=1)
    )


def _lay_out(subject: Subject, groups: Sequence[Group]) -> _Layout:
    points = [point for group in groups for point in group.points]
    frame = frame_of((point.end.toordinal() for point in points), (point.value for point in points))
    values = value_ticks(frame, subject.wording)
    latest = (group.points[-1] for group in groups)
    beside = [short_number(point.value, subject.wording) for point in latest if _is_late(point, frame)]
    left, right = max((len(tick.label) for tick in values), default=0), max(map(len, beside), default=0)
    return _Layout(
        frame=frame,
        values=values,
        times=_ends(time_ticks(frame, subject.kpi.frequency, subject.wording)),
        margins=Margins(left=left + 2, right=right + 2, top=12),
        titles=_FEW_TITLES if len(subject.series.groups) > MOST_GROUPS else MOST_TITLES,
    )


def _is_late(point: Point, frame: Frame) -> bool:
    """Whether a point lies at the right edge, so that its words go beside the plot."""
    return (point.end.toordinal() - frame.first) / (frame.last - frame.first) > _BY_THE_EDGE


def _ends(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """The first and the last: a small chart has no room for those between."""
    ends = (ticks[0], ticks[-1]) if len(ticks) > 1 else ticks
    return tuple(Tick(at=tick.at, label=tick.label) for tick in ends)


def _heading(subject: Subject, group: Group, number: int) -> Heading:
    return Heading(
        id=f"{subject.kpi.id}_{number}",
        title=cut(group.name, 120),
        description=describe_group(group, subject.unit, subject.wording),
    )


def _draw_group(subject: Subject, group: Group, layout: _Layout, canvas: Canvas) -> SvgRenderer:
    draw_value_axis(canvas, layout.values)
    draw_time_axis(canvas, layout.times)
    room = Room(HEIGHT)
    room.block_line(draw_curve(canvas, group.points, regular=subject.regular))
    draw_titles(canvas, group.points, subject.wording, most=layout.titles)
    latest = group.points[-1]
    x, y = place_of(canvas, latest)
    title = point_title(latest, subject.unit, subject.wording)
    draw_provisional(canvas, group.points, subject.wording, radius=3)
    classes = HOLLOW if latest.provisional else "sv-latest-dot"
    canvas.renderer.draw_dots(classes, [Dot(x=x, y=y, radius=4, title=title)])
    canvas.renderer.draw_label(
        _label(subject, latest, (x, y), None if _is_late(latest, layout.frame) else room)
    )
    return canvas.renderer


def _label(subject: Subject, latest: Point, place: tuple[float, float], room: Room | None) -> Label:
    """The latest value beside the plot; within it, where it has room, with its period: others go on."""
    if room is None:
        text = short_number(latest.value, subject.wording)
        x, y = place
        return Label(text=text, x=x, y=y + 4, dx=9, classes="sv-latest-label", anchor="start")
    text = latest_label(latest, subject.wording)
    return room.best(around(place, text, "sv-latest-label", narrowest=_PAGE), page=_PAGE)[0]
