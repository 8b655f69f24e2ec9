"""Whether a survey makes sense in itself, and whether what is sealed may be seen."""

from collections.abc import Iterator, Mapping

from shared_vision.join.finding import error, warning
from shared_vision.join.register import Register
from shared_vision.model.leaks import leaks
from shared_vision.model.loaded import Loaded, LoadedRecord
from shared_vision.model.problem import Place, Problem
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey, Vision
from shared_vision.model.same_people import same_people
from shared_vision.model.survey import Published, Responses


def survey_problems(found: LoadedRecord[Survey]) -> Iterator[Problem]:
    """Everything in the survey that contradicts itself."""
    low, high = found.record.scale
    for word, number in found.record.answers.items():
        if not low <= number <= high:
            message = f"{number} is not on the scale from {low} to {high}."
            yield error(found, ("answers", word), ("not-on-the-scale", message, "Correct it, or the scale."))
    if not found.record.questions:
        message = "This survey has no questions."
        remedy = "Add a question with the column of its answers, e.g. {column: q1, theme: openness}."
        yield error(found, (), ("no-questions", message, remedy))
    if found.record.by_partner and not found.record.partner_column and not found.record.sealed:
        message = "Results by partner need the column that says which partner somebody is of."
        yield error(found, ("by_partner",), ("no-partner-column", message, "Add partner_column: ..."))


Answers = Mapping[str, Responses | Published | Reason]


def answer_problems(loaded: Loaded, vision: Vision, answers: Answers) -> Iterator[Problem]:
    """A problem where a sealed file tells too much, or more people answered than were asked."""
    least = vision.survey.minimum_answers
    for found in loaded.of_kind("surveys"):
        survey, known = found.record, answers.get(found.record.id)
        if isinstance(known, Published) and leaks(known, survey, least):
            message = "What single people said would follow from this file, so nothing of it is shown."
            remedy = f"Seal the answers again where minimum_answers is {least} or more, or delete the file."
            yield Problem(
                place=Place(path=survey.data_path), code="tells-too-much", message=message, remedy=remedy
            )
        yield from _twice(found, known, loaded, answers)
        if survey.asked and _answered(known) > survey.asked:
            message = "More people answered than were invited."
            yield warning(
                found, ("invited",), ("more-than-invited", message, "Correct how many were invited.")
            )


def _twice(
    found: LoadedRecord[Survey],
    known: Responses | Published | Reason | None,
    loaded: Loaded,
    answers: Answers,
) -> Iterator[Problem]:
    """An error for each earlier survey whose people are in this one, too."""
    survey = found.record
    for other in (one.record for one in loaded.of_kind("surveys")):
        before = answers.get(other.id)
        if (other.date, other.id) >= (survey.date, survey.id):
            continue
        if not isinstance(known, Responses) or not isinstance(before, Responses):
            continue
        if same_people(survey, known, other, before):
            yield Problem(
                place=Place(path=survey.data_path),
                code="answers-twice",
                message=f"Most answers of {other.data_path} are here, too, so nothing of this file is shown.",
                remedy="Take those rows out: only what is new belongs to this survey.",
            )


def _answered(known: Responses | Published | Reason | None) -> int:
    if isinstance(known, Responses):
        return sum(known.answered.values())
    return known.answered if isinstance(known, Published) else 0


def invited_problems(loaded: Loaded, known: Register) -> Iterator[Problem]:
    """A problem for each partner invited to a survey that there is not, not even as a broken record."""
    for found in loaded.of_kind("surveys"):
        invited = found.record.invited
        for name in invited if isinstance(invited, dict) else ():
            if name not in known.ids["partners"] and ("partners", name) not in known.broken:
                words = known.unknown("partners", name, within=f"surveys/{found.record.id}")
                yield error(found, ("invited", name), words)
