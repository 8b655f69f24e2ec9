"""How sure the partners were of a goal, drawn over the last year."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from shared_vision.draw.frame import Frame
from shared_vision.draw.layers import HOLLOW, draw_curve, draw_time_axis, draw_value_axis, place_of
from shared_vision.draw.renderer import Dot, Heading, Label
from shared_vision.draw.stage import Canvas, Stage
from shared_vision.draw.ticks import Tick, time_ticks
from shared_vision.model.chart import Drawing, Margins
from shared_vision.model.dates import add_months, month_end
from shared_vision.model.records import Frequency
from shared_vision.model.rhythm import Confidence
from shared_vision.model.series import Point
from shared_vision.model.wording import Wording

HEIGHT = 170
MONTHS = 12
"""From the first of the earliest to the end of the month of today, as the months beneath it."""
_MARGINS = Margins(left=4, right=6, top=14)
"""Alike for all goals, so that what stands beneath may begin and end where the plot does."""
_LOW, _HIGH = 0, 10
_AIR = 0.4
"""So that a dot at either end is whole."""
_BACK = 3
"""So many months ago is compared with."""
_SAME = 0.05
"""Two figures that read alike."""


def draw_confidences(found: Mapping[str, Confidence], today: date, wording: Wording) -> dict[str, Drawing]:
    """A small chart of the course for each goal that was spoken of on two days or more, by its id."""
    stage, frame = Stage(HEIGHT), _frame(today)
    return {
        goal: _draw(goal, one, stage.open(frame), today, wording)
        for goal, one in found.items()
        if len(one.course) > 1
    }


def _frame(today: date) -> Frame:
    first = add_months(today.replace(day=1), 1 - MONTHS)
    last = month_end(today)
    return Frame(first=first.toordinal(), last=last.toordinal(), low=_LOW - _AIR, high=_HIGH + _AIR)


def _draw(goal: str, confidence: Confidence, canvas: Canvas, today: date, wording: Wording) -> Drawing:
    course = _within(confidence.course, canvas.frame)
    draw_value_axis(canvas, [Tick(at=at, label=wording.number(at)) for at in (_LOW, 5, _HIGH)])
    draw_time_axis(canvas, time_ticks(canvas.frame, Frequency.IRREGULAR, wording))
    before = _before(course, confidence, add_months(today, -_BACK))
    if before and confidence.fell:
        _draw_fall(canvas, before, course[-1], wording)
    draw_curve(canvas, course, regular=False)
    told = [point for point in course[:-1] if point is not before and point.line]
    canvas.renderer.draw_dots("sv-points", [_dot(canvas, point, wording) for point in told])
    if before:
        _draw_named(canvas, before, HOLLOW, wording, dy=-10)
    _draw_named(canvas, course[-1], "sv-latest-dot", wording, dx=9, dy=4)
    heading = Heading(
        id=f"sure_{goal}", title=wording.say("How sure we are"), description=described(confidence, wording)
    )
    return canvas.renderer.drawing(heading, "sv-chart sv-small", _MARGINS)


def described(confidence: Confidence, wording: Wording) -> str:
    """The course in words: where it was first, where it is now."""
    (first, was), (last, now) = confidence.course[0], confidence.course[-1]
    return wording.say(
        "From {was} of 10 on {first} to {now} of 10 on {last}.",
        was=wording.decimals(was, 1),
        first=wording.day(first),
        now=wording.decimals(now, 1),
        last=wording.day(last),
    )


def _within(course: Sequence[tuple[date, float]], frame: Frame) -> list[Point]:
    """The points within the frame; a line that comes from before it begins where it crosses the edge."""
    inside = [_point(day, sure) for day, sure in course if day.toordinal() >= frame.first]
    edge = date.fromordinal(int(frame.first))
    for (one, was), (other, became) in pairwise(course):
        if one < edge < other:
            share = (edge - one) / (other - one)
            return [_point(edge, was + share * (became - was), line=0), *inside]
    return inside


def _point(day: date, sure: float, line: int = 1) -> Point:
    return Point(start=day, end=day, value=sure, line=line)


def _before(course: Sequence[Point], confidence: Confidence, back: date) -> Point | None:
    """The point that today is compared with."""
    found = next((point for point in reversed(course) if point.end <= back and point.line), None)
    known = found is not None and confidence.before is not None
    return found if found and known and abs(found.value - (confidence.before or 0)) < _SAME else None


def _draw_fall(canvas: Canvas, before: Point, now: Point, wording: Wording) -> None:
    """How far it fell: level from what it was, then down to what it is."""
    then, today = before.end.toordinal(), now.end.toordinal()
    canvas.draw_line("sv-ahead", [then, today, today], [before.value, before.value, now.value])
    x, y = canvas.place(today, (before.value + now.value) / 2)
    text = wording.decimals(now.value - before.value, 1)
    canvas.renderer.draw_label(Label(text=text, x=x, y=y + 4, dx=9, classes="sv-tick", anchor="start"))


def _draw_named(  # noqa: PLR0913 (where its words stand)
    canvas: Canvas, point: Point, classes: str, wording: Wording, *, dx: int = 0, dy: int
) -> None:
    canvas.renderer.draw_dots(classes, [_dot(canvas, point, wording, radius=4)])
    x, y = place_of(canvas, point)
    text, anchor = wording.decimals(point.value, 1), "start" if dx else "middle"
    canvas.renderer.draw_label(
        Label(text=text, x=x, y=y + dy, dx=dx, classes="sv-latest-label", anchor=anchor)
    )


def _dot(canvas: Canvas, point: Point, wording: Wording, radius: float | None = None) -> Dot:
    x, y = place_of(canvas, point)
    title = wording.say(
        "{day}: {sure} of 10", day=wording.day(point.end), sure=wording.decimals(point.value, 1)
    )
    return Dot(x=x, y=y, radius=radius, title=title)
