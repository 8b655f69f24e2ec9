"""Whoever has everything that is published of a survey, and tries to solve for what is hidden.

Written without the program's own arithmetic: unknowns are how many people of each partner answered, and how
many of them gave which answer to which question; what is published are equations between them; whole numbers
alone solve them. The people who are of no known partner count as one more partner.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from shared_vision.model.records import Survey
from shared_vision.model.survey import Published

Cell = tuple[str, int, int]
"""Partner, question and answer; question -1 stands for how many people of the partner answered at all."""
PEOPLE = -1


@dataclass(frozen=True, slots=True)
class System:
    """Equations with bounds, over numbered cells."""

    cells: dict[Cell, int]
    rows: list[np.ndarray] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def row(self, parts: Iterable[tuple[Cell, float]]) -> np.ndarray:
        """A sum over cells."""
        found = np.zeros(len(self.cells))
        for cell, factor in parts:
            found[self.cells[cell]] += factor
        return found

    def add(self, parts: Iterable[tuple[Cell, float]], low: float, high: float) -> None:
        """That a sum over cells lies between two values."""
        self.rows.append(self.row(parts))
        self.low.append(low)
        self.high.append(high)

    def between(self, parts: Iterable[tuple[Cell, float]]) -> tuple[float, float]:
        """The least and the greatest whole-numbered value that a sum over cells can have."""
        cost = self.row(parts)
        given = LinearConstraint(np.array(self.rows), np.array(self.low), np.array(self.high))
        ends = []
        for sign in (1.0, -1.0):
            found = milp(
                sign * cost,
                constraints=given,
                integrality=np.ones(len(self.cells)),
                bounds=Bounds(0, np.inf),
            )
            assert found.status in {0, 3, 4}, found.message
            ends.append(sign * found.fun if found.status == 0 else -sign * np.inf)
        return ends[0], ends[1]


def system(survey: Survey, found: Published, partners: list[str]) -> System:
    """Everything that is published, as equations."""
    names, values = [*partners, ""], range(survey.scale[0], survey.scale[1] + 1)
    numbers = range(len(survey.questions))
    places: list[Cell] = [(name, PEOPLE, 0) for name in names]
    places += [(name, number, value) for name in names for number in numbers for value in values]
    whole = System({cell: place for place, cell in enumerate(places)})
    whole.add([((name, PEOPLE, 0), 1.0) for name in names], found.answered, found.answered)
    answered_all = {asked.number for asked in found.questions if asked.answers == found.answered}
    for name in names:
        _people(whole, survey, found, name)
        for number in numbers:
            given = [((name, number, value), 1.0) for value in values]
            least = 0.0 if number in answered_all else -np.inf
            whole.add([*given, ((name, PEOPLE, 0), -1.0)], least, 0.0)
    for asked in found.questions:
        for band in asked.bands:
            inside = [
                ((name, asked.number, value), 1.0)
                for name in names
                for value in range(band.low, band.high + 1)
            ]
            whole.add(inside, band.count, band.count)
        if isinstance(asked.total, int):
            sums = [((name, asked.number, value), float(value)) for name in names for value in values]
            whole.add(sums, asked.total, asked.total)
    for parts, low, high in _means(survey, found, answered_all):
        whole.add(parts, low, high)
    return whole


def _people(whole: System, survey: Survey, found: Published, name: str) -> None:
    shown = {group.partner: group.answers for group in found.groups}
    invited = survey.invited if isinstance(survey.invited, dict) else {}
    if name in shown:
        whole.add([((name, PEOPLE, 0), 1.0)], shown[name], shown[name])
    elif name in invited:
        whole.add([((name, PEOPLE, 0), 1.0)], 0.0, invited[name])


def _means(
    survey: Survey, found: Published, answered_all: set[int]
) -> Iterator[tuple[list[tuple[Cell, float]], float, float]]:
    """The means of partners; a sum is known where everybody answered each question of the theme."""
    of_theme: dict[str, list[int]] = {}
    for asked in found.questions:
        if isinstance(asked.total, int):
            of_theme.setdefault(survey.questions[asked.number].theme, []).append(asked.number)
    low, high = survey.scale
    for group in found.groups:
        for theme, mean in group.themes.items():
            numbers = of_theme[theme]
            if answered_all.issuperset(numbers):
                parts = [
                    (
                        (group.partner, number, value),
                        float(low + high - value if survey.questions[number].reversed else value),
                    )
                    for number in numbers
                    for value in range(low, high + 1)
                ]
                many = group.answers * len(numbers)
                around = group.step / 2
                yield parts, (mean - around) * many - 1e-6, (mean + around) * many + 1e-6
