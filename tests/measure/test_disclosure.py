"""What may be published of a survey: a solver that has all of it recovers nothing that is hidden."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest

from shared_vision.load.survey.responses import count
from shared_vision.load.survey.table import Sheet
from shared_vision.measure import disclosure
from shared_vision.measure.disclosure import DisclosureError, publish
from shared_vision.model.leaks import leaks
from shared_vision.model.loaded import LoadedRecord, Spot
from shared_vision.model.reason import Reason
from shared_vision.model.records import Question, Survey
from shared_vision.model.survey import Asked, Band, Group, Published, Responses
from solver import PEOPLE, Cell, system

LEAST, LOW, HIGH = 5, 1, 5
VALUES = range(LOW, HIGH + 1)
Row = tuple[str, list[str]]
"""A person's partner and answers."""


def _survey(questions: int, themes: int = 1, invited: dict[str, int] | None = None, **more: object) -> Survey:
    asked = tuple(
        Question(column=(f"q{number}",), theme=f"t{number % themes}", reversed=number == 2)
        for number in range(questions)
    )
    told: dict[str, Any] = {"by_partner": True, "partner_column": ("p",), "scale": (LOW, HIGH), **more}
    day = date(2026, 6, 1)
    return Survey.model_construct(id="s", title="S", date=day, questions=asked, invited=invited, **told)


def _counted(survey: Survey, rows: list[Row]) -> Responses:
    columns = {"p": 0, **{f"q{number}": number + 1 for number in range(len(survey.questions))}}
    lines = tuple((line, [partner, *given]) for line, (partner, given) in enumerate(rows, 2))
    sheet = Sheet(path="kpi_data/surveys/s.csv", rows=lines, columns=columns, doubtful=frozenset())
    partners = {partner: partner for partner, _ in rows if partner != "?"}
    found, _ = count(LoadedRecord(record=survey, path="", spot=Spot(0, 0, 0, 0)), sheet, partners)
    assert found is not None
    return found


def _drawn(chance: Random) -> tuple[Survey, list[Row], list[str]]:
    """A small survey of few partners, each with a leaning of its own; some answer nothing, many alike."""
    partners = [f"p{number}" for number in range(chance.randrange(2, 6))]
    sizes = {one: chance.choice([0, 1, 2, 3, 4, 5, 6, 7, 9, 12]) for one in partners}
    sizes["?"] = chance.choice([0, 0, 0, 1, 4])
    invited = {one: max(sizes[one], 1) + chance.choice([0, 0, 1, 5]) for one in partners}
    questions = chance.randrange(1, 4)
    survey = _survey(
        questions, chance.randrange(1, questions + 1), invited if chance.random() < 0.5 else None
    )
    blank, firm = chance.choice([0.0, 0.0, 0.15]), chance.choice([0.2, 0.5, 0.8, 1.0])
    usual = {(one, number): chance.choice(VALUES) for one in sizes for number in range(questions)}

    def given(one: str, number: int) -> str:
        if chance.random() < blank:
            return ""
        return str(usual[one, number] if chance.random() < firm else chance.choice(VALUES))

    rows = [(one, [given(one, at) for at in range(questions)]) for one in sizes for _ in range(sizes[one])]
    return survey, rows, partners


Sum = list[tuple[Cell, float]]


def _hidden(
    survey: Survey, found: Published, partners: list[str], answered: set[str]
) -> Iterator[tuple[str, Sum]]:
    """Everything that is hidden: values shown with others, hidden partners, single values of those shown."""
    for asked in found.questions:
        for band in asked.bands:
            for value in range(band.low, band.high + 1) if band.joined else ():
                yield "value", [((one, asked.number, value), 1.0) for one in [*partners, ""]]
    for one in found.hidden:
        if one in answered:
            yield "people", [((one, PEOPLE, 0), 1.0)]
        yield from (("sum", _sum(one, asked)) for asked in found.questions)
    themes = {theme for group in found.groups for theme in group.themes}
    for group in found.groups:
        for asked in found.questions:
            if survey.questions[asked.number].theme in themes - set(group.themes):
                yield "left out", _sum(group.partner, asked)
            yield from (("shown", [((group.partner, asked.number, value), 1.0)]) for value in VALUES)


