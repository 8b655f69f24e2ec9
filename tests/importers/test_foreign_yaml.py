import pytest

from shared_vision.importers.foreign_yaml import (
    MOST_BYTES,
    UnreadableError,
    mappings_of,
    read_mapping,
    text_of,
    texts_of,
)


def test_every_scalar_is_the_text_that_stands_there() -> None:
    found = read_mapping(b"\xef\xbb\xbfa: no\nb: 12:30\nc: 2015-01-01\nd: 0x10\n'e': '1'\n")
    assert found == {"a": "no", "b": "12:30", "c": "2015-01-01", "d": "0x10", "e": "1"}


def test_an_empty_file_holds_nothing() -> None:
    assert read_mapping(b"# only a comment\n") == {}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"a: &x [1]\nb: *x\n", "It repeats parts of itself by aliases."),
        (b"a: " + b"[" * 60 + b"]" * 60, "It is more than 50 levels deep."),
        (b"a: \xff\n", "It is not UTF-8."),
        (b"- a\n", "It holds no keys with values."),
        (b" " * (MOST_BYTES + 1), "It is larger than 2 MB."),
    ],
)
def test_a_trap_is_refused_with_its_reason(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read_mapping(content)
    assert str(raised.value) == why


def test_what_is_no_yaml_says_so() -> None:
    with pytest.raises(UnreadableError, match=r"^It is not YAML: .*\.$"):
        read_mapping(b"a: [1\nb: 2")


def test_nothing_is_an_empty_text() -> None:
    mapping = read_mapping(b"a: null\nb: ~\nc: ' x '\nd: [1]\n")
    assert [text_of(mapping, key) for key in "abcde"] == ["", "", "x", "", ""]


def test_one_text_stands_for_a_list_of_one() -> None:
    mapping = read_mapping(b"a: x\nb: [x, y]\nc: [{d: 1}, e]\n")
    assert (texts_of(mapping, "a"), texts_of(mapping, "b")) == (("x",), ("x", "y"))
    assert mappings_of(mapping, "c") == ({"d": "1"},)
