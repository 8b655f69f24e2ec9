from hypothesis import given
from hypothesis import strategies as st

from shared_vision.load.data.date_faults import date_fault
from shared_vision.load.data.periods import parse_date
from shared_vision.model.records import Frequency

ALMOST_DATES = st.from_regex(r"\A[0-9]{1,5}[-/. TQW][0-9]{1,5}([-/. ][0-9]{1,5})?\Z")


@given(st.one_of(st.text(), ALMOST_DATES), st.sampled_from(list(Frequency)))
def test_every_text_that_is_no_date_has_a_remedy(text: str, frequency: Frequency) -> None:
    if not parse_date(text, frequency):
        assert all(part for part in date_fault('"x"', text, frequency))