def _sum(partner: str, asked: Asked) -> Sum:
    return [((partner, asked.number, value), float(value)) for value in VALUES]


@pytest.mark.parametrize("seed", range(20))
def test_a_solver_that_has_everything_published_recovers_no_hidden_cell(seed: int) -> None:
    """Twenty times a hundred surveys; of each up to four hidden cells of different kinds, drawn at random."""
    chance = Random(seed)  # noqa: S311 (tests)
    tried: dict[str, int] = {}
    for _ in range(100):
        survey, rows, partners = _drawn(chance)
        responses = _counted(survey, rows)
        found = publish(survey, responses, LEAST)
        cells = list(_hidden(survey, found, partners, set(responses.answered)))
        chance.shuffle(cells)
        equations = system(survey, found, partners) if cells else None
        for kind, parts in dict(cells).items():
            assert equations is not None
            low, high = equations.between(parts)
            assert high - low > 0.5, (kind, parts, survey, rows, found)
            tried[kind] = tried.get(kind, 0) + 1
    assert min(tried[kind] for kind in ("value", "people", "sum", "shown")) > 5, tried


@pytest.mark.parametrize("seed", range(4))
def test_a_second_wave_that_holds_the_first_gives_no_few_people_away(seed: int) -> None:
    """A hundred pairs: the second file has the rows of the first and some more, or none of them."""
    chance = Random(seed)  # noqa: S311 (tests)
    both = 0
    for _ in range(100):
        survey, rows, partners = _drawn(chance)
        more = [(chance.choice(partners), [str(chance.choice(VALUES)) for _ in survey.questions])]
        more *= chance.randrange(1, 9)
        first, second = _counted(survey, rows), _counted(survey, [*rows, *more])
        before = publish(survey, first, LEAST)
        known: Responses | Published = chance.choice((first, before))  # with the answers at hand, or sealed
        after = publish(survey, second, LEAST, [known])
        if before.reason or after.reason:
            continue
        both += 1
        assert after.answered - before.answered >= LEAST
        was = {group.partner: group.answers for group in before.groups}
        for group in after.groups:
            assert not 0 < group.answers - was.get(group.partner, 0) < LEAST
    assert both > 3


def test_an_export_with_the_rows_of_an_earlier_one_is_not_shown_however_much_is_new() -> None:
    chance = Random(1)  # noqa: S311 (tests)

    def people(many: int) -> list[Row]:
        return [("a", [str(chance.choice(VALUES)) for _ in range(12)]) for _ in range(many)]

    survey, first, new = _survey(12, 3), people(20), people(20)
    before = _counted(survey, first)
    assert publish(survey, _counted(survey, [*first, *new]), LEAST, [before]).reason is Reason.FEW_NEW
    assert publish(survey, _counted(survey, new), LEAST, [before]).reason is None


def _alone(sizes: dict[str, list[int]], invited: dict[str, int] | None = None) -> Published:
    """One question, answered by the people of some partners."""
    rows = [(one, [str(value)]) for one, values in sizes.items() for value in values]
    survey = _survey(1, 1, invited)
    return publish(survey, _counted(survey, rows), LEAST)


MANY = [1, 2, 3, 3, 4, 4, 5, 5]


def _shown(found: Published) -> list[str]:
    return [group.partner for group in found.groups]


def test_nothing_is_shown_of_too_few() -> None:
    assert _alone({"a": [1, 2, 3, 4]}) == Published(reason=Reason.FEW_ANSWERS)


def test_the_next_smallest_is_hidden_with_a_single_small_one() -> None:
    found = _alone({"a": MANY * 2, "b": MANY, "c": [2, 3]})
    assert (_shown(found), found.hidden) == (["a"], ("b", "c"))


def test_two_small_ones_that_together_are_too_few_take_another_along() -> None:
    assert _alone({"a": MANY * 2, "b": MANY, "c": [2], "d": [3, 4]}).hidden == ("b", "c", "d")


