"""Which version of a survey's answers is shown, so that no change gives single people away."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from shared_vision.model.loaded import Loaded
from shared_vision.model.problem import Place, Problem, Severity
from shared_vision.model.reason import Reason
from shared_vision.model.records import Vision
from shared_vision.model.same_people import new_and_gone
from shared_vision.model.survey import Published, Responses

Answers = Mapping[str, Responses | Published | Reason]


def shown_answers(answers: Answers, least: int) -> dict[str, Responses | Published | Reason]:
    """The answers of each survey that are shown, with the `former` that were: the latest, or earlier ones.

    Where fewer than `least` people came or went since answers were shown, the difference of two builds would
    tell what those said. So it stays with the earlier ones.
    """
    return {
        name: _shown(found, least) if isinstance(found, Responses) else found
        for name, found in answers.items()
    }


def _shown(latest: Responses, least: int) -> Responses | Published:
    shown: list[Responses | Published] = []
    for version in (*latest.former, latest):
        if any(_few_apart(version, earlier, least) for earlier in shown):
            continue
        if shown and _says_the_same(version, shown[-1]):
            shown.pop()
        shown.append(version)
    last = shown.pop()
    return replace(last, former=tuple(shown)) if isinstance(last, Responses) else last


def _few_apart(version: Responses | Published, earlier: Responses | Published, least: int) -> bool:
    if isinstance(version, Published) or isinstance(earlier, Published):
        return False  # who answered is not known any more; what is shown of both is compared instead
    return any(0 < many < least for many in new_and_gone(version, earlier))


def _says_the_same(version: Responses | Published, earlier: Responses | Published) -> bool:
    if isinstance(version, Responses) and isinstance(earlier, Responses):
        return not any(new_and_gone(version, earlier))
    return version == earlier


def version_problems(loaded: Loaded, vision: Vision, answers: Answers) -> Iterator[Problem]:
    """A warning for each survey of which earlier answers are shown than its file holds."""
    least = vision.survey.minimum_answers
    for found in loaded.of_kind("surveys"):
        latest = answers.get(found.record.id)
        if isinstance(latest, Responses) and _is_kept_back(latest, least):
            yield Problem(
                place=Place(path=found.record.data_path),
                code="few-changed",
                message=(
                    f"Fewer than {least} answers came, went or changed since the results were first shown, "
                    "so those stay: the difference would tell what single people said."
                ),
                remedy="Bring back the file as it was, or add the answers of more people at once.",
                severity=Severity.WARNING,
            )


def _is_kept_back(latest: Responses, least: int) -> bool:
    shown = _shown(latest, least)
    return isinstance(shown, Published) or any(new_and_gone(latest, shown))
