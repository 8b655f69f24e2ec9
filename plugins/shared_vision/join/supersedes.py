"""Whether decisions agree with those that they replace."""

from collections.abc import Iterable, Iterator, Mapping

from shared_vision.join.circles import circles, way
from shared_vision.join.finding import error, warning
from shared_vision.model.loaded import Loaded, LoadedRecord
from shared_vision.model.problem import Problem
from shared_vision.model.records import Decision, DecisionStatus

_IN_FORCE = (DecisionStatus.ACCEPTED, DecisionStatus.SUPERSEDED, DecisionStatus.EXPIRED)
"""The states of a decision that was carried, so that it has replaced others."""


def supersede_problems(loaded: Loaded) -> Iterator[Problem]:
    """Decisions whose status does not fit the links between them."""
    found = {one.record.id: one for one in loaded.of_kind("decisions")}
    replaced_by = _replaced_by(one.record for one in found.values())
    for name in sorted(replaced_by.keys() & found.keys()):
        carried = [by for by in replaced_by[name] if found[by].record.status in _IN_FORCE]
        yield from _status(found[name], carried)
        yield from _several(name, [found[by] for by in carried])
    if all(record.kind != Decision.kind for record in loaded.broken):
        yield from _orphans(found, replaced_by)


def open_supersedes(
    decisions: Mapping[str, Decision], found: Iterable[LoadedRecord[Decision]]
) -> tuple[dict[str, Decision], tuple[Problem, ...]]:
    """The decisions with every circle of replacements opened, and a problem for each circle."""
    places = {one.record.id: one for one in found}
    rounds = tuple(circles({name: decision.supersedes for name, decision in decisions.items()}))
    opened = dict(decisions)
    for around in rounds:
        last = opened[around[-1]]
        kept = tuple(name for name in last.supersedes if name != around[0])
        opened[last.id] = last.model_copy(update={"supersedes": kept})
    return opened, tuple(_circle(places[around[-1]], around) for around in rounds)


def _circle(found: LoadedRecord[Decision], around: tuple[str, ...]) -> Problem:
    loc = ("supersedes", found.record.supersedes.index(around[0]))
    if len(around) == 1:
        message = "A decision cannot supersede itself."
        return error(found, loc, ("circle", message, "Delete the line, or name the older decision."))
    message = f"These decisions supersede each other in a circle: {way(around)}."
    return error(found, loc, ("circle", message, "Delete the link from the oldest of them."))


def _replaced_by(decisions: Iterable[Decision]) -> dict[str, list[str]]:
    """The decisions that replace each one, in order of date."""
    replaced_by: dict[str, list[str]] = {}
    for decision in sorted(decisions, key=lambda decision: (decision.date, decision.id)):
        for name in dict.fromkeys(decision.supersedes):
            if name != decision.id:
                replaced_by.setdefault(name, []).append(decision.id)
    return replaced_by


def _status(old: LoadedRecord[Decision], carried: list[str]) -> Iterator[Problem]:
    if carried and old.record.status is not DecisionStatus.SUPERSEDED:
        message = f"The decision {carried[0]} replaces this one, whose status is still {old.record.status}."
        remedy = "Write status: superseded here, or delete the link there."
        yield warning(old, ("status",), ("status-not-superseded", message, remedy))


def _several(name: str, carried: list[LoadedRecord[Decision]]) -> Iterator[Problem]:
    for later in carried[1:]:
        message = f"The decision {carried[0].record.id} replaces {name} already."
        remedy = f"Write supersedes: {carried[0].record.id} if it replaces that one, or delete the link."
        loc = ("supersedes", later.record.supersedes.index(name))
        yield warning(later, loc, ("superseded-twice", message, remedy))


def _orphans(
    found: Mapping[str, LoadedRecord[Decision]], replaced_by: Mapping[str, list[str]]
) -> Iterator[Problem]:
    for name, one in found.items():
        if one.record.status is DecisionStatus.SUPERSEDED and name not in replaced_by:
            message = "The status is superseded, but no decision says that it replaces this one."
            remedy = f"Write supersedes: {name} in the decision that does, or correct the status."
            yield warning(one, ("status",), ("not-superseded", message, remedy))
