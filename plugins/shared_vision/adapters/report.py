"""Problems as text for people, JSON for programs, annotations for a pull request."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shared_vision.adapters.terminal import styled
from shared_vision.model.inert import in_markdown, plain
from shared_vision.model.problem import Problem, Severity

ANNOTATIONS = 10
"""GitHub shows no more annotations of a kind in one step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many problems there are of each severity."""

    errors: int
    warnings: int

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> "Tally":
        """The tally of some problems."""
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        return cls(errors=errors, warnings=len(problems) - errors)

    def __str__(self) -> str:
        return f"{counted(self.errors, 'error')}, {counted(self.warnings, 'warning')}"


def as_text(problems: Sequence[Problem], *, colours: bool = False) -> str:
    """A block of lines for each problem: where and what, then how to mend it."""
    return "".join(_block(problem, colours=colours) for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """One JSON object with the counts and every problem."""
    tally = Tally.of(problems)
    rows = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": str(problem.severity),
            "code": problem.code,
            "field": problem.field,
            "message": problem.message,
            "remedy": problem.remedy,
        }
        for problem in problems
    ]
    return json.dumps({"errors": tally.errors, "warnings": tally.warnings, "problems": rows}, indent=2)


def as_annotations(problems: Sequence[Problem]) -> Iterator[str]:
    """GitHub workflow commands: the first ten problems, errors first; each is one line."""
    ranked = sorted(problems, key=lambda problem: problem.severity is Severity.WARNING)
    for problem in ranked[:ANNOTATIONS]:
        place = problem.place
        spot = {"file": place.path, "line": place.line or 1, "col": place.column, "title": problem.code}
        properties = ",".join(f"{key}={_property(str(value))}" for key, value in spot.items() if value)
        yield f"::{problem.severity} {properties}::{_data(_sentence(problem))}"


def as_summary(problems: Sequence[Problem]) -> str:
    """A Markdown table of every problem, for a job's summary; all partner text is inert in it."""
    if not problems:
        return "### The vision: no problems\n"
    rows = "".join(
        f"| {in_markdown(str(problem.place))} | {problem.severity} | {in_markdown(_sentence(problem))} |\n"
        for problem in problems
    )
    head = "| Where | Kind | What to mend |\n| --- | --- | --- |\n"
    return f"### The vision: {Tally.of(problems)}\n\n{head}{rows}"


def _block(problem: Problem, *, colours: bool) -> str:
    place = styled(plain(str(problem.place)), "strong", colours=colours)
    severity = styled(str(problem.severity), problem.severity, colours=colours)
    code = styled(f"[{problem.code}]", "quiet", colours=colours)
    field = f"{plain(problem.field)}: " if problem.field else ""
    remedy = f"    {plain(problem.remedy)}\n" if problem.remedy else ""
    return f"{place}: {severity} {code} {field}{plain(problem.message)}\n{remedy}"


def _sentence(problem: Problem) -> str:
    field = f"{problem.field}: " if problem.field else ""
    return plain(f"{field}{problem.message} {problem.remedy}".strip())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(plain(text)).replace(":", "%3A").replace(",", "%2C")


def counted(number: int, noun: str) -> str:
    """A number of things: 1 error, 2 errors."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
