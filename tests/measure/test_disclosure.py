"""What may be published of a survey: a solver that has all of it recovers nothing that is hidden."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations_with_replacement, pairwise
from random import Random
from typing import Any

import pytest

from shared_vision.load.survey.responses import count
from shared_vision.load.survey.table import Sheet
from shared_vision.measure import by_partner
from shared_vision.measure.banding import Edges, bandings
from shared_vision.measure.disclosure import DisclosureError, publish
from shared_vision.model.leaks import leaks
from shared_vision.model.loaded import LoadedRecord, Spot
from shared_vision.model.reason import Reason
from shared_vision.model.records import Question, Survey
from shared_vision.model.shown import Shown
from shared_vision.model.survey import Asked, Band, Counts, Group, Published, Responses
from solver import PEOPLE, Cell, System, recovered, system

LEAST, LOW, HIGH = 5, 1, 5
VALUES = range(LOW, HIGH + 1)
Row = tuple[str, list[str]]
"""A person's partner and answers."""


def _survey(questions: int, themes: int = 1, invited: dict[str, int] | None = None, **more: object) -> Survey:
    asked = tuple(
        Question(column=(f"q{number}",), theme=f"t{number % themes}", reversed=number == 2)
        for number in range(questions)
    )
    told: dict[str, Any] = {
        "by_partner": True,
        "partner_column": ("p",),
        "scale": (LOW, HIGH),
        "questions": asked,
        "answers": {},
        "no_answer": (),
        **more,
    }
    return Survey.model_construct(id="s", title="S", date=date(2026, 6, 1), invited=invited, **told)


def _counted(survey: Survey, rows: list[Row], beside: list[str] | None = None) -> Responses:
    """The rows as they are counted; `beside` is a column that no question is about."""
    columns = {"p": 0, **{one.column[0]: number for number, one in enumerate(survey.questions, 1)}}
    if beside:
        columns["when"] = len(columns)
    lines = tuple(
        (at + 2, [partner, *given, *([beside[at]] if beside else [])])
        for at, (partner, given) in enumerate(rows)
    )
    sheet = Sheet(path="kpi_data/surveys/s.csv", rows=lines, columns=columns, doubtful=frozenset())
    partners = {partner: partner for partner, _ in rows if partner != "?"}
    found, _ = count(LoadedRecord(record=survey, path="", spot=Spot(0, 0, 0, 0)), sheet, partners)
    assert found is not None
    return found


SCALES = [(1, 5), (1, 5), (1, 5), (1, 4), (-2, 2), (0, 6), (1, 3)]


def _drawn(chance: Random) -> tuple[Survey, list[Row], list[str]]:
    """A small survey of few partners, each with a leaning of its own; some answer nothing, many alike."""
    partners = [f"p{number}" for number in range(chance.randrange(2, 6))]
    sizes = {one: chance.choice([0, 1, 2, 3, 4, 5, 6, 7, 9, 12]) for one in partners}
    sizes["?"] = chance.choice([0, 0, 1, 2, 4, 7])
    invited = {one: max(sizes[one], 1) + chance.choice([0, 0, 1, 5]) for one in partners}
    questions, scale = chance.randrange(1, 4), chance.choice(SCALES)
    values = range(scale[0], scale[1] + 1)
    survey = _survey(
        questions,
        chance.randrange(1, questions + 1),
        invited if chance.random() < 0.5 else None,
        scale=scale,
    )
    blank, firm = chance.choice([0.0, 0.0, 0.15, 0.4]), chance.choice([0.2, 0.5, 0.8, 1.0])
    usual = {(one, number): chance.choice(values) for one in sizes for number in range(questions)}

    def given(one: str, number: int) -> str:
        if chance.random() < blank:
            return ""
        return str(usual[one, number] if chance.random() < firm else chance.choice(values))

    rows = [(one, [given(one, at) for at in range(questions)]) for one in sizes for _ in range(sizes[one])]
    return survey, rows, partners


Sum = list[tuple[Cell, float]]


