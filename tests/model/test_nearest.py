import time

import pytest

from shared_vision.model.nearest import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("onwer", "owner"),
        ("Owner ", "owner"),
        ("ownership", "owner"),
        ("titel", "title"),
        ("colour", ""),
        ("", ""),
        ("é" * 500, ""),
    ],
)
def test_the_name_most_like_the_word_is_meant(word: str, name: str) -> None:
    assert nearest(word, ["title", "owner", "due"]) == name


def test_a_name_is_given_back_as_it_is_written() -> None:
    assert nearest("NORTHGATE", {"Northgate", "Harbour"}) == "Northgate"


def test_the_remedy_asks_or_says_what_else_to_do() -> None:
    assert did_you_mean("onwer", ["owner"], "Write one.") == "Did you mean owner?"
    assert did_you_mean("xyz", ["owner"], "Write one.") == "Write one."


def test_thousands_of_names_are_searched_quickly() -> None:
    names = [f"kpi-{number:05d}" for number in range(2_000)]
    start = time.process_time()
    assert [nearest(f"kpy-{number:05d}", names) for number in range(100)] == names[:100]
    assert time.process_time() - start < 2
