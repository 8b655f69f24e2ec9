"""What a chart says in words."""

from collections.abc import Iterator, Sequence
from datetime import date

from shared_vision.draw.subject import Subject, cut
from shared_vision.model.catalogue import message
from shared_vision.model.chart import Mark
from shared_vision.model.dates import month_end
from shared_vision.model.measures import Start
from shared_vision.model.names import STATUS_WITHIN
from shared_vision.model.records import Frequency, Milestone, Target
from shared_vision.model.series import Group, Point
from shared_vision.model.wording import Wording

EXPECTED_PATH = message("expected path")
FORECAST = message("forecast")
WITHOUT = message("without the action")
_LONGEST_NUMBER = 13
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def short_number(value: float, wording: Wording) -> str:
    """The number in full where that is short, else as a power of ten: 1.5×10¹⁵."""
    text = wording.number(value)
    if "e" not in text and len(text) <= _LONGEST_NUMBER:
        return text
    mantissa, _, exponent = f"{value:.3e}".partition("e")
    return f"{wording.number(float(mantissa))}×10{str(int(exponent)).translate(_RAISED)}"


def quantity(value: float, unit: str, wording: Wording) -> str:
    """A number with its unit: 42 complaints per 1,000."""
    return f"{short_number(value, wording)} {unit}".rstrip()


def latest_label(point: Point, wording: Wording) -> str:
    """The latest value in few words: Nov 2026: 26."""
    period, value = wording.period(point.start, point.end), short_number(point.value, wording)
    return _standing(wording.say("{period}: {value}", period=period, value=value), point, wording)


def unusual_label(point: Point, wording: Wording) -> str:
    """An unusual value in few words: Mar 2026: 40, unusual."""
    return wording.say("{value}, unusual", value=latest_label(point, wording))


def point_title(point: Point, unit: str, wording: Wording) -> str:
    """One value in full: Jan 2025: 42 complaints per 1,000."""
    period, value = wording.period(point.start, point.end), quantity(point.value, unit, wording)
    return _standing(wording.say("{period}: {value}", period=period, value=value), point, wording)


def _standing(said: str, point: Point, wording: Wording) -> str:
    """What is said of a value, and that it is provisional where it is."""
    return wording.say("{value} (provisional)", value=said) if point.provisional else said


def by_day(day: date, frequency: Frequency, wording: Wording) -> str:
    """A day by which something should be, as its month or year where it ends with it."""
    if frequency is Frequency.YEARLY and (day.month, day.day) == (12, 31):
        return str(day.year)
    return wording.month(day) if day == month_end(day) else wording.day(day)


def band_label(target: Target, wording: Wording) -> str:
    """The band to stay in: Aim: 4 to 6."""
    low, high = (None if end is None else short_number(end, wording) for end in (target.low, target.high))
    if low is None:
        return wording.say("Aim: at most {high}", high=high)
    if high is None:
        return wording.say("Aim: at least {low}", low=low)
    return wording.say("Aim: {low} to {high}", low=low, high=high)


def target_labels(target: Target, frequency: Frequency, wording: Wording) -> tuple[str, str]:
    """What is aimed at, and by when: Target 20, by Dec 2027."""
    day = by_day(target.date, frequency, wording)
    if target.value is None:
        return band_label(target, wording), wording.say("until {day}", day=day)
    value = short_number(target.value, wording)
    return wording.say("Target {value}", value=value), wording.say("by {day}", day=day)


def start_label(start: Start, wording: Wording) -> str:
    """Where it began: Baseline 42."""
    value = short_number(start.value, wording)
    if start.from_data:
        return wording.say("Start {value}", value=value)
    return wording.say("Baseline {value}", value=value)


def start_title(start: Start, subject: Subject) -> str:
    """Where it began, in full: Baseline 42 complaints per 1,000 (Jan 2025)."""
    label = start_label(start, subject.wording)
    day = by_day(start.date, subject.kpi.frequency, subject.wording)
    return f"{label} {subject.unit}".rstrip() + f" ({day})"


def milestone_label(milestone: Milestone, subject: Subject) -> str:
    """A value on the way: 30 by Jun 2026."""
    day = by_day(milestone.date, subject.kpi.frequency, subject.wording)
    value = short_number(milestone.value, subject.wording)
    return subject.wording.say("{value} by {day}", value=value, day=day)


def milestone_title(milestone: Milestone, subject: Subject) -> str:
    """A value on the way, named as such: Milestone: 30 by Jun 2026."""
    return subject.wording.say("Milestone: {what}", what=milestone_label(milestone, subject))


def mark_title(mark: Mark, wording: Wording) -> str:
    """A numbered mark in full: 1: Offer a same-day call-back (20 Aug 2025)."""
    title, day = cut(mark.title, 80), wording.day(mark.date)
    return wording.say("{number}: {title} ({day})", number=mark.number, title=title, day=day)


def describe(subject: Subject, marks: Sequence[Mark]) -> str:
    """The chart in sentences, for those who cannot see it."""
    return " ".join(
        [
            _course(subject),
            *_aim(subject),
            _state(subject),
            *_ahead(subject),
            *_marked(marks, subject.wording),
        ]
    )


def describe_group(group: Group, unit: str, wording: Wording) -> str:
    """The small chart of a group in a sentence."""
    return f"{_from_to(group.points, unit, wording)}."


def _course(subject: Subject) -> str:
    points, unit, wording = subject.series.points, subject.unit, subject.wording
    low, high = min(points, key=_value), max(points, key=_value)
    if len(points) < 3:
        return f"{_from_to(points, unit, wording)}."
    return wording.say(
        "{course}; lowest {low}, highest {high}.",
        course=_from_to(points, unit, wording),
        low=latest_label(low, wording),
        high=latest_label(high, wording),
    )


def _from_to(points: Sequence[Point], unit: str, wording: Wording) -> str:
    first, last = points[0], points[-1]
    value, when = quantity(last.value, unit, wording), wording.period(last.start, last.end)
    if first is last:
        return wording.say("One value: {value} ({when})", value=value, when=when)
    return wording.say(
        "From {first} ({then}) to {value} ({when})",
        first=short_number(first.value, wording),
        then=wording.period(first.start, first.end),
        value=value,
        when=when,
    )


def _value(point: Point) -> float:
    return point.value


def _aim(subject: Subject) -> Iterator[str]:
    if target := subject.kpi.target:
        yield f"{' '.join(target_labels(target, subject.kpi.frequency, subject.wording))}."


def _ahead(subject: Subject) -> Iterator[str]:
    if subject.forecast:
        last, wording = subject.forecast.steps[-1], subject.wording
        yield wording.say(
            "Forecast for {period}: {value}, four in five between {low} and {high}.",
            period=wording.period(last.start, last.end),
            value=short_number(last.value, wording),
            low=short_number(last.low, wording),
            high=short_number(last.high, wording),
        )


def _state(subject: Subject) -> str:
    status = subject.wording.say(STATUS_WITHIN[subject.measure.status])
    return subject.wording.say("Status: {status}.", status=status)


def _marked(marks: Sequence[Mark], wording: Wording) -> Iterator[str]:
    if marks:
        yield wording.say("Marked: {marks}.", marks="; ".join(mark_title(mark, wording) for mark in marks))