def _hidden(survey: Survey, found: Published, partners: list[str]) -> Iterator[tuple[str, Sum]]:
    """Everything that is hidden: values shown with others, hidden partners, single values of those shown."""
    values = range(survey.scale[0], survey.scale[1] + 1)
    for asked in found.questions:
        for band in asked.bands:
            for value in range(band.low, band.high + 1) if band.joined else ():
                yield "value", [((one, asked.number, value), 1.0) for one in [*partners, ""]]
    for one in found.hidden:
        yield from (("sum", _sum(one, asked, values)) for asked in found.questions)
    themes = {theme for group in found.groups for theme in group.themes}
    for group in found.groups:
        for asked in found.questions:
            if survey.questions[asked.number].theme in themes - set(group.themes):
                yield "left out", _sum(group.partner, asked, values)
            yield from (("shown", [((group.partner, asked.number, value), 1.0)]) for value in values)


def _sum(partner: str, asked: Asked, values: range) -> Sum:
    return [((partner, asked.number, value), float(value - values[0] + 1)) for value in values]


@pytest.mark.parametrize("seed", range(20))
def test_a_solver_that_has_everything_published_recovers_no_hidden_cell(seed: int) -> None:
    """Twenty times a hundred surveys; of each up to four hidden cells of different kinds, drawn at random."""
    chance = Random(seed)  # noqa: S311 (tests)
    tried: dict[str, int] = {}
    for _ in range(100):
        survey, rows, partners = _drawn(chance)
        responses, least = _counted(survey, rows), chance.choice([3, 5, 5, 8])
        found = publish(survey, responses, least)
        cells = list(_hidden(survey, found, partners))
        chance.shuffle(cells)
        many = {
            (group.partner, asked.number): sum(responses.given(asked.number, [group.partner]))
            for group in found.groups
            for asked in found.questions
            if survey.questions[asked.number].theme in group.themes
        }
        for kind, parts in dict(cells).items():
            told = recovered(survey, found, partners, many, parts)
            # that nobody of a partner that is shown said a thing may follow from its mean, but not who did
            assert told is None or (kind == "shown" and not told), (kind, parts, survey, rows, found)
            tried[kind] = tried.get(kind, 0) + 1
        if found.hidden and found.answered != survey.asked:
            name = chance.choice(found.hidden)
            ends = system(survey, found, partners).between([((name, PEOPLE, 0), 1.0)])
            assert ends
            assert ends[1] - ends[0] > 0.5, (name, survey, rows, found)
            tried["people"] = tried.get("people", 0) + 1
    assert min(tried[kind] for kind in ("value", "people", "sum", "shown")) > 5, tried


@pytest.mark.parametrize(("width", "least", "people"), [(4, 3, 13), (5, 3, 11), (5, 5, 12), (6, 3, 9)])
def test_nor_does_whoever_knows_how_bands_are_chosen(width: int, least: int, people: int) -> None:
    """All ways to answer one question are tried: those with the same result differ in all that is hidden."""
    found: dict[tuple[Edges, Counts, int | None], list[Counts]] = defaultdict(list)
    for values in combinations_with_replacement(range(width), people):
        counts = tuple(values.count(value) for value in range(width))
        chosen = bandings(width, least, width - 2).choose(counts)
        assert chosen
        edges, summed = chosen
        bands = tuple(sum(counts[start:end]) for start, end in pairwise(edges))
        found[edges, bands, sum(values) if summed else None].append(counts)
    joined = 0
    for (edges, _, _), alike in found.items():
        for start, end in pairwise(edges):
            for value in range(start, end) if end - start > 1 else ():
                assert len({counts[value] for counts in alike}) > 1, (edges, alike)
                joined += 1
    assert joined > 20


def _wave(survey: Survey, rows: list[Row], *, sealed: bool) -> Shown:
    responses = _counted(survey, rows)
    seen = publish(survey, responses, LEAST)
    return Shown(survey=survey, seen=seen, responses=None if sealed else responses)


