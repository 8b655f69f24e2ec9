from math import inf, isinf, isnan

import pytest

from shared_vision.load.core_schema import Scalar, resolve


@pytest.mark.parametrize(
    "text",
    [
        *("no", "on", "yes", "NO", "tRUE", "nan", "inf", "12:30", "1_000", "2025-02-03", "1,5", "12 %", "e3"),
        *(
            "0b1",
            "0o8",
            "0x",
            "-0x1F",
            "1e",
            "+",
            "-",
            ".",
            "--1",
            "+.5.",
            "0.1.2",
            "<<",
            "=",
            "0x" + "F" * 300,
        ),
    ],
)
def test_what_is_no_number_and_no_word_is_text(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("NULL", None),
        ("true", True),
        ("FALSE", False),
        ("0", 0),
        ("010", 10),
        ("-12", -12),
        ("+12", 12),
        ("0o10", 8),
        ("0x1F", 31),
        ("1e3", 1000.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("-1.5E-3", -0.0015),
        (".inf", inf),
        ("-.INF", -inf),
    ],
)
def test_words_and_numbers_follow_yaml_1_2(text: str, value: Scalar) -> None:
    found = resolve(text)
    assert (type(found), found) == (type(value), value)


def test_not_a_number_is_understood() -> None:
    found = resolve(".NaN")
    assert isinstance(found, float)
    assert isnan(found)


def test_five_thousand_digits_are_more_than_any_number() -> None:
    found = resolve("9" * 5_000)
    assert isinstance(found, float)
    assert isinf(found)
