"""What is to be expected, as a fan, and what would have come without an action, as a dashed line."""

from shared_vision.draw.labels import Room
from shared_vision.draw.stage import Canvas
from shared_vision.draw.subject import Subject


def draw_fan(canvas: Canvas, subject: Subject, room: Room) -> None:
    """From the latest value on: where four in five values should lie, with the middle dashed."""
    if not subject.forecast:
        return
    latest, steps = subject.series.points[-1], subject.forecast.steps
    days = [latest.end.toordinal(), *(step.end.toordinal() for step in steps)]
    lows = [latest.value, *(step.low for step in steps)]
    highs = [latest.value, *(step.high for step in steps)]
    canvas.draw_line("sv-fan", [*days, *reversed(days)], [*lows, *reversed(highs)])
    middles = [latest.value, *(step.value for step in steps)]
    canvas.draw_line("sv-ahead", days, middles)
    room.block_line(canvas.places(days, middles))


def draw_without(canvas: Canvas, subject: Subject, room: Room) -> None:
    """For each action that helped or hurt: the values as the ones before it would have gone on."""
    for line in subject.without:
        days, values = [day.toordinal() for day, _ in line], [value for _, value in line]
        canvas.draw_line("sv-ahead", days, values)
        room.block_line(canvas.places(days, values))