def _changed(survey: Survey, chance: Random) -> tuple[Survey, int]:
    """The same survey with its record rewritten, and the number of a question that is new, if any."""
    asked = list(survey.questions)
    kind = chance.choice(["same", "theme", "text", "turned", "more", "partners"])
    if kind == "theme":
        asked[0] = asked[0].model_copy(update={"theme": "another"})
    if kind == "text":
        asked[0] = asked[0].model_copy(update={"text": "In other words?"})
    if kind == "turned":
        asked[0] = asked[0].model_copy(update={"reversed": not asked[0].reversed})
    if kind == "more":
        asked.append(Question(column=(f"q{len(asked)}",), theme="more"))
    by_partner = survey.by_partner and kind != "partners"
    changed = survey.model_copy(update={"id": "later", "questions": tuple(asked), "by_partner": by_partner})
    return changed, len(survey.questions) if kind == "more" else -1


@pytest.mark.parametrize("seed", range(8))
def test_a_later_survey_that_holds_an_earlier_one_gives_no_few_people_away(seed: int) -> None:
    """Two hundred pairs in all: the later file has the rows of the first and some more or less."""
    chance = Random(seed)  # noqa: S311 (tests)
    both = 0
    for _ in range(25):
        survey, rows, partners = _drawn(chance)
        later, added = _changed(survey, chance)
        low, high = survey.scale
        new = [
            (chance.choice(partners), [str(chance.randint(low, high)) for _ in survey.questions])
            for _ in range(chance.choice([1, 2, 4, 5, 8, 12, 30]))
        ]
        every = rows + new
        if added >= 0:
            every = [(one, [*given, str(chance.randint(low, high))]) for one, given in every]
        chance.shuffle(every)
        before = _wave(survey, rows, sealed=chance.random() < 0.5)
        after = publish(later, _counted(later, every), LEAST, [before])
        if before.seen.reason or after.reason:
            continue
        both += 1
        _assert_apart(survey, before.seen, after)
        assert after.groups == () or not before.seen.questions
    assert both


def _assert_apart(survey: Survey, before: Published, after: Published) -> None:
    """Nothing follows of the new people but what could be seen of a survey of them alone."""
    values = range(survey.scale[0], survey.scale[1] + 1)
    assert not 0 < after.answered - before.answered < LEAST
    for old in before.questions:
        for now in (one for one in after.questions if one.number == old.number):
            cells = [(who, 0, value) for who in ("old", "new") for value in values]
            both = System({cell: place for place, cell in enumerate(cells)})
            for one, who in ((old, ["old"]), (now, ["old", "new"])):
                for band in one.bands:
                    inside = [((each, 0, value), 1.0) for each in who for value in values]
                    parts = [part for part in inside if band.low <= part[0][2] <= band.high]
                    both.add(parts, band.count, band.count)
                if isinstance(one.total, int):
                    whole = [((each, 0, value), float(value)) for each in who for value in values]
                    both.add(whole, one.total, one.total)
            for value in values:
                ends = both.between([(("new", 0, value), 1.0)])
                assert ends
                assert ends[1] > ends[0] or not 0 < ends[0] < LEAST, (value, before, after)


def test_an_export_with_the_rows_of_an_earlier_one_is_not_shown_however_much_is_new() -> None:
    chance = Random(1)  # noqa: S311 (tests)

    def people(many: int) -> list[Row]:
        return [("a", [str(chance.choice(VALUES)) for _ in range(12)]) for _ in range(many)]

    survey, first, new = _survey(12, 3), people(20), people(20)
    before = _wave(survey, first, sealed=False)
    for rows in ([*first, *new], [*first[1:], *new], first[:15]):
        assert publish(survey, _counted(survey, rows), LEAST, [before]).reason is Reason.FEW_NEW
    assert publish(survey, _counted(survey, new), LEAST, [before]).reason is None


