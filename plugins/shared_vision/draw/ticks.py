"""Where the axes carry a label, chosen by matplotlib's locators."""

from collections import Counter
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from math import isfinite

from matplotlib.ticker import MaxNLocator, MultipleLocator

from shared_vision.draw.frame import Frame
from shared_vision.draw.phrases import short_number
from shared_vision.model.dates import add_months, month_end
from shared_vision.model.records import Frequency
from shared_vision.model.wording import Wording

_NICE = MaxNLocator(nbins=3, steps=[1, 2, 2.5, 5, 10])
_WHOLE_YEARS = MaxNLocator(nbins=7, steps=[1, 2, 5, 10], integer=True)
_WHOLE_DAYS = MaxNLocator(nbins=4, steps=[1, 2, 5, 10], integer=True)
_MONTHS_IN = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}
_LAID_OUT = ((6, 1), (12, 2), (18, 3), (36, 6))
"""Up to so many months, a label every so many."""
_MOST_DATES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A place on an axis; a `minor` one goes without its label where room is scarce."""

    at: float
    label: str
    minor: bool = False


def value_ticks(frame: Frame, wording: Wording) -> tuple[Tick, ...]:
    """Two to four round values; those that would read alike are left out."""
    inside = [float(at) for at in _NICE.tick_values(frame.low, frame.high) if frame.low <= at <= frame.high]
    values = {at: frame.value(at) for at in inside}
    labels = {at: short_number(value, wording) for at, value in values.items() if isfinite(value)}
    times = Counter(labels.values())
    return tuple(Tick(at=at, label=label) for at, label in labels.items() if times[label] == 1)


def time_ticks(frame: Frame, frequency: Frequency, wording: Wording) -> tuple[Tick, ...]:
    """Years, quarters, months or days, each where a value of that time stands: at its period's end."""
    first, last = date.fromordinal(max(1, int(frame.first))), date.fromordinal(_last_day(frame.last))
    months = (last.year - first.year) * 12 + last.month - first.month
    if months < 2 and frequency not in _MONTHS_IN:
        return _spread([Tick(at=day, label=_day(day, wording)) for day in _days(first, last)])
    step = max(_MONTHS_IN.get(frequency, 1), next((step for most, step in _LAID_OUT if months <= most), 12))
    starts = _month_starts(first, last, step) if step < 12 else _year_starts(first, last)
    ticks = (_tick(start, step, frequency, wording) for start in starts)
    return _spread([tick for tick in ticks if frame.first <= tick.at <= frame.last])


def _tick(start: date, step: int, frequency: Frequency, wording: Wording) -> Tick:
    end = _end(start, frequency)
    if step >= 12:
        return Tick(at=end.toordinal(), label=str(start.year))
    return Tick(
        at=end.toordinal(), label=wording.month(start) if end == start else wording.period(start, end)
    )


def _last_day(ordinal: float) -> int:
    return min(int(ordinal), date.max.toordinal())


def _days(first: date, last: date) -> list[int]:
    ticks = _WHOLE_DAYS.tick_values(first.toordinal(), last.toordinal())
    return [int(day) for day in ticks if first.toordinal() <= day <= last.toordinal()]


def _day(ordinal: int, wording: Wording) -> str:
    return wording.day(date.fromordinal(ordinal))


def _month_starts(first: date, last: date, step: int) -> list[date]:
    """From a quarter before the first day, which may lie within that quarter."""
    low, high = first.year * 12 + first.month - 3, last.year * 12 + last.month - 1
    months = (int(month) for month in MultipleLocator(step).tick_values(low, high))
    return [date(month // 12, month % 12 + 1, 1) for month in months if max(low, 12) <= month <= high]


def _year_starts(first: date, last: date) -> list[date]:
    years = (int(year) for year in _WHOLE_YEARS.tick_values(first.year, last.year))
    return [date(year, 1, 1) for year in years if MINYEAR <= year <= MAXYEAR]


def _end(start: date, frequency: Frequency) -> date:
    """Where a regular series has its value of the period that begins on `start`."""
    months = _MONTHS_IN.get(frequency)
    if months is None:
        return start
    return month_end(add_months(start, months - 1 - (start.month - 1) % months))


def _spread(ticks: list[Tick]) -> tuple[Tick, ...]:
    """Every other one of many becomes minor."""
    room = _MOST_DATES if any(len(tick.label) > 5 for tick in ticks) else _MOST_DATES + 2
    if len(ticks) <= room:
        return tuple(ticks)
    return tuple(Tick(at=tick.at, label=tick.label, minor=bool(i % 2)) for i, tick in enumerate(ticks))
