from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_vision.load.data.periods import parse_date, period_name
from shared_vision.model.records import Frequency

FREQUENCIES = st.sampled_from(list(Frequency))


@pytest.mark.parametrize(
    ("text", "frequency", "start", "end"),
    [
        ("2025-01-31", Frequency.DAILY, date(2025, 1, 31), date(2025, 1, 31)),
        ("2025-01-01", Frequency.WEEKLY, date(2024, 12, 30), date(2025, 1, 5)),
        ("2025-W01", Frequency.WEEKLY, date(2024, 12, 30), date(2025, 1, 5)),
        ("2024-02-10", Frequency.MONTHLY, date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-W07", Frequency.MONTHLY, date(2025, 2, 1), date(2025, 2, 28)),
        ("2025-05", Frequency.QUARTERLY, date(2025, 4, 1), date(2025, 6, 30)),
        ("2025-Q4", Frequency.YEARLY, date(2025, 1, 1), date(2025, 12, 31)),
        ("2025", Frequency.IRREGULAR, date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_date_falls_into_the_period_of_its_frequency(
    text: str, frequency: Frequency, start: date, end: date
) -> None:
    period = parse_date(text, frequency)
    assert period
    assert period.falls == (start, end)


@pytest.mark.parametrize(
    ("text", "frequency"),
    [("2025", Frequency.QUARTERLY), ("2025-01", Frequency.WEEKLY), ("2025-W05", Frequency.DAILY)],
)
def test_date_that_is_more_than_one_period_is_none(text: str, frequency: Frequency) -> None:
    assert parse_date(text, frequency) is None


@pytest.mark.parametrize("text", ["0999", "3000-01-01", "9999-12-31", "2025-02-30", "soon", ""])
def test_no_date_is_none(text: str) -> None:
    assert parse_date(text, Frequency.WEEKLY) is None


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), FREQUENCIES)
def test_every_day_lies_in_its_period(day: date, frequency: Frequency) -> None:
    period = parse_date(day.isoformat(), frequency)
    assert period
    assert period.falls[0] <= day <= period.falls[1]


@pytest.mark.parametrize("name", ["2025-01-31", "2025-W07", "2025-01", "2025-Q1", "2025"])
def test_period_is_named_as_in_a_data_file(name: str) -> None:
    period = parse_date(name, Frequency.IRREGULAR)
    assert period
    assert period_name(period.written) == name
