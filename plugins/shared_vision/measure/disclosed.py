"""What may be seen of every survey."""

from datetime import date

from shared_vision.measure.disclosure import publish
from shared_vision.measure.waves import Wave
from shared_vision.model.document import Document
from shared_vision.model.leaks import leaks
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.survey import Published, Responses

Answers = Responses | Published | Reason


def disclosed(document: Document, today: date) -> dict[str, Published | Reason]:
    """What may be seen of each survey closed by a day, or why nothing may; the earliest first."""
    told = sorted(
        (survey for survey in document.surveys.values() if survey.date <= today),
        key=lambda survey: (survey.date, survey.id),
    )
    least = document.vision.survey.minimum_answers
    found: dict[str, Published | Reason] = {}
    waves: list[Wave] = []
    for survey in told:
        answers = document.answers.get(survey.id, Reason.NO_DATA)
        seen = found[survey.id] = _disclosed(survey, answers, least, waves)
        if isinstance(seen, Published) and not seen.reason:
            waves.append(_wave(survey, seen, answers))
    return found


def _disclosed(survey: Survey, answers: Answers, least: int, earlier: list[Wave]) -> Published | Reason:
    if isinstance(answers, Reason):
        return answers
    if isinstance(answers, Published):
        return Published(reason=Reason.LEAKS) if leaks(answers, survey, least) else answers
    former: list[Wave] = []
    for version in answers.former:
        seen = _disclosed(survey, version, least, [*earlier, *former])
        if isinstance(seen, Published) and not seen.reason:
            former.append(Wave(survey=survey, seen=seen))  # it may well hold all that was there before
    return publish(survey, answers, least, [*earlier, *former])


def _wave(survey: Survey, seen: Published, answers: Answers) -> Wave:
    return Wave(survey=survey, seen=seen, responses=answers if isinstance(answers, Responses) else None)
