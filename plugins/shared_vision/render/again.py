"""Which decisions should be looked at again."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from shared_vision.model.catalogue import message
from shared_vision.model.records import Decision, DecisionStatus


class Again(StrEnum):
    """Whether a decision should be looked at again."""

    LATE = "late"
    EXPIRED = "expired"
    AHEAD = "ahead"


AGAIN: Mapping[str, str] = {
    Again.LATE: message("Overdue"),
    Again.EXPIRED: message("Expired"),
    Again.AHEAD: message("Still to come"),
}


def again(decision: Decision, today: date) -> Again | None:
    """When a decision that holds is due for another look, and whether it has run out; None where never."""
    if decision.status is DecisionStatus.EXPIRED:
        return Again.EXPIRED
    if decision.status is not DecisionStatus.ACCEPTED or not decision.review_on:
        return None
    return Again.LATE if decision.review_on < today else Again.AHEAD
