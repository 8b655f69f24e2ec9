"""What may be published of a survey: a solver that has all of it recovers nothing that is hidden."""

from collections.abc import Iterator
from datetime import date
from random import Random

import numpy as np
import pytest
from scipy.optimize import linprog

from shared_vision.measure.disclosure import follows, publish
from shared_vision.model.reason import Reason
from shared_vision.model.records import Question, Survey
from shared_vision.model.survey import Asked, Band, Group, Moments, Published, Responses, Theme

LEAST, LOW, HIGH = 5, 1, 5
DAY = date(2026, 6, 1)
WIDTH = HIGH - LOW + 1


def _survey(invited: dict[str, int] | None, themes: int) -> Survey:
    questions = tuple(Question(column=(f"q{number}",), theme=f"t{number}") for number in range(themes))
    return Survey.model_construct(
        id="s", title="S", invited=invited, scale=(LOW, HIGH), partner_column=("p",), by_partner=True,
        questions=questions, date=DAY, sealed=False,
    )  # fmt: skip


def _drawn(chance: Random) -> tuple[Survey, Responses]:
    """A small survey of few partners, each with a leaning of its own; some answer nothing, many alike."""
    partners = [f"p{number}" for number in range(chance.randrange(2, 6))]
    sizes = {one: chance.choice([0, 1, 2, 3, 4, 5, 6, 7, 9, 12]) for one in partners}
    invited = (
        {one: max(sizes[one], 1) + chance.choice([0, 0, 1, 5]) for one in partners}
        if chance.random() < 0.5
        else None
    )
    themes = chance.randrange(1, 3)
    counts, moments = [], {}
    for number in range(themes):
        blank, firm = chance.choice([0.0, 0.0, 0.2]), chance.choice([0.3, 0.7, 1.0])
        of: dict[str, list[int]] = {}
        sums: dict[str, Moments] = {}
        for one in partners:
            usual = chance.randrange(LOW, HIGH + 1)
            for _ in range(sizes[one]):
                if chance.random() < blank:
                    continue
                value = usual if chance.random() < firm else chance.randrange(LOW, HIGH + 1)
                of.setdefault(one, [0] * WIDTH)[value - LOW] += 1
                sums[one] = sums.get(one, Moments()) + Moments(n=1, total=value, squares=value**2)
        counts.append({one: tuple(each) for one, each in of.items()})
        moments[f"t{number}"] = sums
    answered = {one: many for one, many in sizes.items() if many}
    return _survey(invited, themes), Responses(answered=answered, counts=tuple(counts), themes=moments)


Rows = list[tuple[list[float], float]]


def _ranges(
    cost: list[list[float]], equal: Rows, below: Rows, bounds: list[tuple[float, float | None]]
) -> Iterator[tuple[float, float]]:
    """The least and the greatest value of each linear cell."""
    given = {
        "A_eq": np.array([row for row, _ in equal]) if equal else None,
        "b_eq": np.array([value for _, value in equal]) if equal else None,
        "A_ub": np.array([row for row, _ in below]) if below else None,
        "b_ub": np.array([value for _, value in below]) if below else None,
        "bounds": bounds,
        "method": "highs",
    }
    for row in cost:
        ends = [linprog(sign * np.array(row), **given) for sign in (1.0, -1.0)]
        assert all(end.status in {0, 3} for end in ends), [end.message for end in ends]
        yield (
            ends[0].fun if ends[0].status == 0 else -np.inf,
            -ends[1].fun if ends[1].status == 0 else np.inf,
        )


def _hidden_groups(survey: Survey, found: Published, *, whole: bool) -> Iterator[tuple[float, float]]:
    """The range of the number and of each theme's sum of each hidden partner, by all that is published."""
    if not (found.groups and found.hidden) or not whole:
        return
    names = [*(group.partner for group in found.groups), *found.hidden]
    themes = [theme.name for theme in found.themes]
    place = {
        (name, cell): number
        for number, (name, cell) in enumerate((n, c) for n in names for c in ["n", *themes])
    }

    def row(*cells: tuple[str, str], factor: float = 1.0) -> list[float]:
        found_row = [0.0] * len(place)
        for cell in cells:
            found_row[place[cell]] = factor
        return found_row

    equal = [(row(*((name, "n") for name in names)), float(found.answered))]
    equal += [(row((group.partner, "n")), float(group.answers)) for group in found.groups]
    below = []
    for theme in found.themes:
        sums = row(*((name, theme.name) for name in names))
        below += [(sums, (theme.mean + 0.05) * theme.answers)]
        below += [([-one for one in sums], -(theme.mean - 0.05) * theme.answers)]
        for group in found.groups:
            mean, own = group.themes[theme.name], row((group.partner, theme.name))
            below += [
                (own, (mean + 0.05) * group.answers),
                ([-one for one in own], -(mean - 0.05) * group.answers),
            ]
        for name in found.hidden:
            high, low = row((name, theme.name)), row((name, theme.name), factor=-1.0)
            high[place[name, "n"]], low[place[name, "n"]] = -HIGH, LOW
            below += [(high, 0.0), (low, 0.0)]
    invited = survey.invited if isinstance(survey.invited, dict) else {}
    bounds = [
        (0.0, float(invited[name]) if cell == "n" and name in invited else None) for name, cell in place
    ]
    cells = [row((name, cell)) for name in found.hidden for cell in ["n", *themes]]
    yield from _ranges(cells, equal, below, bounds)


