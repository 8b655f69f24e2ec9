"""The problems of one data file, kept short however bad the file is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from shared_vision.load.quote import quote
from shared_vision.model.problem import Place, Problem, Severity

MOST_SHOWN = 20
MOST_COUNTED = 100_000


@dataclass(slots=True)
class Findings:
    """Collects problems: the first twenty, the first of each further kind, and how many more there are.

    `errors` counts every one, also one that is there already because two KPIs met it.
    """

    path: str
    errors: int = 0
    _shown: list[Problem] = field(default_factory=list)
    _codes: set[str] = field(default_factory=set)
    _seen: set[int] = field(default_factory=set)
    _first_left_out: Problem | None = None
    _left_out: int = 0
    _warnings: list[Problem] = field(default_factory=list)
    _zeros: dict[str, dict[object, int]] = field(default_factory=dict)

    @property
    def full(self) -> bool:
        """Whether there are so many problems that it is idle to count on."""
        return len(self._seen) >= MOST_COUNTED

    def report(self, line: int, code: str, message: str, remedy: str) -> None:
        """A problem with a row, or with the file as a whole (line 0)."""
        if self.full and code in self._codes:
            self.errors += 1
        else:
            self.add(Problem(place=self._place(line), code=code, message=message, remedy=remedy))

    def add(self, problem: Problem) -> None:
        """Keep a problem, or count it."""
        self.errors += 1
        key = hash(problem)
        if key in self._seen:
            return
        self._seen.add(key)
        if len(self._shown) < MOST_SHOWN or problem.code not in self._codes:
            self._codes.add(problem.code)
            self._shown.append(problem)
        else:
            self._left_out += 1
            self._first_left_out = self._first_left_out or problem

    def warn(self, problem: Problem) -> None:
        """Keep a warning, which makes no value unusable."""
        self._warnings.append(problem)

    def warn_of_zeros(self, column: str, periods: Iterable[tuple[object, int]]) -> None:
        """Remember periods (with their line) whose divisor is zero; each column gets one warning."""
        self._zeros.setdefault(column, {}).update(periods)

    def problems(self) -> tuple[Problem, ...]:
        """The problems to show, one that says how many more there are, then the warnings."""
        more: tuple[Problem, ...] = ()
        if self._first_left_out:
            more = (_more(self._first_left_out, self._left_out, "at least " if self.full else ""),)
        zeros = (self._zero_divisor(*item) for item in self._zeros.items())
        return (*self._shown, *more, *self._warnings, *zeros)

    def _zero_divisor(self, column: str, periods: Mapping[object, int]) -> Problem:
        times = "in one period" if len(periods) == 1 else f"in {len(periods):,} periods"
        return Problem(
            place=self._place(min(periods.values())),
            code="zero-divisor",
            message=f"The column {quote(column)} adds up to 0 {times}, so there is no value.",
            remedy="Where that is true there is nothing to do; otherwise mend the numbers.",
            severity=Severity.WARNING,
        )

    def _place(self, line: int) -> Place:
        return Place(path=self.path, line=line, column=1 if line else 0)


def _more(first: Problem, count: int, at_least: str) -> Problem:
    problems = "1 more problem" if count == 1 else f"{at_least}{count:,} more problems"
    return replace(
        first,
        code="more-problems",
        message=f"And {problems} of these kinds in this file.",
        remedy="Mend these first; often one change mends many.",
    )
