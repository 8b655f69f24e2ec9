"""The ideas that were told by a day."""

from datetime import date

from shared_vision.model.document import Document
from shared_vision.model.records import Idea


def told_by(document: Document, day: date) -> tuple[Idea, ...]:
    """The ideas told by a day, the latest first; an answer from after it is not there yet."""
    told = sorted(
        (idea for idea in document.ideas.values() if idea.date <= day),
        key=lambda idea: (-idea.date.toordinal(), idea.id),
    )
    return tuple(_as_of(idea, day) for idea in told)


def _as_of(idea: Idea, day: date) -> Idea:
    if idea.answer is None or idea.answer.on <= day:
        return idea
    return idea.model_copy(update={"answer": None})
