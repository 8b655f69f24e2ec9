"""The values of each KPI as CSV files for spreadsheets."""

from collections.abc import Iterator

from shared_vision.model.document import Document
from shared_vision.model.series import Point, Series
from shared_vision.model.site import Asset

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def export_tables(document: Document) -> tuple[Asset, ...]:
    """`kpis/<id>.csv` for every KPI that has values: start, end, value, then the group where broken down."""
    return tuple(
        Asset(path=f"kpis/{kpi}.csv", content="".join(_lines(series)).encode())
        for kpi, series in document.series.items()
        if isinstance(series, Series)
    )


def _lines(series: Series) -> Iterator[str]:
    if not series.groups:
        yield "start,end,value\n"
        yield from (f"{_values(point)}\n" for point in series.points)
        return
    yield "start,end,value,group\n"
    yield from (f"{_values(point)},\n" for point in series.points)
    for group in series.groups:
        name = cell(group.name)
        yield from (f"{_values(point)},{name}\n" for point in group.points)


def _values(point: Point) -> str:
    return f"{point.start},{point.end},{_number(point.value)}"


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def cell(text: str) -> str:
    """A text as one CSV cell that no spreadsheet takes for a formula: an apostrophe keeps it text."""
    safe = f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
    if any(sign in safe for sign in ',"\r\n'):
        return '"' + safe.replace('"', '""') + '"'
    return safe
