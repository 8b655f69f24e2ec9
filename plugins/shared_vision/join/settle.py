"""A record without the references that lead nowhere, or that come twice."""

from collections.abc import Iterator
from typing import TypeVar

from shared_vision.join.fewest import MOST_PROBLEMS
from shared_vision.join.finding import error, warning
from shared_vision.join.references import Loc, Reference, references, without
from shared_vision.join.register import WORDS, Register
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Problem
from shared_vision.model.records import Record

R = TypeVar("R", bound=Record)


def settle(found: LoadedRecord[R], register: Register) -> tuple[R, tuple[Problem, ...]]:
    """The record with the references that hold, and a problem for each of the others.

    A reference to a record that could not be read is dropped in silence: that record has its problem.
    """
    problems: list[Problem] = []
    gone: set[Loc] = set()
    seen: set[tuple[Loc, str, str]] = set()
    for reference in references(found.record):
        key = (reference.group, reference.kind, reference.id)
        again = bool(reference.group) and key in seen
        seen.add(key)
        if again or reference.id not in register.ids[reference.kind]:
            gone.add(reference.loc)
            if len(problems) <= MOST_PROBLEMS:
                problems += _problems(found, reference, register, again=again)
    return without(found.record, gone), tuple(problems)


def _problems(
    found: LoadedRecord[Record], reference: Reference, register: Register, *, again: bool
) -> Iterator[Problem]:
    if again:
        yield _twice(found, reference)
    elif (reference.kind, reference.id) not in register.broken:
        within = f"{found.record.kind}/{found.record.id}"
        yield error(found, reference.loc, register.unknown(reference.kind, reference.id, within=within))


def _twice(found: LoadedRecord[Record], reference: Reference) -> Problem:
    tell = error if reference.loc[0] == "kpis" else warning
    message = f"The {WORDS[reference.kind]} {reference.id} is listed twice."
    return tell(found, reference.loc, ("listed-twice", message, "Delete one of the two entries."))
