"""Whether the vision's scope is clear."""

from collections.abc import Iterator

from shared_vision.join.finding import error
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Problem
from shared_vision.model.records import Vision


def scope_problems(found: LoadedRecord[Vision]) -> Iterator[Problem]:
    """Items of the scope that have the id of an earlier one."""
    seen: set[str] = set()
    for number, item in enumerate(found.record.scope):
        if item.id in seen:
            message = f"Another item of the scope has the id {item.id} already."
            yield error(found, ("scope", number, "id"), ("same-id", message, "Give it another id."))
        seen.add(item.id)


def mended_vision(vision: Vision) -> Vision:
    """The vision with the first item of each id."""
    items = {item.id: item for item in reversed(vision.scope)}
    return vision.model_copy(update={"scope": tuple(item for item in vision.scope if items[item.id] is item)})
