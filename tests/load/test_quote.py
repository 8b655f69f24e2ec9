import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_vision.load.quote import as_yaml, quote
from shared_vision.load.yaml_text.events import Tree, read_tree


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Hire agents", "Hire agents"),
        ("Hire, or wait", '"Hire, or wait"'),
        ("Wait: nothing", '"Wait: nothing"'),
        ("2025", '"2025"'),
        ("true", '"true"'),
        ('Say "yes"', "'Say \"yes\"'"),
    ],
)
def test_a_text_is_in_quotes_where_yaml_needs_them(text: str, written: str) -> None:
    assert as_yaml(text) == written


@given(st.text(alphabet="ab1 :,#'-[]{}&*!|>.~é", min_size=1, max_size=40))
def test_a_text_as_written_says_the_same_again(text: str) -> None:
    plain = " ".join(text.split())
    if plain:
        tree = read_tree(f"a: {{b: {as_yaml(plain)}}}", "x.yml")
        assert isinstance(tree, Tree)
        assert tree.value == {"a": {"b": plain}}


def test_a_long_text_is_cut() -> None:
    assert quote("x" * 100) == f'"{"x" * 59}…"'
    assert quote("x" * 100, 200) == f'"{"x" * 100}"'
