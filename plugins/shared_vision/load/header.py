"""The names of a data file's columns."""

from shared_vision.load.findings import Findings
from shared_vision.load.quote import quote
from shared_vision.load.rows import MOST_COLUMNS
from shared_vision.model.dates import parse_period

_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright bars"}


def column_names(row: list[str], line: int, findings: Findings) -> tuple[str, ...]:
    """The names of the columns, or none where the first line cannot be one of names."""
    names = tuple(cell.strip() for cell in row)
    separator = next((mark for mark in _OTHER_SEPARATORS if len(names) == 1 and mark in row[0]), "")
    if separator:
        message = f"The columns are separated by {_OTHER_SEPARATORS[separator]}."
        remedy = "Save the file with commas between the columns and dots as decimal points."
        findings.report(line, "separator", message, remedy)
        return ()
    if parse_period(names[0]):
        message = "The first line does not name the columns."
        findings.report(line, "no-header", message, "Put a line such as date,value above it.")
        return ()
    if len(names) > MOST_COLUMNS:
        message = f"The file has {len(names):,} columns; a data file may have {MOST_COLUMNS}."
        findings.report(line, "too-large", message, "Leave out columns that no KPI needs.")
        return ()
    _check_names(names, line, findings)
    return names


def _check_names(names: tuple[str, ...], line: int, findings: Findings) -> None:
    for number, name in enumerate(names, start=1):
        if not name:
            message = f"Column {number} has no name."
            findings.report(line, "column-name", message, "Name it in the first line, or delete the column.")
        elif name in names[: number - 1]:
            message = f"Two columns have the name {quote(name)}."
            findings.report(line, "column-name", message, "Give each column a name of its own.")
