"""Whether partners keep in touch as often as they agreed to, and how sure they are of their goals."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Beat(StrEnum):
    """What became of the update that was due on a day."""

    KEPT = "kept"
    MISSED = "missed"
    AHEAD = "ahead"
    """There is time for it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How one partner kept in touch over a year: each day an update was due, and whether one came.

    `latest` is the day it was last heard, None where it never was; `owes` the day since which an update
    is asked of it, None where none is; `late` says whether the days of grace are over, too.
    """

    partner: str
    beats: tuple[tuple[date, Beat], ...]
    latest: date | None
    owes: date | None
    late: bool = False

    @property
    def kept(self) -> int:
        """How many updates came in time."""
        return sum(beat is Beat.KEPT for _, beat in self.beats)

    @property
    def counted(self) -> int:
        """Of how many that is known."""
        return sum(beat is not Beat.AHEAD for _, beat in self.beats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How sure the partners were of a goal over time, from 0 to 10.

    `course` has a point for each day somebody said so: the mean of what each partner said last, no longer
    ago than `KEEPS`. `before` is what it was three months ago, None where nobody had said by then; `fell`
    is true where it fell by two or more of ten since then.
    """

    course: tuple[tuple[date, float], ...]
    before: float | None
    fell: bool

    @property
    def now(self) -> float:
        """What it is now."""
        return self.course[-1][1]
