"""How the KPIs stood month by month, as pages show it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from shared_vision.model.measures import GOOD, Past, Status
from shared_vision.model.wording import Wording

BANDS = (
    Status.UNKNOWN,
    Status.TOO_EARLY,
    Status.MOVING_AWAY,
    Status.OFF_TRACK,
    Status.AT_RISK,
    Status.ON_TRACK,
    Status.ACHIEVED,
)
"""From the top of a column down: what is well stands at the bottom, where its share can be read off."""
_NEEDY = (Status.AT_RISK, Status.OFF_TRACK, Status.MOVING_AWAY)
_YEAR = 12
_CLEAR = 4
"""So many columns a year's number takes on a phone."""


class Run(NamedTuple):
    """Months in a row in which a KPI stood alike, with their names: Dec 2024 to Jun 2025."""

    status: Status
    months: int
    when: str

    @property
    def needy(self) -> bool:
        """Whether it was not where it should have been."""
        return self.status in _NEEDY


class Tick(NamedTuple):
    """A word under the columns, from a column on, the first being 1."""

    column: int
    text: str


def runs(kpi: str, past: Past, wording: Wording) -> Iterator[Run]:
    """The months of a KPI, those that are alike taken together."""
    for status, found in groupby(zip(past.days, past.kpis[kpi], strict=True), key=lambda month: month[1]):
        days = [day for day, _ in found]
        yield Run(status, len(days), _when(days, wording))


def _when(days: Sequence[date], wording: Wording) -> str:
    first, last = wording.month(days[0]), wording.month(days[-1])
    return first if first == last else wording.say("{first} to {last}", first=first, last=last)


def columns(past: Past) -> tuple[Counter[Status], ...]:
    """How many KPIs were in each state, for each month."""
    found = past.kpis.values()
    return tuple(Counter(statuses[month] for statuses in found) for month in range(len(past.days)))


def ticks(past: Past, wording: Wording) -> Iterator[Tick]:
    """The first month, then the years that begin far enough from both ends."""
    for column, day in enumerate(past.days, start=1):
        if column == 1:
            yield Tick(column, wording.month(day))
        elif day.month == 1 and _CLEAR < column <= len(past.days) - _CLEAR:
            yield Tick(column, str(day.year))


def whole_line(counts: Mapping[Status, int], past: Past, wording: Wording) -> str:
    """Where the whole stands: 14 of 23 KPIs are on track or achieved, 3 more than a year ago."""
    total, change = sum(counts.values()), _change(counts, past)
    said = {"good": f"{good(counts):,}", "change": f"{abs(change or 0):,}"}
    if change is None:
        return wording.plural(
            "{good} of {number} KPI is on track or achieved.",
            "{good} of {number} KPIs are on track or achieved.",
            total,
            **said,
        )
    if change == 0:
        return wording.plural(
            "{good} of {number} KPI is on track or achieved, as a year ago.",
            "{good} of {number} KPIs are on track or achieved, as many as a year ago.",
            total,
            **said,
        )
    if change > 0:
        return wording.plural(
            "{good} of {number} KPI is on track or achieved, {change} more than a year ago.",
            "{good} of {number} KPIs are on track or achieved, {change} more than a year ago.",
            total,
            **said,
        )
    return wording.plural(
        "{good} of {number} KPI is on track or achieved, {change} fewer than a year ago.",
        "{good} of {number} KPIs are on track or achieved, {change} fewer than a year ago.",
        total,
        **said,
    )


def change_line(counts: Mapping[Status, int], past: Past, wording: Wording) -> str:
    """How the whole changed: 3 more than a year ago; empty where nothing was known then."""
    change = _change(counts, past)
    if change is None:
        return ""
    if change == 0:
        return wording.say("As many as a year ago")
    if change > 0:
        return wording.plural("{number} more than a year ago", "{number} more than a year ago", change)
    return wording.plural("{number} fewer than a year ago", "{number} fewer than a year ago", -change)


def good(counts: Mapping[Status, int]) -> int:
    """How many are on track or achieved."""
    return sum(counts.get(status, 0) for status in GOOD)


def _change(counts: Mapping[Status, int], past: Past) -> int | None:
    """How many more are on track or achieved than a year ago; None where nothing was known then."""
    then = [statuses[-1 - _YEAR] for statuses in past.kpis.values()]
    if all(status is Status.UNKNOWN for status in then):
        return None
    return good(counts) - sum(status in GOOD for status in then)
