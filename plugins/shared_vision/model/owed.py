"""What is asked of each partner now."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Duty(StrEnum):
    """What kind of thing is asked."""

    DATA = "data"
    """A new value of a KPI."""
    IDEA = "idea"
    """An answer to an idea."""
    POSITION = "position"
    """A position on a proposed decision."""
    SIGNATURE = "signature"
    """Another look at a wording that changed since the partner agreed to it."""
    UPDATE = "update"
    """Word of how it goes."""
    RECORD = "record"
    """The words that a proposal is decided, where the partners' rules carry it."""
    REVIEW = "review"
    """Another look at a decision, or at the vision itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One thing asked of one partner, or of all together where `partner` is empty.

    `ref` is the record it is about, `others` are more that the same file settles, `path` is that file; it is
    a new one where `new` is true. `day` is the day by which it was or is wanted, or since which it waits,
    None where nobody set one; `late` is true where that day is over.
    """

    partner: str
    duty: Duty
    ref: str
    path: str
    day: date | None
    late: bool
    new: bool = False
    others: tuple[str, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        """Every record it is about."""
        return (self.ref, *self.others)

    @property
    def order(self) -> tuple[date, str, str, str]:
        """The oldest first; what has no day last."""
        return self.day or date.max, self.duty, self.ref, self.partner