def test_the_other_columns_tell_people_apart_who_say_the_same() -> None:
    survey = _survey(1)
    first = [("a", [str(value)]) for value in [1, 2, 3, 4, 5] * 8]
    days = [f"2026-05-{at % 28 + 1:02} {at}:00" for at in range(80)]
    before = _counted(survey, first, days[:40])
    wave = Shown(survey=survey, seen=publish(survey, before, LEAST), responses=before)
    again = _counted(survey, first + first[:30], days[:70])
    assert publish(survey, again, LEAST, [wave]).reason is Reason.FEW_NEW
    others = _counted(survey, first, days[40:])
    assert publish(survey, others, LEAST, [wave]).reason is None


@pytest.mark.parametrize("sealed", [True, False])
def test_neither_other_names_nor_another_scale_hide_that_a_file_holds_an_earlier_one(
    sealed: bool,  # noqa: FBT001 (a parameter of the test)
) -> None:
    chance = Random(3)  # noqa: S311 (tests)
    rows = [("a", [str(chance.choice(VALUES)) for _ in range(8)]) for _ in range(60)]
    late = ("a", ["4"] * 8)
    before = _wave(_survey(8), rows, sealed=sealed)
    renamed = tuple(
        Question(column=(f"Q {number}",), theme="other", text=f"Reworded {number}?") for number in range(8)
    )
    other = _survey(8).model_copy(update={"questions": renamed})
    assert publish(other, _counted(other, [*rows, late]), LEAST, [before]).reason is Reason.FEW_NEW
    lower = [(one, [str(int(value) - 1) for value in given]) for one, given in [*rows, late]]
    shifted = _survey(8, scale=(0, 4))
    assert publish(shifted, _counted(shifted, lower), LEAST, [before]).reason is Reason.FEW_NEW


def test_people_of_a_partner_who_answered_before_are_not_shown_alone_again() -> None:
    chance = Random(2)  # noqa: S311 (tests)

    def people(one: str, many: int) -> list[Row]:
        return [(one, [str(chance.choice(VALUES)) for _ in range(12)]) for _ in range(many)]

    survey, same = _survey(12, 1), people("a", 22)
    first = [*same, *people("b", 40), *people("c", 40)]
    before = _wave(survey, first, sealed=False)
    later = [*same, *people("a", 1), *people("b", 40), *people("c", 40), *people("d", 9)]
    assert _shown(before.seen) == ["a", "b", "c"]
    assert _shown(publish(survey, _counted(survey, later), LEAST)) == ["a", "b", "c", "d"]
    assert "a" not in _shown(publish(survey, _counted(survey, later), LEAST, [before]))


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


def test_people_of_no_partner_are_hidden_like_those_of_one() -> None:
    found = _alone({"a": MANY * 2, "b": MANY, "c": [2, 3], "?": [1, 3, 5]})
    assert (_shown(found), found.hidden) == (["a", "b"], ("", "c"))
    found = _alone({"a": MANY * 2, "b": MANY, "?": [1, 3, 5]})
    assert (_shown(found), found.hidden) == (["a"], ("", "b"))


def test_a_theme_is_shown_where_enough_answered_each_of_its_questions() -> None:
    survey = _survey(2)
    rows = [(one, [str(value), str(value)]) for one in "ab" for value in MANY * 2]
    rows += [("c", [str(value), "2" if at < 4 else ""]) for at, value in enumerate(MANY * 2)]
    rows += [("d", [str(value), "2" if at < 5 else ""]) for at, value in enumerate(MANY * 2)]
    found = publish(survey, _counted(survey, rows), LEAST)
    assert (_shown(found), found.hidden) == (["b", "d"], ("a", "c"))
    assert {group.partner: group.step for group in found.groups} == {"b": 0.5, "d": 1.0}


def test_a_partner_of_which_nobody_answered_is_not_told_from_those_hidden() -> None:
    invited = {"a": 20, "b": 20, "c": 20, "d": 3}
    found = _alone({"a": MANY * 2, "b": MANY, "c": [2, 3]}, invited)
    assert found.hidden == ("b", "c", "d")
    assert _alone({"a": MANY * 2, "b": MANY}, invited).hidden == ()