def test_small_ones_who_all_answer_alike_take_another_along() -> None:
    assert _alone({"a": MANY * 2, "b": MANY, "c": [3, 3, 3], "d": [3, 3, 3]}).hidden == ("b", "c", "d")


def test_small_ones_who_nearly_all_choose_the_end_of_the_scale_take_another_along() -> None:
    assert _alone({"a": MANY * 2, "b": MANY, "c": [5, 5, 5], "d": [5, 5, 4]}).hidden == ("b", "c", "d")


def test_a_partner_whose_people_nearly_all_choose_the_end_of_the_scale_is_not_shown_alone() -> None:
    found = _alone({"a": MANY * 2, "b": MANY, "c": [5, 5, 5, 5, 4]})
    assert (_shown(found), found.hidden) == (["a"], ("b", "c"))


def test_each_theme_is_shown_of_as_many_partners_as_may_be() -> None:
    survey = _survey(2, 2)
    rows = [(one, [str(value), str(6 - value)]) for one in "abde" for value in MANY * 2]
    rows += [("c", [str(value), "5"]) for value in MANY]  # they all say the same to the second
    found = publish(survey, _counted(survey, rows), LEAST)
    assert {group.partner: sorted(group.themes) for group in found.groups} == {
        "a": ["t0"],  # the next smallest
        "b": ["t0", "t1"],
        "c": ["t0"],
        "d": ["t0", "t1"],
        "e": ["t0", "t1"],
    }
    assert found.hidden == ()


def test_where_nobody_else_spoke_to_a_theme_it_is_shown_of_none() -> None:
    survey = _survey(2, 2)
    rows = [(one, [str(value), str(6 - value)]) for one in "ab" for value in MANY * 2]
    rows += [("c", [str(value), ""]) for value in MANY]
    found = publish(survey, _counted(survey, rows), LEAST)
    assert {group.partner: sorted(group.themes) for group in found.groups} == {
        "a": ["t0"],
        "b": ["t0"],
        "c": ["t0"],
    }


def test_people_of_no_partner_do_not_hide_a_small_one() -> None:
    found = _alone({"a": MANY * 2, "b": MANY, "c": [2, 3], "?": [1, 3, 5]})
    assert (_shown(found), found.hidden) == (["a"], ("b", "c"))


def test_a_partner_of_which_nobody_answered_is_not_told_from_those_hidden() -> None:
    invited = {"a": 20, "b": 20, "c": 20, "d": 3}
    found = _alone({"a": MANY * 2, "b": MANY, "c": [2, 3]}, invited)
    assert found.hidden == ("b", "c", "d")
    assert _alone({"a": MANY * 2, "b": MANY}, invited).hidden == ()


def test_where_all_who_were_asked_answered_nobody_is_shown_alone_beside_small_ones() -> None:
    sizes = {"a": MANY * 2, "b": [1, 2, 3], "c": [2, 4, 5]}
    invited = {"a": 16, "b": 3, "c": 3}
    assert _alone(sizes, invited).groups == ()
    assert _shown(_alone(sizes, {**invited, "c": 4})) == ["a"]


def test_the_partners_are_shown_by_the_means_of_their_questions_means() -> None:
    survey = _survey(3)  # the third is turned round
    rows = [("a", [str(value), "", "1"]) for value in MANY] + [("a", ["", str(value), "4"]) for value in MANY]
    found = publish(survey, _counted(survey, rows), LEAST)
    mean = (27 / 8 + 27 / 8 + (8 * 5 + 8 * 2) / 16) / 3
    assert found.groups == (Group(partner="a", answers=16, step=0.5, themes={"t0": round(2 * mean) / 2}),)


def test_no_single_person_can_be_seen_in_the_mean_of_a_partner() -> None:
    found = {many: _alone({"a": [1, 2, 3, 4, 5] * many}).groups[0].step for many in (1, 2, 4, 8)}
    assert found == {1: 1.0, 2: 0.5, 4: 0.2, 8: 0.1}


def test_without_leave_nothing_is_shown_by_partner() -> None:
    survey = _survey(1, by_partner=False)
    rows = [(one, [str(value)]) for one in "ab" for value in MANY]
    assert publish(survey, _counted(survey, rows), LEAST).groups == ()


