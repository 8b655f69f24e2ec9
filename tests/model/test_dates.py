"""Dates and lengths of time: each has one way to be written, and nothing else is one."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from shared_vision.load.data.periods import period_name
from shared_vision.model.dates import Duration, parse_day, parse_duration, parse_period
from targets import take_date
from thrown import thrown

DIGITS = st.text("0123456789", min_size=1, max_size=6)
NEARLY = st.lists(
    DIGITS
    | st.sampled_from([*"-/.:TWQPYMD +", "２０２５", "٢", "\n", "2025", "2025-0", "-01", "-Q", "-W5", "P1"]),
    max_size=7,
).map("".join)


@settings(derandomize=True, deadline=None, database=None)
@given(st.dates())
def test_every_day_comes_back(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_period(day.isoformat()) == (day, day)


@settings(derandomize=True, deadline=None, database=None)
@given(
    st.integers(1000, 2999),
    st.integers(1, 53),
    st.sampled_from(("{:04}-{:02}", "{:04}-Q{}", "{:04}-W{:02}", "{:04}")),
)
def test_every_period_comes_back(year: int, number: int, form: str) -> None:
    text = form.format(year, number)
    if period := parse_period(text):
        assert period_name(period) == text
        assert period[0] <= period[1]
    else:
        most = {"{:04}-{:02}": 12, "{:04}-Q{}": 4, "{:04}-W{:02}": 52}
        assert number > most[form]


@settings(derandomize=True, deadline=None, database=None)
@given(st.tuples(*[st.integers(0, 9999)] * 3, st.integers(0, 99999)))
def test_every_length_of_time_comes_back(parts: tuple[int, int, int, int]) -> None:
    years, months, weeks, days = parts
    text = "P" + "".join(f"{number}{unit}" for number, unit in zip(parts, "YMWD", strict=True) if number)
    expected = Duration(12 * years + months, 7 * weeks + days) if any(parts) else None
    assert parse_duration(text) == expected


@settings(derandomize=True, deadline=None, database=None, max_examples=400)
@given(NEARLY.map("  {}".format).map(str.encode) | thrown("dates"))
def test_no_other_text_is_a_date(data: bytes) -> None:
    take_date(data)
