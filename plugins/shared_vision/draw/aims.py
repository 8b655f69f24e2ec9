"""What was agreed, as lines and dots: the target or band, the way there, where it began."""

from datetime import date

from shared_vision.draw.labels import Room
from shared_vision.draw.phrases import milestone_title, start_title
from shared_vision.draw.renderer import Dot
from shared_vision.draw.stage import Canvas
from shared_vision.draw.subject import Subject
from shared_vision.model.records import Target

_RADIUS = 4.5


def draw_aims(canvas: Canvas, subject: Subject, room: Room) -> None:
    """The band or the target's line, then the expected path."""
    if target := subject.kpi.target:
        _draw_band(canvas, target)
        for value in (target.value, target.low, target.high):
            if value is not None:
                ends = (canvas.frame.first, canvas.frame.last), (value, value)
                canvas.draw_line("sv-target-line", *ends)
                room.block_line(canvas.places(*ends))
    if path := subject.path:
        days, values = zip(*path, strict=True)
        canvas.draw_line("sv-expected", days, values)
        room.block_line(canvas.places(days, values))


def draw_agreed_dots(canvas: Canvas, subject: Subject) -> None:
    """A ring where it began, another at each milestone."""
    if subject.start:
        title = start_title(subject.start, subject)
        _draw_ring(canvas, "sv-start-dot", (subject.start.date, subject.start.value, title))
    for stop in subject.milestones:
        _draw_ring(canvas, "sv-milestone-dot", (stop.date, stop.value, milestone_title(stop, subject)))


def _draw_ring(canvas: Canvas, classes: str, stop: tuple[date, float, str]) -> None:
    day, value, title = stop
    x, y = canvas.place(day.toordinal(), value)
    canvas.renderer.draw_dots(classes, [Dot(x=x, y=y, radius=_RADIUS, title=title)])


def _draw_band(canvas: Canvas, target: Target) -> None:
    """The values to stay within; without one end the band reaches the edge of the chart."""
    frame = canvas.frame
    if target.low is None and target.high is None:
        return
    low = frame.low if target.low is None else target.low * frame.factor
    high = frame.high if target.high is None else target.high * frame.factor
    canvas.draw_rule(
        "sv-band-area",
        (frame.first, frame.last, frame.last, frame.first),
        (low, low, high, high),
    )
