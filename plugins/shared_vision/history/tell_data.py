"""Changes of a KPI's values in words."""

from collections.abc import Iterator

from shared_vision.model.changes import DataChange
from shared_vision.model.series import Point
from shared_vision.model.wording import Wording

_FEW = 3
"""So many values are told one by one."""


def tell_revised(change: DataChange, title: str, wording: Wording) -> Iterator[str]:
    """A KPI's values that are gone or are others than were published before."""
    if change.gone:
        yield wording.plural(
            "{number} value of {title} is no longer there: {periods}",
            "{number} values of {title} are no longer there: {periods}",
            len(change.gone),
            title=title,
            periods=_periods(change.gone, wording),
        )
    for old, new in change.revised[:_FEW]:
        yield wording.say(
            "{title}, {period}: revised from {before} to {after}",
            title=title,
            period=wording.period(new.start, new.end),
            before=wording.number(old.value),
            after=wording.number(new.value),
        )
    if more := len(change.revised[_FEW:]):
        yield wording.plural(
            "{title}: {number} more value revised", "{title}: {number} more values revised", more, title=title
        )


def tell_new(change: DataChange, title: str, wording: Wording) -> str:
    """A KPI's values that are new."""
    return wording.plural(
        "{number} new value of {title}: {periods}",
        "{number} new values of {title}: {periods}",
        len(change.new),
        title=title,
        periods=_periods(change.new, wording),
    )


def _periods(points: tuple[Point, ...], wording: Wording) -> str:
    """Which ones, where they are few; else from the first to the last."""
    named = [wording.period(point.start, point.end) for point in points]
    if len(named) <= _FEW:
        return wording.listed(named)
    return wording.say("{start} to {end}", start=named[0], end=named[-1])
