from datetime import date

import pytest

from shared_vision.draw.phrases import by_day, quantity, short_number
from shared_vision.draw.subject import cut
from shared_vision.model.records import Frequency
from shared_vision.model.wording import Wording

WORDING = Wording()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (26.43, "26.43"),
        (123_456_789, "123,456,789"),
        (-1.5e15, "−1.5×10¹⁵"),
        (1e308, "1×10³⁰⁸"),
        (1e-12, "1×10⁻¹²"),
        (5e-324, "4.941×10⁻³²⁴"),
    ],
)
def test_long_numbers_become_powers_of_ten(value: float, text: str) -> None:
    assert short_number(value, WORDING) == text


def test_number_without_unit_has_no_space_behind_it() -> None:
    assert quantity(42, "", WORDING) == "42"


@pytest.mark.parametrize(
    ("day", "frequency", "text"),
    [
        (date(2030, 12, 31), Frequency.YEARLY, "2030"),
        (date(2030, 12, 31), Frequency.MONTHLY, "Dec\u00a02030"),
        (date(2030, 6, 15), Frequency.YEARLY, "15\u00a0Jun\u00a02030"),
    ],
)
def test_day_is_said_as_the_period_that_ends_with_it(day: date, frequency: Frequency, text: str) -> None:
    assert by_day(day, frequency, WORDING) == text


@pytest.mark.parametrize(
    ("text", "short"), [("short", "short"), ("two\nlines", "two lines"), ("a" * 20, "a" * 9 + "…")]
)
def test_long_text_is_cut(text: str, short: str) -> None:
    assert cut(text, 10) == short
