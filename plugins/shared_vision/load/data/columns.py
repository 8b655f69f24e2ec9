"""Which columns of a data file a KPI reads."""

from shared_vision.load.data.findings import Findings
from shared_vision.load.data.source_faults import in_source
from shared_vision.load.data.table import Table
from shared_vision.load.quote import as_yaml, quote
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.nearest import nearest
from shared_vision.model.problem import Problem
from shared_vision.model.records import Kpi, Source


def columns_of(source: Source) -> dict[str, tuple[str, ...]]:
    """The columns a KPI reads, each with the place in its record that names it."""
    named = {source.date: ("source", "date"), source.value: ("source", "value")}
    if source.per:
        named[source.per] = ("source", "per")
    if source.by:
        named[source.by] = ("source", "by")
    if source.status:
        named.setdefault(source.status, ("source", "status"))
    return {
        **named,
        **{column: ("source", "where", column) for column in source.where if column not in named},
    }


def unknown_columns(kpi: LoadedRecord[Kpi], table: Table, findings: Findings) -> tuple[Problem, ...]:
    """Missing columns: the record's mistake where it names them, the file's where they are the usual ones."""
    problems = []
    for column, loc in columns_of(kpi.record.source).items():
        if column in table.wanted:
            continue
        message = f"{table.path} has no column {quote(column)}."
        if loc[1] in kpi.record.source.model_fields_set:
            remedy = _mend_record(column, loc[-1], table)
            problems.append(in_source(kpi, loc, "unknown-column", message, remedy))
        else:
            findings.report(1, "missing-column", message, _mend_file(column, table))
    return tuple(problems)


def _mend_record(column: str, key: str, table: Table) -> str:
    near = nearest(column, table.names)
    if near.casefold() == column.casefold():
        key = as_yaml(near) if key == column else f"{key}: {as_yaml(near)}"
        return f"Write {key} here, or rename the column {quote(near)} to {column}."
    return f"Did you mean {near}?" if near else _its_columns(table)


def _mend_file(column: str, table: Table) -> str:
    near = nearest(column, table.names)
    say = f"Rename the column {quote(near)}" if near else f"{_its_columns(table)} Rename one"
    return (
        f"{say} to {column}, or write `source: {{{column}: {as_yaml(near) if near else '...'}}}` in the KPI."
    )


def _its_columns(table: Table) -> str:
    return f"Its columns are {', '.join(map(quote, table.names))}."
