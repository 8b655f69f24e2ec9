"""How the partnership itself is doing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shared_vision.model.reason import Reason


class Sign(StrEnum):
    """What tells how a partnership is doing."""

    RHYTHM_KEPT = "rhythm-kept"
    """Of the updates that fell due, the share that came."""
    IDEAS_ANSWERED = "ideas-answered"
    """Of the ideas whose time is over, the share that was answered in it."""
    PARTICIPATION = "participation"
    """Of the answers that decisions asked for, the share that was given."""
    BALANCE = "balance"
    """To how many partners, sharing alike, ideas and options would amount: a share of all partners."""
    DATA_ON_TIME = "data-on-time"
    """Of the values that fell due, the share that came in time."""
    SATISFACTION = "satisfaction"
    """The mean over all themes of a survey, on its scale."""
    ENGAGEMENT = "engagement"
    """Of those whom a survey asked, the share that answered."""
    RECOGNITION = "recognition"
    """Of the ideas answered and the options not taken, the share with a word on what was good about them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """Something of which only `part` of `whole` came: the record it is about, or empty, and its day."""

    ref: str
    day: date
    part: int
    whole: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One sign over the last year: `share` is `part` of `whole`, or why there is none.

    `short` tells where it was less than all, the latest first.
    """

    sign: Sign
    share: float | Reason
    part: float = 0
    whole: int = 0
    short: tuple[Short, ...] = ()


class Standing(StrEnum):
    """What a figure says, by our convention: a strength from 0.8 on, to be talked about below 0.6."""

    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"


STRONG, FAIR = 0.8, 0.6


def standing(share: float) -> Standing:
    """What a share says of the partnership."""
    if share >= STRONG:
        return Standing.STRONG
    return Standing.FAIR if share >= FAIR else Standing.WEAK
