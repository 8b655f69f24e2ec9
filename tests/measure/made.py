"""KPIs and series made of plain numbers."""

from datetime import date

from shared_vision.measure.rows import Row, row_of
from shared_vision.model.records import Kpi
from shared_vision.model.series import Point, Series
from some_points import in_a_row

FIRST = date(2022, 1, 1)


def kpi(**fields: object) -> Kpi:
    """A monthly KPI where more is better."""
    return Kpi.model_validate(
        {"id": "waits", "title": "Waits", "direction": "increase", "frequency": "monthly", **fields}
    )


def points(values: list[float], without: tuple[int, ...] = ()) -> tuple[Point, ...]:
    """A value for each month from January 2022 on, some left out."""
    kept = [None if place in without else value for place, value in enumerate(values)]
    return in_a_row(kept, first=FIRST)


def row(values: list[float], without: tuple[int, ...] = (), **fields: object) -> Row:
    """The row of such values."""
    found = row_of(kpi(**fields), Series(file="waits.csv", points=points(values, without)))
    assert isinstance(found, Row)
    return found
