"""What may be seen of every survey.

What could be seen of it first, as far as git tells, stays: other answers, another record or other names would
give the difference away. Another version of this program may cut the same answers otherwise, though.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from shared_vision.measure.disclosure import publish
from shared_vision.model.document import Document
from shared_vision.model.leaks import leaks
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.shown import Shown, shown_before
from shared_vision.model.survey import Published, Responses

_ANOTHER = timedelta(days=90)
"""A survey that closes so much later or earlier under the same name is another one."""


def disclosed(document: Document, today: date) -> dict[str, Published | Reason]:
    """What may be seen of each survey closed by a day, or why nothing may; the earliest first."""
    found: dict[str, Published | Reason] = {}
    waves = [one for one in document.shown if one.survey.id not in document.surveys]
    for survey in _told(document, today):
        answers = document.answers.get(survey.id, Reason.NO_DATA)
        if isinstance(answers, Reason):
            found[survey.id] = answers
            continue
        first = shown_before(survey, answers, document.shown, document.surveys)
        seen = found[survey.id] = _seen(document, survey, answers, waves, first)
        if not seen.reason:
            responses = answers if isinstance(answers, Responses) else first.responses if first else None
            waves.append(Shown(survey=survey, seen=seen, responses=responses))
    return found


def unchanged(document: Document, today: date) -> dict[str, date | None]:
    """The surveys that are shown as they first were, though their files have changed, and since when."""
    found = {}
    for survey in _told(document, today):
        answers = document.answers.get(survey.id, Reason.NO_DATA)
        if isinstance(answers, Reason):
            continue
        first = shown_before(survey, answers, document.shown, document.surveys)
        if first and not first.says_the_same(survey, answers):
            found[survey.id] = first.since
    return found


def _told(document: Document, today: date) -> list[Survey]:
    told = (survey for survey in document.surveys.values() if survey.date <= today)
    return sorted(told, key=lambda survey: (survey.date, survey.id))


def _seen(
    document: Document,
    survey: Survey,
    answers: Responses | Published,
    waves: Sequence[Shown],
    first: Shown | None,
) -> Published:
    """What may be seen of a survey beside earlier ones, and beside what could be seen of it first."""
    least = document.vision.survey.minimum_answers
    if first and not first.says_the_same(survey, answers):
        others = first.is_of_others(survey, answers) or abs(survey.date - first.survey.date) > _ANOTHER
        answers = first.as_now(survey, document.partners)
        if others or not answers.questions:
            return Published(reason=Reason.SHOWN_BEFORE)
    if isinstance(answers, Published):
        return Published(reason=Reason.LEAKS) if leaks(answers, survey, least) else answers
    seen = publish(survey, answers, least, [wave for wave in waves if wave is not first], first)
    if not first or not first.survey.by_partner or seen.reason:
        return seen
    was = first.as_now(survey, document.partners)  # of whom people are may be written otherwise today
    return replace(seen, groups=was.groups, hidden=was.hidden)
