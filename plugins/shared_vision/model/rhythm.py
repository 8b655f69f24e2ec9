"""Whether partners keep in touch as often as they agreed to, and how sure they are of their goals."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FELL = 2.0
"""From so many of ten on, confidence is said to fall."""


class Beat(StrEnum):
    """What became of the update that was due on a day."""

    KEPT = "kept"
    MISSED = "missed"
    EARLY = "early"
    """It came already, and its time is not over yet."""
    AHEAD = "ahead"
    """There is time for it yet."""


OVER = (Beat.KEPT, Beat.MISSED)
"""Of which it is known; one that came early would count where one that has time yet does not."""


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
        return sum(beat in OVER for _, beat in self.beats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How sure the partners were of a goal over time, from 0 to 10.

    `course` has a point for each day somebody said so: the mean of what each partner said last, no longer
    ago than `KEEPS`; `speakers` is of how many it is now. `before` and `since` are the means of three months
    ago and now over those who spoke at both times, None where nobody did; `fallen` counts those of them who
    are less sure by two or more of ten.
    """

    course: tuple[tuple[date, float], ...]
    speakers: int
    before: float | None = None
    since: float | None = None
    fallen: int = 0

    @property
    def now(self) -> float:
        """What it is now."""
        return self.course[-1][1]

    @property
    def fell(self) -> bool:
        """Whether those who spoke at both times are less sure together by two or more of ten."""
        return self.before is not None and self.since is not None and self.before - self.since >= FELL
