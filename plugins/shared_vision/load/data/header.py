"""The names of a data file's columns."""

import re

from shared_vision.load.data.findings import Findings
from shared_vision.load.data.numbers import parse_number
from shared_vision.load.data.rows import MOST_COLUMNS
from shared_vision.load.foreign_dates import dates_meant
from shared_vision.load.quote import quote
from shared_vision.model.dates import parse_period

_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright bars"}
_WITH_COMMAS = "the file with commas between the columns and dots as decimal points."
_USUAL = ("date", "value")
_SEP = re.compile(r"sep=.?,*", re.IGNORECASE)


def column_names(row: list[str], line: int, wanted: frozenset[str], findings: Findings) -> tuple[str, ...]:
    """The names of the columns, or none where the first line cannot be one of names."""
    names = tuple(cell.strip() for cell in row)
    if fault := _no_names(names, wanted):
        findings.report(line, *fault)
        return ()
    _check_names(names, line, findings)
    return names


def _no_names(names: tuple[str, ...], wanted: frozenset[str]) -> tuple[str, str, str] | None:
    """Code, message and remedy for a first line that does not name columns, or far too many."""
    if _SEP.fullmatch(",".join(names)):
        return "no-header", "The first line does not name the columns.", _without_sep(",".join(names))
    separator = next((mark for mark in _OTHER_SEPARATORS if len(names) == 1 and mark in names[0]), "")
    if separator:
        message = f"The columns are separated by {_OTHER_SEPARATORS[separator]}."
        return "separator", message, f"Save {_WITH_COMMAS}"
    if len(names) > MOST_COLUMNS:
        message = f"The file has {len(names):,} columns; a data file may have {MOST_COLUMNS}."
        return "too-large", message, "Leave out columns that no KPI needs."
    if parse_period(names[0]) or _are_values(names, wanted):
        return "no-header", "The first line holds values, not names.", _add_names(len(names))
    return None


def _without_sep(line: str) -> str:
    remedy = f"Delete the first line {quote(line)}; a spreadsheet wrote it."
    return remedy if line[4:5] in ("", ",") else f"{remedy} Then save {_WITH_COMMAS}"


def _add_names(columns: int) -> str:
    if columns > len(_USUAL):
        return f"Add a line above it that names the {columns} columns, such as date,value,..."
    return "Add a line date,value above it."


def _are_values(names: tuple[str, ...], wanted: frozenset[str]) -> bool:
    """Whether a date or numbers stand where names should be; several of them may be names of columns."""
    if not wanted.isdisjoint(names):
        return False
    dates = sum(1 for name in names if parse_period(name) or dates_meant(name))
    numbers = sum(1 for name in names if parse_number(name) is not None)
    return dates == 1 or (not dates and numbers > 0 and len(names) <= len(_USUAL))


def _check_names(names: tuple[str, ...], line: int, findings: Findings) -> None:
    for number, name in enumerate(names, start=1):
        if not name:
            message = f"Column {number} has no name."
            findings.report(line, "column-name", message, "Name it in the first line, or delete the column.")
        elif name in names[: number - 1]:
            message = f"Two columns have the name {quote(name)}."
            findings.report(line, "column-name", message, "Give each column a name of its own.")
