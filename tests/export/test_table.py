import csv
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from shared_vision.export.table import cell, export_tables
from shared_vision.model.document import Document
from shared_vision.model.reason import Reason
from shared_vision.model.records import Vision
from shared_vision.model.series import Group, Point, Series

JANUARY = Point(start=date(2026, 1, 1), end=date(2026, 1, 31), value=4.5, line=2)
FEBRUARY = Point(start=date(2026, 2, 1), end=date(2026, 2, 28), value=-3.0, line=3)


def _tables(**series: Series | Reason) -> dict[str, str]:
    document = Document(vision=Vision(id="vision", title="V"), series=series)
    return {asset.path: asset.content.decode() for asset in export_tables(document)}


def test_values_of_each_kpi_by_period() -> None:
    assert _tables(calls=Series(file="calls.csv", points=(JANUARY, FEBRUARY)), none=Reason.NO_DATA) == {
        "kpis/calls.csv": "start,end,value\n2026-01-01,2026-01-31,4.5\n2026-02-01,2026-02-28,-3\n"
    }


def test_breakdown_has_a_column() -> None:
    series = Series(file="c.csv", points=(JANUARY,), groups=(Group(name="=1+1", points=(FEBRUARY,)),))
    assert _tables(calls=series)["kpis/calls.csv"] == (
        "start,end,value,group\n2026-01-01,2026-01-31,4.5,\n2026-02-01,2026-02-28,-3,'=1+1\n"
    )


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-A1", "-1-1", "-1 day", "- 1", "@x", "\t=1", " =1", "\r=1", "＝1"]
)
def test_no_cell_begins_a_formula(text: str) -> None:
    assert next(csv.reader(StringIO(cell(text), newline=""))) == [f"'{text}"]


@pytest.mark.parametrize("text", ["-2", "-0.5", "North, South", 'the "old" one', "a\nb", "NA", "Zürich"])
def test_cells_are_read_back_as_they_were(text: str) -> None:
    assert next(csv.reader(StringIO(cell(text), newline=""))) == [text]


def test_extreme_numbers_are_read_back() -> None:
    points = tuple(
        Point(start=JANUARY.start, end=JANUARY.end, value=v, line=1) for v in (1e300, 0.1, -0.0, 1e15)
    )
    rows = _tables(x=Series(file="x.csv", points=points))["kpis/x.csv"].splitlines()[1:]
    assert [float(row.split(",")[2]) for row in rows] == [1e300, 0.1, 0, 1e15]


def test_provisional_values_are_marked_in_a_column_of_their_own() -> None:
    perhaps = replace(FEBRUARY, provisional=True)
    assert _tables(calls=Series(file="c.csv", points=(JANUARY, perhaps)))["kpis/calls.csv"] == (
        "start,end,value,status\n2026-01-01,2026-01-31,4.5,\n2026-02-01,2026-02-28,-3,provisional\n"
    )
    series = Series(file="c.csv", points=(JANUARY,), groups=(Group(name="north", points=(perhaps,)),))
    assert _tables(calls=series)["kpis/calls.csv"] == (
        "start,end,value,group,status\n2026-01-01,2026-01-31,4.5,,\n2026-02-01,2026-02-28,-3,north,provisional\n"
    )
