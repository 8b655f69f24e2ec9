"""Whatever a data file holds, its values are those that are written there, or a line of it is refused."""

import csv
from collections.abc import Mapping
from datetime import date
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

from shared_vision.load.data.series import load_points
from shared_vision.model.records import Kpi
from targets import take_table
from thrown import thrown

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
VALUES = st.floats(-1e100, 1e100) | st.integers(-(10**15), 10**15)


@settings(derandomize=True, deadline=None, database=None, max_examples=180)
@given(thrown("data"))
def test_a_strange_table_is_read_as_written_or_refused_in_place(data: bytes) -> None:
    take_table(data)


@settings(derandomize=True, deadline=None, database=None, max_examples=100)
@given(
    st.dictionaries(DAYS, VALUES, max_size=5),
    st.sampled_from((csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC)),
    st.sampled_from(("\n", "\r\n", "\r", "\n\n")),
    st.sampled_from(("", "\ufeff")),
    st.sampled_from(("", "a, b", 'say "yes"', "two\nlines", "NA")),
)
def test_a_table_that_a_program_writes_comes_back(
    values: Mapping[date, float], quoting: int, end: str, mark: str, remark: str
) -> None:
    out = StringIO(newline="")
    writer = csv.writer(out, quoting=quoting, lineterminator=end)  # type: ignore[arg-type]
    writer.writerow(["remark", "value", "date"])
    writer.writerows([remark, repr(value), day.isoformat()] for day, value in values.items())
    kpi = Kpi.model_validate({"id": "k", "title": "K", "direction": "increase"})
    points = load_points(kpi, (mark + out.getvalue()).encode())
    assert {point.end: point.value for point in points} == values
    assert [point.end for point in points] == sorted(values)
