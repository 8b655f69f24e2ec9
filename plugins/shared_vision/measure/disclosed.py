"""What may be seen of every survey."""

from datetime import date

from shared_vision.measure.disclosure import publish
from shared_vision.model.asking import asks_the_same
from shared_vision.model.document import Document
from shared_vision.model.leaks import leaks
from shared_vision.model.reason import Reason
from shared_vision.model.survey import Published, Responses

Answers = Responses | Published | Reason


def disclosed(document: Document, today: date) -> dict[str, Published | Reason]:
    """What may be seen of each survey closed by a day, or why nothing may; the earliest first."""
    told = sorted(
        (survey for survey in document.surveys.values() if survey.date <= today),
        key=lambda survey: (survey.date, survey.id),
    )
    return {
        survey.id: _disclosed(document, survey.id, [one.id for one in told[:at]])
        for at, survey in enumerate(told)
    }


def _disclosed(document: Document, name: str, earlier: list[str]) -> Published | Reason:
    survey, least = document.surveys[name], document.vision.survey.minimum_answers
    answers: Answers = document.answers.get(name, Reason.NO_DATA)
    if isinstance(answers, Reason):
        return answers
    if isinstance(answers, Published):
        return Published(reason=Reason.LEAKS) if leaks(answers, survey, least) else answers
    before = (document.answers.get(one) for one in earlier if asks_the_same(survey, document.surveys[one]))
    return publish(survey, answers, least, [one for one in before if isinstance(one, Responses | Published)])
