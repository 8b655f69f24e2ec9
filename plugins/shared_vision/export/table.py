"""The values of each KPI as CSV files for spreadsheets."""

import re
from collections.abc import Iterable, Iterator

from shared_vision.model.document import Document
from shared_vision.model.series import Point, Series
from shared_vision.model.site import Asset

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_A_NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?")


def export_tables(document: Document) -> tuple[Asset, ...]:
    """`kpis/<id>.csv` for every KPI that has values: start, end, value, the group where broken down.

    Where any value is provisional, the last column is the status.
    """
    return tuple(
        Asset(path=f"kpis/{kpi}.csv", content="".join(_lines(series)).encode())
        for kpi, series in document.series.items()
        if isinstance(series, Series)
    )


def _lines(series: Series) -> Iterator[str]:
    every = (series.points, *(group.points for group in series.groups))
    stands = any(point.provisional for points in every for point in points)
    yield f"start,end,value{',group' * bool(series.groups)}{',status' * stands}\n"
    yield from _rows(series.points, "," * bool(series.groups), stands=stands)
    for group in series.groups:
        yield from _rows(group.points, f",{cell(group.name)}", stands=stands)


def _rows(points: Iterable[Point], group: str, *, stands: bool) -> Iterator[str]:
    said = {True: ",provisional", False: ","} if stands else {True: "", False: ""}
    for point in points:
        yield f"{_values(point)}{group}{said[point.provisional]}\n"


def _values(point: Point) -> str:
    return f"{point.start},{point.end},{_number(point.value)}"


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def cell(text: str) -> str:
    """A text as one CSV cell that no spreadsheet takes for a formula: an apostrophe keeps it text.

    A number is none, whatever its sign.
    """
    is_formula = text.lstrip(" ").startswith(_FORMULA) and not _A_NUMBER.fullmatch(text)
    safe = f"'{text}" if is_formula else text
    if any(sign in safe for sign in ',"\r\n'):
        return '"' + safe.replace('"', '""') + '"'
    return safe
