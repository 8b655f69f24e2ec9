"""How sure the partners were of a goal, drawn over time."""

from collections.abc import Mapping
from datetime import date

from shared_vision.draw.frame import Frame
from shared_vision.draw.layers import draw_curve, draw_time_axis, draw_value_axis, place_of
from shared_vision.draw.renderer import Dot, Heading, Label
from shared_vision.draw.stage import Stage
from shared_vision.draw.ticks import Tick, time_ticks
from shared_vision.model.chart import Drawing, Margins
from shared_vision.model.dates import add_months
from shared_vision.model.records import Frequency
from shared_vision.model.rhythm import Confidence
from shared_vision.model.series import Point
from shared_vision.model.wording import Wording

HEIGHT = 90
_LOW, _HIGH = 0, 10
_AIR = 0.4
"""So that a dot at either end is whole."""
_LEAST = 6
"""So many months a chart shows at least."""


def draw_confidences(found: Mapping[str, Confidence], wording: Wording) -> dict[str, Drawing]:
    """A small chart of the course for each goal that was spoken of on two days or more, by its id."""
    stage = Stage(HEIGHT)
    return {goal: _draw(goal, one, stage, wording) for goal, one in found.items() if len(one.course) > 1}


def _draw(goal: str, confidence: Confidence, stage: Stage, wording: Wording) -> Drawing:
    points = tuple(Point(start=day, end=day, value=sure, line=0) for day, sure in confidence.course)
    canvas = stage.open(_frame(points[0].end, points[-1].end))
    draw_value_axis(canvas, [Tick(at=at, label=wording.number(at)) for at in (_LOW, 5, _HIGH)])
    ticks = time_ticks(canvas.frame, Frequency.IRREGULAR, wording)
    draw_time_axis(canvas, [ticks[0], ticks[-1]] if len(ticks) > 1 else ticks)
    draw_curve(canvas, points, regular=False)
    dots = [_dot(canvas.place(point.end.toordinal(), point.value), point, wording) for point in points]
    canvas.renderer.draw_dots("sv-latest-dot", dots)
    x, y = place_of(canvas, points[-1])
    now = wording.decimals(confidence.now, 1)
    canvas.renderer.draw_label(Label(text=now, x=x, y=y + 4, dx=9, classes="sv-latest-label", anchor="start"))
    heading = Heading(
        id=f"sure_{goal}", title=wording.say("How sure we are"), description=described(confidence, wording)
    )
    return canvas.renderer.drawing(heading, "sv-chart sv-small", Margins(left=4, right=len(now) + 2, top=12))


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


def _frame(first: date, last: date) -> Frame:
    start = min(first, add_months(last, -_LEAST))
    return Frame(first=start.toordinal(), last=last.toordinal(), low=_LOW - _AIR, high=_HIGH + _AIR)


def _dot(place: tuple[float, float], point: Point, wording: Wording) -> Dot:
    title = wording.say(
        "{day}: {sure} of 10", day=wording.day(point.end), sure=wording.decimals(point.value, 1)
    )
    return Dot(x=place[0], y=place[1], radius=3, title=title)
