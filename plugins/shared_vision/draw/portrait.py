"""The large chart of a KPI."""

from collections.abc import Sequence
from math import nan

from shared_vision.draw.aims import draw_agreed_dots, draw_aims
from shared_vision.draw.captions import draw_captions
from shared_vision.draw.labels import Room
from shared_vision.draw.layers import (
    HOLLOW,
    draw_curve,
    draw_provisional,
    draw_time_axis,
    draw_titles,
    draw_value_axis,
    place_of,
)
from shared_vision.draw.marks import stack
from shared_vision.draw.outlook import draw_fan, draw_without
from shared_vision.draw.phrases import describe, mark_title, point_title, target_labels
from shared_vision.draw.renderer import Dot, Heading, Label
from shared_vision.draw.stage import Canvas
from shared_vision.draw.subject import Subject, cut
from shared_vision.draw.ticks import time_ticks, value_ticks
from shared_vision.model.chart import Drawing, Margins, Mark

HEIGHT = 300
_LOWEST_ROW, _ROW, _RADIUS = 17, 23, 9.5


def draw_portrait(subject: Subject, marks: Sequence[Mark], canvas: Canvas) -> Drawing:
    """The chart: what came about against what was agreed, with the marks above it."""
    rows = stack([canvas.across(mark.date.toordinal()) for mark in marks])
    room, ticks = Room(HEIGHT), value_ticks(canvas.frame, subject.wording)
    draw_value_axis(canvas, ticks)
    draw_time_axis(canvas, time_ticks(canvas.frame, subject.kpi.frequency, subject.wording))
    _draw_hairlines(canvas, marks, rows)
    for mark in marks:
        room.block_upright(canvas.across(mark.date.toordinal()))
    draw_fan(canvas, subject, room)
    draw_without(canvas, subject, room)
    draw_aims(canvas, subject, room)
    room.block_line(draw_curve(canvas, subject.series.points, regular=subject.regular))
    draw_titles(canvas, subject.series.points, subject.wording, unusual=subject.unusual)
    draw_provisional(canvas, subject.series.points, subject.wording)
    draw_agreed_dots(canvas, subject)
    _draw_latest(canvas, subject)
    _draw_marks(canvas, marks, rows, subject)
    draw_captions(canvas, subject, room)
    left = max((len(tick.label) for tick in ticks), default=0)
    return canvas.renderer.drawing(_heading(subject, marks), "sv-chart", _margins(subject, left, rows))


def _draw_hairlines(canvas: Canvas, marks: Sequence[Mark], rows: Sequence[int]) -> None:
    """From each mark's circle down to the axis."""
    if not marks:
        return
    frame = canvas.frame
    pixel = (frame.high - frame.low) / HEIGHT
    tops = [frame.high + (_middle(row) - _RADIUS) * pixel for row in rows]
    days = [day for mark in marks for day in (mark.date.toordinal(),) * 3]
    canvas.draw_rule("sv-hairline", days, [height for top in tops for height in (top, frame.low, nan)])


def _draw_marks(canvas: Canvas, marks: Sequence[Mark], rows: Sequence[int], subject: Subject) -> None:
    """The numbers in their circles, above the chart."""
    if not marks:
        return
    places = [
        (canvas.across(mark.date.toordinal()), -_middle(row)) for mark, row in zip(marks, rows, strict=True)
    ]
    titles = [mark_title(mark, subject.wording) for mark in marks]
    dots = (Dot(x=x, y=y, radius=_RADIUS, title=title) for (x, y), title in zip(places, titles, strict=True))
    canvas.renderer.draw_dots("sv-mark-dots", dots)
    for mark, (x, y) in zip(marks, places, strict=True):
        canvas.renderer.draw_label(Label(text=str(mark.number), x=x, y=y + 4, classes="sv-mark-number"))


def _middle(row: int) -> int:
    """How far above the chart the middle of a row of circles lies, in pixels."""
    return _LOWEST_ROW + row * _ROW


def _draw_latest(canvas: Canvas, subject: Subject) -> None:
    """The latest value, in the colour of the status."""
    latest = subject.series.points[-1]
    x, y = place_of(canvas, latest)
    title = point_title(latest, subject.unit, subject.wording)
    if latest in subject.unusual:
        title = subject.wording.say("{value}, unusual", value=title)
    classes = HOLLOW if latest.provisional else f"sv-latest-dot sv-is-{subject.measure.status}"
    canvas.renderer.draw_dots(classes, [Dot(x=x, y=y, radius=5, title=title)])


def _heading(subject: Subject, marks: Sequence[Mark]) -> Heading:
    return Heading(id=subject.kpi.id, title=cut(subject.kpi.title, 300), description=describe(subject, marks))


def _margins(subject: Subject, left: int, rows: Sequence[int]) -> Margins:
    """Room for the values on the left, the target's words on the right, the marks on top."""
    target = subject.kpi.target
    words = target_labels(target, subject.kpi.frequency, subject.wording) if target else ()
    right = max(map(len, words), default=0)
    top = _middle(max(rows)) + 12 if rows else 12
    return Margins(left=left + 2, right=right + 2, top=top)
