import resource
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared_vision.load.yaml_text.events import MOST_LEVELS, REFUSED, Tree, read_tree
from shared_vision.model.loaded import Spot

NESTED = "tags: " + "[" * (MOST_LEVELS - 1) + "]" * (MOST_LEVELS - 1)
MERGES = "a: &a {x: 1}\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} {{<<: [{', '.join(['*' + chr(97 + n)] * 9)}]}}\n" for n in range(9)
)
LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)
)


def _codes(text: str) -> set[str]:
    found = read_tree(text, "x.yml")
    return {problem.code for problem in (found.problems if isinstance(found, Tree) else found)}


def test_every_value_has_its_place_and_its_key_s() -> None:
    tree = read_tree("title: Fewer\nkpis:\n  - calls\n  - {id: mail, weight: 2}\n", "x.yml")
    assert isinstance(tree, Tree)
    assert tree.value == {"title": "Fewer", "kpis": ["calls", {"id": "mail", "weight": 2}]}
    assert tree.spot.at("title") == Spot(1, 8, 1, 1, "Fewer")
    assert tree.spot.at("kpis", 1, "weight") == Spot(4, 24, 4, 16, "2")


def test_a_path_that_is_not_written_leads_to_what_is_around_it() -> None:
    tree = read_tree("kpis:\n  - calls\n", "x.yml")
    assert isinstance(tree, Tree)
    assert tree.spot.at("kpis", 0, "id") == tree.spot.at("kpis", 0)
    assert tree.spot.at("source", "file") == tree.spot


def test_a_refused_value_is_marked_so_that_nobody_reports_it_again() -> None:
    tree = read_tree("title: &a Fewer\n", "x.yml")
    assert isinstance(tree, Tree)
    assert tree.value == {"title": REFUSED}


def test_fifty_levels_are_read_and_one_more_is_not() -> None:
    assert _codes(NESTED) == set()
    assert _codes(NESTED.replace("[]", "[[]]")) == {"too-deep"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 60_000, "too-deep"),
        ("{a: " * 60_000, "too-deep"),
        ("- " * 60_000, "too-deep"),
        ("? " * 60_000, "too-deep"),
        ("{? " * 30_000, "too-deep"),
        (MERGES, "anchor"),
        (LAUGHS, "alias"),
        ("a: &a [*a]\n", "alias"),
        ("a: [" + "*b, " * 60_000 + "]", "alias"),
        ("a: " + "!" * 250_000, "tag"),
        ("".join(f"a{number}:  b\n  - c\n" for number in range(16_000)), "list-indent"),
        ("a: '" + "x\n" * 120_000, "unclosed-quote"),
        ("x" * 256_000, "not-a-record"),
    ],
    ids=[
        *(
            "brackets",
            "braces",
            "dashes",
            "keys",
            "flow keys",
            "merges",
            "laughs",
            "snake",
            "aliases",
            "tags",
        ),
        *("joined lists", "open quote", "one word"),
    ],
)
def test_a_bomb_is_refused_quickly_in_little_memory(text: str, code: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    assert code in _codes(text)
    assert time.process_time() - start < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000


@given(st.text(alphabet=" \n\t:-#[]{}'\"|>&*!?%,ab0.\\<~“é", max_size=80))
@settings(max_examples=400, deadline=None)
def test_text_that_looks_like_yaml_is_read_or_refused(text: str) -> None:
    found = read_tree(text, "x.yml")
    assert isinstance(found, Tree) or found
