import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_vision.load.data.numbers import number_fault, parse_number, parse_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0.0),
        ("-5", -5.0),
        ("+5", 5.0),
        ("12.50", 12.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("1.5E-2", 0.015),
    ],
)
def test_number_is_sign_digits_point_and_exponent(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "-",
        "e5",
        "1e",
        "1,5",
        "1 234",
        "1_000",
        "12 %",
        "NA",
        "nan",
        "inf",
        "0x10",
        "١٢",
        "1e400",
        "--5",
        "1.2.3",
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@given(st.floats(-1e302, 1e302))
def test_every_number_that_python_writes_comes_back(value: float) -> None:
    assert parse_number(repr(value)) == value


def test_column_keeps_blank_cells_as_no_value() -> None:
    assert parse_numbers(["1", "", "2.5"]) == [1.0, None, 2.5]


@pytest.mark.parametrize("cells", [["1", "x"], ["", "1e400"], ["1", "1e400"]])
def test_column_with_one_wrong_cell_has_no_numbers(cells: list[str]) -> None:
    assert parse_numbers(cells) is None


@given(st.text())
def test_every_text_has_a_remedy(text: str) -> None:
    message, remedy = number_fault('"x"', text)
    assert message.endswith(".")
    assert remedy.endswith(".")
