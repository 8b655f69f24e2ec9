"""What surveys say, worked out from what may be seen of them; held against numpy and SciPy."""

from collections.abc import Sequence
from itertools import product
from random import Random
from typing import Any

import numpy as np
import pytest
from scipy.stats import t as student

from shared_vision.measure.shares import wilson
from shared_vision.measure.spread import least_variance, wide_variance
from shared_vision.measure.surveys import DIVIDED, response_rate, surveyed
from shared_vision.model.document import Document
from shared_vision.model.health import Standing
from shared_vision.model.reason import Reason
from shared_vision.model.records import Question, Survey, Vision
from shared_vision.model.survey import Asked, Band, Published
from shared_vision.model.surveyed import Interval, Surveyed

VALUES = [1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5]
MEAN = float(np.mean(VALUES))


def _asked(values: list[int], *ends: int, number: int = 0) -> Asked:
    """The answers in bands that end with these values; without any, each value alone."""
    starts = (1, *(end + 1 for end in ends[:-1])) if ends else range(1, 6)
    bands = tuple(
        Band(low=low, high=high, count=sum(low <= value <= high for value in values))
        for low, high in zip(starts, ends or range(1, 6), strict=True)
    )
    return Asked(number=number, bands=bands, total=sum(values))


ONE = ({"column": "q1", "theme": "openness", "text": "Open?"},)


def _survey(name: str = "s", month: int = 6, questions: Sequence[object] = ONE, **more: Any) -> Survey:
    asked = tuple(Question.model_validate(one) for one in questions)
    return Survey(id=name, title="S", date=f"2026-{month:02}-01", questions=asked, **more)


def _results(survey: Survey, *questions: Asked, before: tuple[Survey, Asked] | None = None) -> Surveyed:
    surveys, answers = {}, {}
    if before:
        surveys[before[0].id] = before[0]
        answers[before[0].id] = Published(answered=20, questions=(before[1],))
    surveys[survey.id] = survey
    answers[survey.id] = Published(answered=20, questions=questions)
    document = Document(vision=Vision(id="vision", title="V"), surveys=surveys, answers=answers)
    found = surveyed(document)[survey.id]
    assert isinstance(found, Surveyed)
    return found


def test_a_mean_has_students_interval() -> None:
    [result] = _results(_survey(), _asked(VALUES)).questions
    half = student.ppf(0.975, 19) * np.std(VALUES, ddof=1) / np.sqrt(20)
    assert (result.mean, result.give) == pytest.approx((np.mean(VALUES), half))


def test_it_is_narrower_where_many_of_those_invited_answered() -> None:
    [result] = _results(_survey(invited=25), _asked(VALUES)).questions
    half = student.ppf(0.975, 19) * np.std(VALUES, ddof=1) / np.sqrt(20) * np.sqrt(1 - 20 / 25)
    assert result.give == pytest.approx(half)
    assert _results(_survey(invited=20), _asked(VALUES)).questions[0].give == 0


def test_the_two_best_answers_have_wilsons_interval() -> None:
    [result] = _results(_survey(invited=30), _asked(VALUES)).questions
    assert (result.top, result.top_between) == (11 / 20, wilson(11 / 20, 20, 30))


def test_where_a_low_answer_is_the_good_one_the_two_lowest_are_the_best() -> None:
    survey = _survey(questions=({"column": "q1", "theme": "t", "reversed": True},))
    found = _results(survey, _asked(VALUES))
    assert (found.questions[0].top, found.questions[0].mean) == (5 / 20, MEAN)
    assert found.themes[0].mean == pytest.approx(6 - np.mean(VALUES))


def test_where_values_shown_together_span_the_two_best_their_share_is_not_shown() -> None:
    [result] = _results(_survey(), _asked(VALUES, 2, 4, 5)).questions
    assert result.top is Reason.FEW_ANSWERS


def test_agreement_is_one_less_the_variance_by_that_of_chance() -> None:
    [result] = _results(_survey(), _asked(VALUES)).questions
    assert isinstance(result.agreement, Interval)
    exactly = 1 - np.var(VALUES, ddof=1) / 2
    assert (result.agreement.low, result.agreement.high) == pytest.approx((exactly, exactly))


def test_people_who_agree_on_average_may_be_divided() -> None:
    split = [1] * 6 + [2, 4] + [5] * 14
    assert _results(_survey(), _asked(split)).questions[0].divided
    assert not _results(_survey(), _asked([4] * 10 + [3] * 6 + [5] * 6)).questions[0].divided
    low = [1] * 14 + [2, 4] + [5] * 6
    assert not _results(_survey(), _asked(low)).questions[0].divided  # they do not agree on average
    survey = _survey(questions=({"column": "q1", "theme": "t", "reversed": True},))
    assert _results(survey, _asked(low)).questions[0].divided


