"""What the data files say: values over time."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One value of a series.

    `start` and `end` are the first and last day of the period it stands for (equal for a
    single day); `line` is the last line of the file that went into it, `rows` how many did;
    `dated` is the first day of the last date written in them: before it they are the future;
    `provisional` is true where any of the rows is.
    """

    start: date
    end: date
    value: float
    line: int
    rows: int = 1
    dated: date = date.min
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The series of one value of the breakdown column."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A KPI's values in order of time, from one file, with its breakdown.

    `gathered` is true where several days of the file went into one period (daily rows
    of a monthly KPI): then a period that has not ended yet is not whole.
    """

    file: str
    points: tuple[Point, ...]
    groups: tuple[Group, ...] = ()
    gathered: bool = False
