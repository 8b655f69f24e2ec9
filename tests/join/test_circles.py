from hypothesis import given
from hypothesis import strategies as st

from shared_vision.join.circles import circles, way

LINKS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefg"), unique=True))


def test_a_tree_has_no_circles() -> None:
    assert list(circles({"a": (), "b": ("a",), "c": ("a",), "d": ("c", "b")})) == []


def test_a_circle_is_named_once_and_whole() -> None:
    assert list(circles({"a": ("b",), "b": ("c",), "c": ("a",), "d": ("a",)})) == [("a", "b", "c")]


def test_a_record_that_points_to_itself_is_a_circle() -> None:
    assert list(circles({"a": ("a",)})) == [("a",)]


def test_two_circles_are_two() -> None:
    assert list(circles({"a": ("b",), "b": ("a",), "c": ("d",), "d": ("c",)})) == [("a", "b"), ("c", "d")]


def test_a_chain_of_many_thousands_is_no_trouble() -> None:
    links = {str(number): (str(number + 1),) for number in range(50_000)} | {"50000": ("0",)}
    (around,) = circles(links)
    assert len(around) == 50_001
    assert way(around).endswith("18 > 19 > ... > 0")


@given(LINKS)
def test_without_the_last_link_of_each_circle_none_is_left(links: dict[str, list[str]]) -> None:
    cut = {(around[-1], around[0]) for around in circles(links)}
    opened = {name: [to for to in ahead if (name, to) not in cut] for name, ahead in links.items()}
    assert list(circles(opened)) == []
