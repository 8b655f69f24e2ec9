"""Which rows of an indicator's data file are one series for the whole country."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from shared_vision.importers.sdg_config import Indicator, Series
from shared_vision.importers.sdg_table import PROGRESS, SERIES, UNITS, VALUE, YEAR, Table, is_number

_ASIDE = frozenset((YEAR, VALUE, PROGRESS, SERIES, UNITS, "GeoCode"))
_REMARKS = ("COMMENT_", "SOURCE_DETAIL", "OBS_")
_PLACE = "Geography"
_WHOLE = re.compile(r"(?:Total|All|Both)\b")
_MOST_SERIES = 12

Row = tuple[str, ...]


class NoSeriesError(Exception):
    """No rows are a series for the whole country; says why in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The rows of a series: the conditions they meet, their column of values, their unit."""

    where: Mapping[str, str | None]
    value: str
    unit: str


def split_series(table: Table, indicator: Indicator, series: Series) -> tuple[Series, ...]:
    """The series of a configuration that names none although the file has several."""
    rows = _national(table, _select(table, series), indicator)
    told = dict(series.parts)
    several = [name for name in (SERIES, UNITS) if name not in told and len(_values(table, name, rows)) > 1]
    loose = [name for name in _breakdown(table) if len(_values(table, name, rows)) > 1]
    if len(loose) > 1 or not several + loose:
        return (series,)
    if several == [SERIES, UNITS] and len(_each(table, rows, series, [SERIES])) == len(
        _each(table, rows, series, several)
    ):
        several = [SERIES]
    return _each(table, rows, series, several + loose)


def find_rows(table: Table, indicator: Indicator, series: Series) -> Found:
    """The rows that a series stands for: what it names is equal, every other breakdown is blank."""
    rows = _select(table, series)
    if not rows:
        raise NoSeriesError(_nothing(table, series))
    where: dict[str, str | None] = dict(series.parts)
    rows = _national(table, rows, indicator)
    for name in (*_breakdown(table), SERIES, UNITS):
        if name in table.columns and name not in where:
            where |= _condition(table, name, rows)
    value = PROGRESS if PROGRESS in table.columns and _numbers(table, PROGRESS, rows) else VALUE
    _refuse_no_series(table, value, rows)
    units = _values(table, UNITS, rows) if UNITS in table.columns else ()
    return Found(where=where, value=value, unit=units[0] if units else "")


def has_values(table: Table) -> bool:
    """Whether there is any number in a file."""
    return any(map(is_number, table.cells(VALUE, table.rows)))


def _select(table: Table, series: Series) -> list[Row]:
    rows = list(table.rows)
    for name, value in series.parts:
        if name not in table.columns:
            return []
        index = table.columns.index(name)
        rows = [row for row in rows if row[index] == value]
    return rows


def _nothing(table: Table, series: Series) -> str:
    for name, value in series.parts:
        if name not in table.columns:
            return f"The data have no column {name!r}."
        if value not in table.cells(name, table.rows):
            return f"The data have no {name} {value!r}."
    return "No row of the data is of this series."


def _national(table: Table, rows: list[Row], indicator: Indicator) -> list[Row]:
    """The rows without any breakdown, else those that say that they are for the whole."""
    for name in _breakdown(table):
        index, values = table.columns.index(name), _values(table, name, rows)
        if len(values) > 1 and (chosen := _whole(name, values, indicator)) is not None:
            rows = [row for row in rows if row[index] == chosen]
    return rows


def _whole(name: str, values: tuple[str, ...], indicator: Indicator) -> str | None:
    if "" in values:
        return ""
    if name == _PLACE and indicator.coverage in values:
        return indicator.coverage
    totals = [value for value in values if _WHOLE.match(value)]
    return totals[0] if len(totals) == 1 else None


def _breakdown(table: Table) -> Iterator[str]:
    return (name for name in table.columns if name not in _ASIDE and not name.startswith(_REMARKS))


def _values(table: Table, name: str, rows: list[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(table.cells(name, rows))) if name in table.columns else ()


def _condition(table: Table, name: str, rows: list[Row]) -> dict[str, str | None]:
    values = _values(table, name, rows)
    if len(values) > 1:
        raise NoSeriesError(f"The data have several values of {name} and none for the whole.")
    if name in (SERIES, UNITS) and len(set(table.cells(name, table.rows))) == 1:
        return {}
    return {name: values[0] or None}


def _numbers(table: Table, name: str, rows: list[Row]) -> list[str]:
    """The years that have a number in a column."""
    index, year = table.columns.index(name), table.columns.index(YEAR)
    return [row[year][:4] for row in rows if is_number(row[index])]


def _refuse_no_series(table: Table, value: str, rows: list[Row]) -> None:
    years = Counter(_numbers(table, value, rows))
    if not years:
        raise NoSeriesError("The data have no values for it.")
    year, count = years.most_common(1)[0]
    if count > 1:
        raise NoSeriesError(f"The data have {count} values for {year}.")


def _each(table: Table, rows: list[Row], series: Series, names: list[str]) -> tuple[Series, ...]:
    columns = [table.columns.index(name) for name in names]
    told = tuple(dict.fromkeys(tuple(row[column] for column in columns) for row in rows))
    if len(told) > _MOST_SERIES:
        return (series,)
    return tuple(_told(series, dict(zip(names, values, strict=True))) for values in told)


def _told(series: Series, values: dict[str, str]) -> Series:
    return replace(
        series,
        series=values.pop(SERIES, series.series),
        unit=values.pop(UNITS, series.unit),
        breakdown=(*series.breakdown, *((name, value) for name, value in values.items() if value)),
    )
