"""Which values are provisional."""

import pytest

from shared_vision.load.data.series import load_points
from shared_vision.model.records import Kpi
from shared_vision.model.series import Point


def _points(content: str, **source: object) -> tuple[Point, ...]:
    kpi = Kpi.model_validate(
        {"id": "calls", "title": "Calls", "direction": "increase", "frequency": "monthly", "source": source}
    )
    return load_points(kpi, content.encode())


def _provisional(content: str, **source: object) -> list[bool]:
    return [point.provisional for point in _points(content, **source)]


@pytest.mark.parametrize("word", ["provisional", "p", "P", "estimated", "e", "Estimate", "preliminary"])
def test_words_for_provisional(word: str) -> None:
    assert _provisional(f"date,value,status\n2026-01,4,\n2026-02,5,{word}\n") == [False, True]


@pytest.mark.parametrize("word", ["final", "F", "", " "])
def test_words_for_final(word: str) -> None:
    assert _provisional(f"date,value,status\n2026-01,4,{word}\n2026-02,5,p\n") == [False, True]


def test_another_word_makes_the_usual_column_one_about_something_else() -> None:
    assert _provisional("date,value,status\n2026-01,4,open\n2026-02,5,p\n") == [False, False]


def test_only_the_rows_in_use_are_looked_at() -> None:
    text = "date,value,status,kind\n2026-01,4,open,x\n2026-02,5,p,y\n"
    assert _provisional(text, where={"kind": "y"}) == [True]


def test_a_breakdown_by_status_is_no_status() -> None:
    text = "date,value,status\n2026-01,4,final\n2026-01,5,provisional\n"
    assert _provisional(text, by="status", aggregate="sum") == [False]


def test_a_column_of_another_name_is_asked_for() -> None:
    text = "date,value,quality\n2026-01,4,\n2026-02,5,e\n"
    assert _provisional(text) == [False, False]
    assert _provisional(text, status="quality") == [False, True]


def test_a_period_is_provisional_when_any_row_in_it_is() -> None:
    text = "date,value,status\n2026-01-03,4,\n2026-01-20,5,p\n2026-02-01,6,\n2026-02-02,6,\n"
    assert _provisional(text, aggregate="sum") == [True, False]
    assert [point.value for point in _points(text, aggregate="sum")] == [9, 12]


def test_a_gap_stays_a_gap() -> None:
    points = _points("date,value,status\n2026-01,4,\n2026-02,,p\n2026-04,8,\n")
    assert [(point.end.month, point.value) for point in points] == [(1, 4), (4, 8)]