def _joined_values(found: Published) -> Iterator[tuple[float, float]]:
    """The range of how many chose each value that is shown together with others."""
    for one in found.questions:
        joined = [band for band in one.bands if band.high > band.low]
        equal = [
            (
                [1.0 if band.low <= value <= band.high else 0.0 for value in range(LOW, HIGH + 1)],
                float(band.count),
            )
            for band in one.bands
        ]
        below = []
        if not isinstance(one.mean, Reason):
            values = [float(value) for value in range(LOW, HIGH + 1)]
            below = [
                (values, (one.mean + 0.05) * one.answers),
                ([-v for v in values], -(one.mean - 0.05) * one.answers),
            ]
        cells = [
            [1.0 if value == wanted else 0.0 for value in range(LOW, HIGH + 1)]
            for band in joined
            for wanted in range(band.low, band.high + 1)
        ]
        yield from _ranges(cells, equal, below, [(0.0, None)] * WIDTH)


@pytest.mark.parametrize("seed", range(10))
def test_a_solver_that_has_everything_published_recovers_no_hidden_cell(seed: int) -> None:
    """Ten times two hundred surveys."""
    chance, hidden, joined = Random(seed), 0, 0  # noqa: S311 (tests)
    for _ in range(200):
        survey, responses = _drawn(chance)
        found = publish(survey, responses, LEAST)
        whole = all(theme.answers == found.answered for theme in found.themes)
        for low, high in _hidden_groups(survey, found, whole=whole):
            hidden += 1
            assert high - low > 1e-6, (survey, responses, found)
        for low, high in _joined_values(found):
            joined += 1
            assert high - low > 1e-6, (responses, found)
    assert hidden > 50
    assert joined > 50


def _one_theme(sizes: dict[str, list[int]], invited: dict[str, int] | None = None) -> Published:
    counts = {
        one: tuple(values.count(value) for value in range(LOW, HIGH + 1)) for one, values in sizes.items()
    }
    moments = {
        one: Moments(n=len(values), total=sum(values), squares=sum(value**2 for value in values))
        for one, values in sizes.items()
    }
    answered = {one: len(values) for one, values in sizes.items()}
    responses = Responses(answered=answered, counts=(counts,), themes={"t0": moments})
    return publish(_survey(invited, 1), responses, LEAST)


MANY = [1, 2, 3, 3, 4, 4, 5, 5]


def test_nothing_is_shown_of_too_few() -> None:
    assert _one_theme({"a": [1, 2, 3, 4]}) == Published(reason=Reason.FEW_ANSWERS)


def test_the_next_smallest_is_hidden_with_a_single_small_one() -> None:
    found = _one_theme({"a": MANY * 2, "b": MANY, "c": [2, 3]})
    assert [group.partner for group in found.groups] == ["a"]
    assert found.hidden == ("b", "c")


def test_two_small_ones_that_together_are_too_few_take_another_along() -> None:
    found = _one_theme({"a": MANY * 2, "b": MANY, "c": [2], "d": [3, 4]})
    assert found.hidden == ("b", "c", "d")


def test_small_ones_who_all_answer_alike_take_another_along() -> None:
    found = _one_theme({"a": MANY * 2, "b": MANY, "c": [3, 3, 3], "d": [3, 3, 3]})
    assert found.hidden == ("b", "c", "d")


def test_where_all_who_were_asked_answered_their_number_is_no_secret_but_nobody_is_shown_alone() -> None:
    sizes = {"a": MANY * 2, "b": [1, 2, 3], "c": [2, 4, 5]}
    invited = {"a": 16, "b": 3, "c": 3}
    assert _one_theme(sizes, invited).groups == ()
    assert [one.partner for one in _one_theme(sizes, {**invited, "c": 4}).groups] == ["a"]


def test_values_that_few_chose_are_shown_with_their_neighbours() -> None:
    found = _one_theme({"a": [1] * 2 + [2] * 6 + [4] * 6 + [5] * 2})
    assert found.questions[0].bands == (Band(low=1, high=2, count=8), Band(low=3, high=5, count=8))


def test_where_all_answer_alike_no_mean_is_shown() -> None:
    found = _one_theme({"a": [5] * 9})
    assert (found.questions[0].mean, found.themes) == (Reason.ALIKE, ())


SMALL_BAND = Asked(number=0, answers=9, bands=(Band(low=1, high=2, count=2),), mean=3, agreement=1)


@pytest.mark.parametrize(
    ("found", "leak"),
    [
        (Published(answered=3), "only 3 answered"),
        (
            Published(answered=9, questions=(SMALL_BAND,)),
            "question 1 shows fewer than 5",
        ),
        (
            Published(answered=20, themes=(Theme(name="t", answers=20, mean=3, give=0.1),),
                      groups=(Group(partner="a", answers=12, themes={"t": 3}),), hidden=("b",)),
            "answers of b follows from the rest",
        ),
        (
            Published(answered=14, groups=(Group(partner="a", answers=12, themes={}),), hidden=("b", "c")),
            "2 answers of hidden partners are left",
        ),
        (
            Published(answered=14, groups=(Group(partner="a", answers=2, themes={}),), hidden=("b", "c")),
            "a has fewer than 5",
        ),
    ],
)  # fmt: skip
def test_what_would_give_something_away_is_found(found: Published, leak: str) -> None:
    assert leak in list(follows(found, LEAST))
