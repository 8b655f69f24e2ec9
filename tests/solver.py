"""Whoever has everything that is published of a survey, and tries to solve for what is hidden.

Written without the program's own arithmetic: unknowns are how many people of each partner answered, and how
many of them gave which answer to which question; what is published are equations between them; whole numbers
alone solve them. The people who are of no known partner count as one more partner.

Rounded means of partners are bounds of sums if it is known how many people they are of. That is not
published, so only what follows however many they are is recovered.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from shared_vision.model.asking import step_for
from shared_vision.model.records import Survey
from shared_vision.model.survey import Published

Cell = tuple[str, int, int]
"""Partner, question and answer; question -1 stands for how many people of the partner answered at all."""
PEOPLE = -1
Known = Mapping[tuple[str, int], int]
"""How many of a partner that is shown answered a question, by its number."""


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

    def between(self, parts: Iterable[tuple[Cell, float]]) -> tuple[float, float] | None:
        """The least and the greatest whole value that a sum over cells can have; None if nothing fits."""
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
            if found.status == 2:
                return None
            assert found.status in {0, 3, 4}, found.message
            ends.append(sign * found.fun if found.status == 0 else -sign * np.inf)
        return ends[0], ends[1]


def system(survey: Survey, found: Published, partners: list[str], known: Known | None = None) -> System:
    """Everything that is published, as equations; `known` tells how many of a shown partner answered what."""
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
    if known:
        for (partner, number), many in known.items():
            whole.add([((partner, number, value), 1.0) for value in values], many, many)
        for parts, low, high in _means(survey, found, known):
            whole.add(parts, low, high)
    return whole


def recovered(
    survey: Survey, found: Published, partners: list[str], true: Known, parts: list[tuple[Cell, float]]
) -> float | None:
    """What a sum over cells must be by what is published, whatever the numbers that are not; else None.

    It need not be so if it can have two values with the true numbers of people, or another one with others.
    """
    ends = system(survey, found, partners, true).between(parts)
    assert ends
    if ends[1] - ends[0] > 0.5:
        return None
    for other in _others(survey, found, true):
        more = system(survey, found, partners, other).between(parts)
        if more and (min(more[0], ends[0]), max(more[1], ends[1])) != ends:
            return None
    return ends[0]


def _others(survey: Survey, found: Published, true: Known) -> Iterator[Known]:
    """Other numbers of people that are rounded in the same way."""
    chance = Random(0)  # noqa: S311 (tests)
    for _ in range(60):
        other = {key: max(many + chance.choice([-4, -2, -1, 0, 1, 2, 4]), 1) for key, many in true.items()}
        if all(
            step_for(survey, min(many for (one, _), many in other.items() if one == group.partner))
            == group.step
            for group in found.groups
        ):
            yield other


def _people(whole: System, survey: Survey, found: Published, name: str) -> None:
    """Between what the number of a partner's people who answered lies."""
    steps = {group.partner: group.step for group in found.groups}
    invited = survey.invited if isinstance(survey.invited, dict) else {}
    fewest, most = float(name in found.hidden and not invited), np.inf
    if name in steps:
        fitting = [many for many in range(1, 1000) if step_for(survey, many) == steps[name]]
        fewest = fitting[0]
        if all(asked.answers == found.answered for asked in found.questions) and fitting[-1] < 999:
            most = fitting[-1]
    whole.add([((name, PEOPLE, 0), 1.0)], fewest, min(most, invited.get(name, np.inf)))


def _means(
    survey: Survey, found: Published, known: Known
) -> Iterator[tuple[list[tuple[Cell, float]], float, float]]:
    """The means of partners as bounds of sums over their answers; at an end of the scale there is but one."""
    of_theme: dict[str, list[int]] = {}
    for asked in found.questions:
        if isinstance(asked.total, int):
            of_theme.setdefault(survey.questions[asked.number].theme, []).append(asked.number)
    low, high = survey.scale
    for group in found.groups:
        for theme, mean in group.themes.items():
            numbers = of_theme[theme]
            parts = [
                (
                    (group.partner, number, value),
                    (low + high - value if survey.questions[number].reversed else value)
                    / known[group.partner, number],
                )
                for number in numbers
                for value in range(low, high + 1)
            ]
            least = -np.inf if mean == low else (mean - group.step / 2) * len(numbers) - 1e-6
            most = np.inf if mean == high else (mean + group.step / 2) * len(numbers) + 1e-6
            yield parts, least, most
