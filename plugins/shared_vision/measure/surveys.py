"""What surveys say: results that may be published, what changed since the last one."""

from datetime import date

from shared_vision.measure.disclosure import publish
from shared_vision.model.document import Document
from shared_vision.model.reason import Reason
from shared_vision.model.survey import Published, Responses


def surveyed(document: Document, today: date) -> dict[str, Published | Reason]:
    """What may be published of each survey closed by a day, or why nothing may; the earliest first."""
    least = document.vision.survey.minimum_answers
    found: dict[str, Published | Reason] = {}
    told = [one for one in document.surveys.values() if one.date <= today]
    for survey in sorted(told, key=lambda one: (one.date, one.id)):
        raw = document.answers.get(survey.id, Reason.NO_DATA)
        found[survey.id] = publish(survey, raw, least) if isinstance(raw, Responses) else raw
    return found
