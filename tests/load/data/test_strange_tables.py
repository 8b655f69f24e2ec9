"""Whatever a data file holds, its values are those that are written there, or a line of it is refused."""

import csv
from collections.abc import Mapping
from datetime import date
from io import StringIO

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from shared_vision.load.data.series import load_points
from shared_vision.model.records import Frequency, Kpi
from strange import CELLS
from targets import SOURCES, take_table
from thrown import thrown

GOOD = b"""date,value,contacts,region,status
2025-01-31,1,10,north,p
2025-01-30,2.5,2,,final
2025-02-26,4,4,north,
2025-03-02,-3,5,south,e
2025-12-31,0.1,3,north,
2025-12-30,7,8,south,
2026-01-01,0.2,3,south,
"""
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
VALUES = st.floats(-1e302, 1e302) | st.integers(-(10**15), 10**15)


@pytest.mark.parametrize("source", range(len(SOURCES)), ids=SOURCES)
@pytest.mark.parametrize("frequency", range(len(Frequency)), ids=[*Frequency])
def test_a_good_table_is_reckoned_as_fractions_are(source: int, frequency: int) -> None:
    assert len(take_table(bytes((source, frequency)) + GOOD)) > 1


@pytest.mark.parametrize("cell", CELLS, ids=ascii)
def test_a_strange_cell_is_read_as_written_or_refused_in_place(cell: str) -> None:
    for row in (f"{cell},4,1,a", f"2025-03-05,{cell},1,a", f"2025-03-05,4,{cell},{cell}"):
        for start in (bytes((0, 2)), bytes((6, 5)), bytes((8, 0))):
            rows = f"date,value,contacts,region\n2026-01-31,5,2,b\n{row}\n"
            take_table(start + rows.encode("utf-8", "surrogatepass"))


@settings(derandomize=True, deadline=None, database=None, max_examples=120)
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
    assume("\n" not in remark or "\n" in end)  # before Python 3.13 the writer does not quote it there
    out = StringIO(newline="")
    writer = csv.writer(out, quoting=quoting, lineterminator=end)  # type: ignore[arg-type]
    writer.writerow(["remark", "value", "date"])
    writer.writerows([remark, repr(value), day.isoformat()] for day, value in values.items())
    kpi = Kpi.model_validate({"id": "k", "title": "K", "direction": "increase"})
    points = load_points(kpi, (mark + out.getvalue()).encode())
    assert {point.end: point.value for point in points} == values
    assert [point.end for point in points] == sorted(values)
