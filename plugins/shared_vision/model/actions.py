"""The decisions that were carried and the initiatives that have begun: what may have moved a KPI."""

from collections.abc import Iterator
from datetime import date

from shared_vision.model.document import Document
from shared_vision.model.records import Decision, DecisionStatus, Initiative, InitiativeStatus

_CARRIED = (DecisionStatus.ACCEPTED, DecisionStatus.SUPERSEDED)


def carried(document: Document) -> Iterator[Decision]:
    """The decisions that were in force at some time."""
    return (one for one in document.decisions.values() if one.status in _CARRIED)


def begun_on(initiative: Initiative) -> date | None:
    """An initiative's first day, unless it is merely planned."""
    return None if initiative.status is InitiativeStatus.PLANNED else initiative.start
