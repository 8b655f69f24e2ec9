"""Whether a survey makes sense in itself, and whether what is sealed may be seen."""

from collections.abc import Iterator, Mapping

from shared_vision.join.finding import error
from shared_vision.model.loaded import Loaded, LoadedRecord
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.problem import Problem
from shared_vision.model.records import Partner, Survey


def survey_problems(found: LoadedRecord[Survey]) -> Iterator[Problem]:
    """Everything in the survey that contradicts itself."""
    low, high = found.record.scale
    if not 1 <= high - low <= 10:
        message = f"The scale goes from {low} to {high}."
        remedy = "Write the lowest and the highest answer, e.g. [1, 5]."
        yield error(found, ("scale",), ("bad-scale", message, remedy))
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


def invited_problems(loaded: Loaded, partners: Mapping[str, Partner]) -> Iterator[Problem]:
    """A problem for each partner invited to a survey that there is not."""
    for found in loaded.of_kind("surveys"):
        invited = found.record.invited
        for name in invited if isinstance(invited, dict) else ():
            if name not in partners:
                remedy = did_you_mean(name, partners, f"Add vision/partners/{name}.yml, or delete the line.")
                words = ("unknown-reference", f"There is no partner {name}.", remedy)
                yield error(found, ("invited", name), words)
