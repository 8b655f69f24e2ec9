"""How many problems of one file are listed."""

from collections.abc import Iterable
from itertools import groupby

from shared_vision.model.problem import Place, Problem, Severity

MOST_PROBLEMS = 100
"""So many in one file have one cause; a longer list would hide those of other files."""


def fewest(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in order, of each file the first hundred."""
    ordered = sorted(problems, key=lambda problem: problem.order)
    listed: list[Problem] = []
    for path, group in groupby(ordered, key=lambda problem: problem.place.path):
        found = tuple(group)
        listed += found[:MOST_PROBLEMS]
        if more := found[MOST_PROBLEMS:]:
            listed.append(_more(path, more))
    return tuple(listed)


def _more(path: str, more: tuple[Problem, ...]) -> Problem:
    is_error = any(problem.severity is Severity.ERROR for problem in more)
    return Problem(
        place=Place(path=path),
        code="more-problems",
        message=f"The file has more than {MOST_PROBLEMS} problems.",
        remedy="Mend those above first, then check again.",
        severity=Severity.ERROR if is_error else Severity.WARNING,
    )