def _bands(*counts: int) -> tuple[tuple[int, int, int], ...]:
    values = [value for value, many in enumerate(counts, LOW) for _ in range(many)]
    return tuple((band.low, band.high, band.count) for band in _alone({"a": values}).questions[0].bands)


def test_values_that_few_chose_are_shown_with_their_neighbours() -> None:
    assert _bands(6, 7, 8, 9, 10) == ((1, 1, 6), (2, 2, 7), (3, 3, 8), (4, 4, 9), (5, 5, 10))
    assert _bands(2, 6, 8, 9, 10) == ((1, 2, 8), (3, 3, 8), (4, 5, 19))


def test_two_values_are_not_shown_together_where_the_sum_would_tell_them_apart() -> None:
    [asked] = _alone({"a": [1] * 2 + [2] * 6 + [3] * 8 + [4] * 9 + [5] * 10}).questions
    assert asked.total == 2 + 12 + 24 + 36 + 50
    assert sum(band.joined for band in asked.bands) > 1


def test_bands_leave_the_two_best_answers_apart_where_they_can() -> None:
    assert _bands(10, 10, 3, 10, 10)[-1][0] >= 4
    assert 4 in {low for low, _, _ in _bands(2, 9, 9, 3, 9)}


def test_where_all_answer_alike_no_sum_is_shown() -> None:
    [asked] = _alone({"a": [5] * 9}).questions
    assert (asked.total, asked.bands) == (Reason.ALIKE, (Band(low=1, high=5, count=9),))


SURVEY = _survey(1, invited={"a": 30, "b": 2, "c": 9})
OPEN = Asked(number=0, bands=(Band(low=1, high=5, count=20),), total=60)


def _seen(*bands: tuple[int, int, int], total: int) -> Published:
    """Nine answers to one question."""
    cut = tuple(Band(low=low, high=high, count=many) for low, high, many in bands)
    return Published(answered=9, questions=(Asked(number=0, bands=cut, total=total),))


def _beside(answered: int, *hidden: str, shown: int, step: float = 0.5, mean: float = 3.0) -> Published:
    """One partner shown, of whom so many answered, beside some that are hidden."""
    group = Group(partner="a", answers=shown, step=step, themes={"t0": mean})
    return Published(answered=answered, questions=(OPEN,), groups=(group,), hidden=hidden)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Published(answered=3), "fewer than 5 answered"),
        (_seen((1, 2, 2), (3, 5, 7), total=30), "question 1 shows fewer than 5"),
        (_seen((1, 2, 9), total=15), "question 1 tells how many chose a value that is shown with others"),
        (_seen((1, 5, 9), total=44), "question 1 tells how many chose a value that is shown with others"),
        (_beside(20, "b", shown=12), "what is hidden of b follows from the rest"),
        (_beside(14, "b", "c", shown=12), "fewer than 5 answers are left for the hidden partners"),
        (
            _beside(23, "b", "c", shown=12),
            "how many answered of each hidden partner follows, as all of them did",
        ),
        (_beside(14, "b", "c", shown=2, step=2.0), "a is shown, of whom fewer than 5 answered"),
        (_beside(30, "b", "c", shown=9, mean=5.0), "the mean of a for t0 is almost an end of the scale"),
        (
            _beside(30, "b", "c", shown=9, step=0.1),
            "the means of a are so fine that they tell of single people",
        ),
    ],
)
def test_what_would_give_something_away_is_found(found: Published, told: str) -> None:
    assert told in leaks(found, SURVEY, LEAST)


def test_a_build_that_would_give_something_away_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disclosure, "is_open", lambda _bands, _total: True)
    with pytest.raises(DisclosureError, match=r"Survey s: question 1 tells how many chose a value"):
        _alone({"a": [5] * 8 + [4]})


def test_nothing_of_the_answers_is_in_what_is_printed_of_them() -> None:
    survey = _survey(1)
    assert repr(_counted(survey, [("a", ["4"])] * 7)) == "Responses()"
