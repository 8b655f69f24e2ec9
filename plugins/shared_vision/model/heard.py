"""Whether partners were heard: how each idea was answered, what each partner brought."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shared_vision.model.reason import Reason


class Waiting(StrEnum):
    """Where an idea stands that has no answer yet."""

    OPEN = "open"
    LATE = "late"
    """The time within which the partners agreed to answer is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """How one idea was heard.

    `waiting` is None where it was answered, `days` how many it took then. `due` is the day by which an
    answer is due, None where the partners agreed on none; `asked` is who is to answer, all where empty.
    """

    id: str
    waiting: Waiting | None
    days: int | None
    due: date | None
    asked: tuple[str, ...]
    answered_late: bool = False
    own: bool = False
    """The only answer is its own: nobody else has said anything to it."""

    @property
    def in_time(self) -> bool | None:
        """Whether the answer came in time; None while that is open, or where no time was agreed."""
        if self.due is None or self.own or self.waiting is Waiting.OPEN:
            return None
        return self.waiting is None and not self.answered_late


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What one partner brought to the partnership's thinking.

    `ideas` and `options` count what it proposed, `answered` how many of the ideas have an answer and
    `days` how long the middle one took; `taken_up` counts ideas adopted and options chosen; `shaped` names
    the decisions that it had a hand in by an idea or an option, taken up or not, the latest first.
    """

    partner: str
    ideas: int
    options: int
    answered: int
    days: float | Reason
    taken_up: int
    shaped: tuple[str, ...]

    @property
    def total(self) -> int:
        """Ideas and options together."""
        return self.ideas + self.options
