"""Whether the goals form a tree."""

from collections.abc import Iterable, Mapping

from shared_vision.join.circles import circles, way
from shared_vision.join.finding import error
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Problem
from shared_vision.model.records import Goal


def open_parents(
    goals: Mapping[str, Goal], found: Iterable[LoadedRecord[Goal]]
) -> tuple[dict[str, Goal], tuple[Problem, ...]]:
    """The goals with every circle of parents opened, and a problem for each circle."""
    places = {one.record.id: one for one in found}
    rounds = tuple(circles({name: (goal.parent,) if goal.parent else () for name, goal in goals.items()}))
    tops = {around[-1] for around in rounds}
    opened = {
        name: goal.model_copy(update={"parent": None}) if name in tops else goal
        for name, goal in goals.items()
    }
    return opened, tuple(_circle(places[around[-1]], around) for around in rounds)


def _circle(found: LoadedRecord[Goal], around: tuple[str, ...]) -> Problem:
    if len(around) == 1:
        message = "A goal cannot be its own parent."
        return error(found, ("parent",), ("circle", message, "Delete the line, or name the larger goal."))
    message = f"The parents of these goals go round in a circle: {way(around)}."
    return error(found, ("parent",), ("circle", message, "Delete the parent of the largest of them."))