@pytest.mark.parametrize("seed", range(40))
def test_what_is_shown_together_bounds_how_far_apart_answers_are(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 (tests)
    values = [chance.randrange(1, 6) for _ in range(7)]
    asked = _asked(values, *chance.choice([(1, 3, 5), (2, 5), (3, 4, 5), (5,), (1, 2, 3, 4, 5)]))
    bands = [range(band.low, band.high + 1) for band in asked.bands for _ in range(band.count)]
    fitting = [np.var(one, ddof=1) for one in product(*bands) if sum(one) == sum(values)]
    assert least_variance(asked, sum(values)) <= min(fitting) + 1e-9
    assert wide_variance(asked, sum(values)) >= max(fitting) - 1e-9
    one_person = 16 / (len(values) - 1)  # of whom a part may have to stand at each end
    assert wide_variance(asked, sum(values)) <= max(fitting) + one_person
    if all(not band.joined for band in asked.bands):
        found = [spread(asked, sum(values)) for spread in (least_variance, wide_variance)]
        assert found == pytest.approx([np.var(values, ddof=1)] * 2)


def test_answers_shown_together_count_as_far_apart_as_they_can_be_in_the_interval_of_a_mean() -> None:
    asked = Asked(number=0, bands=(Band(low=1, high=3, count=20), Band(low=4, high=5, count=40)), total=220)
    spread = [1] * 10 + [3] * 10 + [4] * 20 + [5] * 20  # one of those that fit
    [result] = _results(_survey(), asked).questions
    half = student.ppf(0.975, 59) * np.std(spread, ddof=1) / np.sqrt(60)
    assert result.give >= half


def test_whether_people_are_divided_is_not_said_where_it_depends_on_what_is_not_shown() -> None:
    asked = Asked(number=0, bands=(Band(low=1, high=3, count=8), Band(low=4, high=5, count=12)), total=74)
    [result] = _results(_survey(), asked).questions
    fits = ([1] * 4 + [3] * 4 + [4] * 2 + [5] * 10, [3] * 8 + [4] * 10 + [5] * 2)
    apart, near = (1 - np.var(one, ddof=1) / 2 for one in fits)
    assert isinstance(result.agreement, Interval)
    assert apart < DIVIDED <= near <= result.agreement.high
    assert result.agreement.low == 0  # as spread as by chance, or more
    assert result.divided is None


def test_a_theme_is_the_mean_of_its_questions_means() -> None:
    questions = (
        {"column": "q1", "theme": "openness"},
        {"column": "q2", "theme": "openness", "reversed": True},
        {"column": "q3", "theme": "effort"},
    )
    lower = [6 - value for value in VALUES]
    found = _results(
        _survey(questions=questions), _asked(VALUES), _asked(lower, number=1), _asked(lower, number=2)
    )
    assert [(one.name, one.standing) for one in found.themes] == [
        ("openness", Standing.FAIR),
        ("effort", Standing.WEAK),
    ]
    assert [one.mean for one in found.themes] == pytest.approx([MEAN, np.mean(lower)])
    assert found.mean == pytest.approx((np.mean(VALUES) + np.mean(lower)) / 2)
    assert found.themes[0].give == pytest.approx(found.questions[0].give)


def test_a_theme_without_a_mean_is_left_out() -> None:
    hidden = Asked(number=0, bands=(Band(low=1, high=5, count=9),), total=Reason.ALIKE)
    found = _results(_survey(), hidden)
    assert (found.themes, found.mean, found.questions[0].mean) == ((), Reason.ALIKE, Reason.ALIKE)


def test_a_change_since_the_survey_before_is_clear_or_not() -> None:
    before = _survey("a", 1)
    found = _results(_survey("b", 6), _asked(VALUES), before=(before, _asked([6 - one for one in VALUES])))
    moved = found.themes[0].moved
    assert moved
    assert moved.before == pytest.approx(6 - MEAN)
    assert moved.clear
    assert moved.rose.low > 0
    assert found.questions[0].moved
    assert found.before == "a"
    same = _results(_survey("b", 6), _asked(VALUES), before=(before, _asked([*VALUES[1:], 4])))
    assert same.themes[0].moved
    assert not same.themes[0].moved.clear


def test_what_was_asked_otherwise_is_not_compared() -> None:
    other = _survey("a", 1, questions=({"column": "q1", "theme": "openness", "text": "Very open?"},))
    found = _results(_survey("b", 6), _asked(VALUES), before=(other, _asked(VALUES)))
    assert (found.questions[0].moved, found.themes[0].moved is None) == (None, False)
    wide = _survey("a", 1, scale=(1, 10))
    assert _results(_survey("b", 6), _asked(VALUES), before=(wide, _asked(VALUES))).themes[0].moved is None


def test_the_response_rate_is_known_where_the_invited_are() -> None:
    assert response_rate(_survey(invited={"a": 30, "b": 10}), Published(answered=20)) == 0.5
    assert response_rate(_survey(), Published(answered=20)) is Reason.NOT_TOLD
    hidden = Published(reason=Reason.FEW_ANSWERS)
    assert response_rate(_survey(invited=9), hidden) is Reason.FEW_ANSWERS
