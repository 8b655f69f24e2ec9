"""The words within the plot, each where it covers least."""

from collections.abc import Sequence
from math import inf

import numpy as np

from shared_vision.draw.labels import PAGE, PHONE, Room, around
from shared_vision.draw.layers import place_of
from shared_vision.draw.phrases import (
    EXPECTED_PATH,
    FORECAST,
    WITHOUT,
    latest_label,
    milestone_label,
    start_label,
    target_labels,
)
from shared_vision.draw.renderer import WIDTH, Label
from shared_vision.draw.stage import Canvas
from shared_vision.draw.subject import Subject

_TOLERABLE = 2
_MINOR = "sv-note sv-minor"
_ALONG_PATH = (0.3, 0.5, 0.7, 0.15, 0.85)


def draw_captions(canvas: Canvas, subject: Subject, room: Room) -> None:
    """The latest value and the target always, the rest where there is room, the weightiest first."""
    latest = subject.series.points[-1]
    label = latest_label(latest, subject.wording)
    _put(canvas, room, around(place_of(canvas, latest), label, "sv-latest-label"))
    _caption_target(canvas, subject, room)
    _caption_path(canvas, subject, room)
    _caption_agreed(canvas, subject, room)
    _caption_outlook(canvas, subject, room)


def _caption_target(canvas: Canvas, subject: Subject, room: Room) -> None:
    """Beside its line where the page has room beside the plot, else in one line along it."""
    target = subject.kpi.target
    if target is None:
        return
    ends = (target.value, target.high, target.low)
    what, when = target_labels(target, subject.kpi.frequency, subject.wording)
    heights = [canvas.height_of(end * canvas.frame.factor) for end in ends if end is not None]
    y = heights[0]
    for text, lower, classes in ((what, 4, "sv-target-label sv-wide"), (when, 20, "sv-note sv-wide")):
        beside = Label(text=text, x=WIDTH, y=y + lower, dx=10, classes=classes, anchor="start")
        canvas.renderer.draw_label(beside)
    along = [
        Label(
            text=f"{what} {when}", x=x, y=height + shift, classes="sv-target-label sv-narrow", anchor=anchor
        )
        for height in heights
        for x, anchor in ((WIDTH, "end"), (0, "start"))
        for shift in (-8, 17)
    ]
    _put(canvas, room, along, page=PHONE)


def _caption_path(canvas: Canvas, subject: Subject, room: Room) -> None:
    """Above or below the dotted line, on the side that it leaves free."""
    if not (path := subject.path):
        return
    places = canvas.places(*zip(*path, strict=True))
    falls = bool(places[-1, 1] > places[0, 1])
    sides = (("start", -7), ("end", 17)) if falls else (("end", -7), ("start", 17))
    xs = places[0, 0] + np.array(_ALONG_PATH) * (places[-1, 0] - places[0, 0])
    ys = np.interp(xs, places[:, 0], places[:, 1])
    said = subject.wording.say(EXPECTED_PATH)
    spots = [
        Label(text=said, x=x, y=y + shift, classes="sv-note", anchor=anchor)
        for x, y in zip(xs.tolist(), ys.tolist(), strict=True)
        for anchor, shift in sides
    ]
    _put(canvas, room, spots)


def _caption_agreed(canvas: Canvas, subject: Subject, room: Room) -> None:
    """Where it began and the milestones."""
    agreed = [(stop.date, stop.value, milestone_label(stop, subject)) for stop in subject.milestones]
    if start := subject.start:
        agreed.insert(0, (start.date, start.value, start_label(start, subject.wording)))
    for day, value, text in agreed:
        place = canvas.place(day.toordinal(), value)
        _put(canvas, room, around(place, text, _MINOR), tolerance=_TOLERABLE)


def _caption_outlook(canvas: Canvas, subject: Subject, room: Room) -> None:
    """What the dashed lines are."""
    ends = [(line[-1][0], line[-1][1], WITHOUT) for line in subject.without]
    if subject.forecast:
        last = subject.forecast.steps[-1]
        ends.append((last.end, last.value, FORECAST))
    for day, value, said in ends:
        place = canvas.place(day.toordinal(), value)
        _put(canvas, room, around(place, subject.wording.say(said), _MINOR), tolerance=_TOLERABLE)


def _put(
    canvas: Canvas, room: Room, labels: Sequence[Label], *, page: int = PAGE, tolerance: float = inf
) -> None:
    """Write the label that covers least, unless it covers more than is tolerable."""
    label, covers = room.best(labels, page=page)
    if covers <= tolerance:
        room.block_words(label, page=page)
        canvas.renderer.draw_label(label)