def test_how_many_answered_of_each_is_no_secret_where_all_did() -> None:
    sizes = {"a": MANY * 2, "b": [1, 2, 3], "c": [2, 4, 5]}
    invited = {"a": 16, "b": 3, "c": 3}
    assert _shown(_alone(sizes, invited)) == ["a"]
    assert _shown(_alone(sizes, {**invited, "c": 4})) == ["a"]


def test_nobody_is_shown_where_the_others_are_as_few_as_can_be() -> None:
    sizes = {"a": [1, 2, 3, 3, 4, 4, 5, 5], **{one: [number % 5 + 1] for number, one in enumerate("bcdef")}}
    assert _alone(sizes).groups == ()  # of all that leaves one for each
    assert _shown(_alone({**sizes, "b": [1, 2]})) == ["a"]


def test_a_mean_of_a_partner_does_not_leave_the_scale() -> None:
    survey = _survey(2, scale=(1, 10))
    rows = [("a", one) for one in (["1", "1"], ["1", "6"], ["1", "1"], ["5", "1"])]  # 2.1, in steps of 5
    rows += [("b", [str(value), str(11 - value)]) for value in (1, 1, 2, 2, 3, 4, 6, 7, 8, 9, 9, 10)]
    rows += [("b", ["5", "10"])]
    groups = {group.partner: group for group in publish(survey, _counted(survey, rows), 3).groups}
    assert groups["a"] == Group(partner="a", step=5.0, themes={"t0": 1.0})


def test_the_partners_are_shown_by_the_means_of_their_questions_means() -> None:
    survey = _survey(3)  # the third is turned round
    rows = [("a", [str(value), "", "1"]) for value in MANY] + [("a", ["", str(value), "4"]) for value in MANY]
    found = publish(survey, _counted(survey, rows), LEAST)
    mean = (27 / 8 + 27 / 8 + (8 * 5 + 8 * 2) / 16) / 3
    assert found.groups == (Group(partner="a", step=0.5, themes={"t0": round(2 * mean) / 2}),)


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


def _beside(answered: int, *hidden: str, step: float = 0.5, mean: float = 3.0) -> Published:
    """One partner shown, beside some that are hidden."""
    group = Group(partner="a", step=step, themes={"t0": mean})
    return Published(answered=answered, questions=(OPEN,), groups=(group,), hidden=hidden)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Published(answered=3), "fewer than 5 answered"),
        (_seen((1, 2, 2), (3, 5, 7), total=30), "question 1 shows fewer than 5"),
        (_seen((1, 2, 9), total=15), "question 1 tells how many chose a value that is shown with others"),
        (_seen((1, 5, 9), total=44), "question 1 tells how many chose a value that is shown with others"),
        (_beside(20, "b"), "what is hidden of b follows from the rest"),
        (_beside(20, ""), "what is hidden of those of no partner follows from the rest"),
        (_beside(12, "b", "c"), "fewer than 5 answers are left for the hidden partners"),
        (_beside(20, "b", "c", step=0.2), "how many answered of each hidden partner follows"),
        (_beside(12, "b", "c", mean=5.0), "the mean of a for t0 is almost an end of the scale"),
        (_beside(30, "b", "c", step=0.1), "the means of a are so fine that they tell of single people"),
    ],
)
def test_what_would_give_something_away_is_found(found: Published, told: str) -> None:
    assert told in leaks(found, SURVEY, LEAST)


def test_a_build_that_would_give_something_away_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_partner._Groups, "_one_too_many", lambda _groups, _shown: None)
    with pytest.raises(DisclosureError, match=r"Survey s: what is hidden of b follows from the rest\."):
        _alone({"a": MANY * 2, "b": [2, 3]})


def test_nothing_of_the_answers_is_in_what_is_printed_of_them() -> None:
    survey = _survey(1)
    assert repr(_counted(survey, [("a", ["4"])] * 7)) == "Responses()"
