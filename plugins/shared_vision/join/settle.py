"""Which references of a record lead nowhere, or come twice."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from shared_vision.join.fewest import MOST_PROBLEMS
from shared_vision.join.finding import error, warning
from shared_vision.join.register import WORDS, Register
from shared_vision.model.loaded import LoadedRecord, Placed, Remains
from shared_vision.model.problem import Problem
from shared_vision.model.records import Record
from shared_vision.model.references import Loc, Reference, references, without

R = TypeVar("R", bound=Record)


def settle(found: LoadedRecord[R], register: Register) -> tuple[R, tuple[Problem, ...]]:
    """The record with the references that hold, and a problem for each of the others."""
    record = found.record
    within = f"{record.kind}/{record.id}"
    gone, problems = _check(found, references(record.kind, record), within, register)
    return without(record, gone), problems


def remains_problems(found: Remains, register: Register) -> tuple[Problem, ...]:
    """A problem for each reference in a broken record that does not hold."""
    within = f"{found.kind}/{found.id}"
    return _check(found, references(found.kind, found.values), within, register)[1]


def _check(
    found: Placed, links: Iterable[Reference], within: str, register: Register
) -> tuple[set[Loc], tuple[Problem, ...]]:
    """Where the references are that do not hold, and a problem for each.

    One to a record that could not be read is dropped in silence: that record has its problem.
    """
    problems: list[Problem] = []
    gone: set[Loc] = set()
    seen: set[tuple[Loc, str, str]] = set()
    for link in links:
        key = (link.group, link.kind, link.id)
        again = bool(link.group) and key in seen
        seen.add(key)
        if again or link.id not in register.ids[link.kind]:
            gone.add(link.loc)
            if len(problems) <= MOST_PROBLEMS:
                problems += [_twice(found, link)] if again else _nowhere(found, link, within, register)
    return gone, tuple(problems)


def _nowhere(found: Placed, link: Reference, within: str, register: Register) -> Iterator[Problem]:
    if (link.kind, link.id) not in register.broken:
        yield error(found, link.loc, register.unknown(link.kind, link.id, within=within))


def _twice(found: Placed, link: Reference) -> Problem:
    tell = error if link.loc[0] == "kpis" else warning
    message = f"The {WORDS[link.kind]} {link.id} is listed twice."
    return tell(found, link.loc, ("listed-twice", message, "Delete one of the two entries."))
