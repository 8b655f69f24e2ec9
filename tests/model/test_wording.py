from datetime import date

import pytest

from shared_vision.model.wording import Wording

ENGLISH = Wording("en")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (42, "42"),
        (26.432, "26.43"),
        (26.4, "26.4"),
        (0.05, "0.05"),
        (1234.56, "1,235"),
        (9999.4, "9,999"),
        (9999.6, "10,000"),
        (123456, "123,456"),
        (1234567.8, "1,234,568"),
        (0.000045, "0.000045"),
        (-3.14159, "−3.142"),
        (1e-9, "1.000e−09"),
        (1e300, "1.000e+300"),
    ],
)
def test_a_number_has_four_digits_or_is_whole(value: float, text: str) -> None:
    assert ENGLISH.number(value) == text


def test_signs_follow_the_language() -> None:
    assert Wording("de").number(1234.5) == "1.234"
    assert Wording("fr").number(1234567) == "1\u202f234\u202f567"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2026, 11, 3), date(2026, 11, 3), "3\u00a0Nov\u00a02026"),
        (date(2025, 2, 10), date(2025, 2, 16), "week\u00a07 of\u00a02025"),
        (date(2024, 2, 1), date(2024, 2, 29), "Feb\u00a02024"),
        (date(2025, 1, 1), date(2025, 3, 31), "Q1\u00a02025"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2025, 1, 1), date(2025, 2, 28), "1\u00a0Jan\u00a02025 to 28\u00a0Feb\u00a02025"),
    ],
)
def test_a_period_is_named_as_people_name_it(start: date, end: date, text: str) -> None:
    assert ENGLISH.period(start, end) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.994, "99"), (0.995, "99.5"), (0.99996, "99.996"), (1 - 1e-12, "100"), (1, "100"), (1.004, "100")],
)
def test_a_share_just_short_of_all_does_not_read_as_all(share: float, text: str) -> None:
    assert ENGLISH.percent(share) == f"{text}\u00a0%"


def test_decimals_follow_the_language_too() -> None:
    assert (ENGLISH.decimals(-0.004, 2), Wording("de").decimals(1234.5, 2)) == ("0.00", "1.234,50")


def test_a_share_is_whole_per_cent_without_a_minus_zero() -> None:
    assert [ENGLISH.percent(share) for share in (0.713, -0.001, -0.9)] == [
        "71\u00a0%",
        "0\u00a0%",
        "−90\u00a0%",
    ]
