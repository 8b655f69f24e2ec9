import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_vision.load.foreign_dates import dates_meant
from shared_vision.model.dates import parse_period


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("20240103", ("2024-01-03",)),
        ("12/2024", ("2024-12",)),
        ("2024.5", ("2024-05",)),
        ("01/02/2025", ("2025-02-01", "2025-01-02")),
        ("13/02/2025", ("2025-02-13",)),
        ("02.02.2025", ("2025-02-02",)),
        ("2025/1/5", ("2025-01-05",)),
        ("q2 2025", ("2025-Q2",)),
        ("2025w7", ("2025-W07",)),
        ("2024/2025", ("2024",)),
        ("Sept. 2025", ("2025-09",)),
        ("3rd March 2025", ("2025-03-03",)),
        ("Mar 3, 2025", ("2025-03-03",)),
        ("2025-03-31T00:00:00", ("2025-03-31",)),
        ("20241301", ()),
        ("31/31/2025", ()),
        ("Foo 2025", ()),
        ("north", ()),
    ],
)
def test_a_date_of_another_form_is_told(text: str, meant: tuple[str, ...]) -> None:
    assert dates_meant(text) == meant


@given(st.one_of(st.text(), st.from_regex(r"\A[0-9]{1,8}[-/. TQW]?[A-Za-z]{0,5}[-/., ]?[0-9]{1,5}\Z")))
def test_whatever_is_meant_is_a_date(text: str) -> None:
    assert all(map(parse_period, dates_meant(text)))
