"""From data files to the values of each KPI."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from shared_vision.load.data.columns import columns_of
from shared_vision.load.data.findings import Findings
from shared_vision.load.data.folder import FOLDER, SURVEYS, file_problems
from shared_vision.load.data.source_faults import source_problems
from shared_vision.load.data.standing import USUAL
from shared_vision.load.data.table import read_table
from shared_vision.load.data.values import Values, read_values
from shared_vision.model.loaded import LoadedRecord, Spot
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.problem import Place, Problem, Severity
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.series import Point, Series

Kpis = Sequence[LoadedRecord[Kpi]]
Loading = tuple[dict[str, Series | Reason], tuple[Problem, ...]]


def load_series(kpis: Kpis, sources: Mapping[str, bytes], others: Collection[str] = ()) -> Loading:
    """The series of each KPI by its id, or why it has none, with the problems of all data files.

    Each file is read once for all KPIs that use it, one file after the other. `others` are the files of
    surveys: no KPI reads one, nor any below kpi_data/surveys/, since it would publish single answers.
    """
    readers: dict[str, list[LoadedRecord[Kpi]]] = {}
    found: dict[str, Series | Reason] = {}
    for kpi in kpis:
        if kpi.record.source.computed:
            found[kpi.record.id] = Reason.NO_DATA  # until it is worked out, from all the records
            continue
        readers.setdefault(kpi.record.data_path, []).append(kpi)
    problems = [problem for kpi in kpis for problem in source_problems(kpi)]
    for path, users in readers.items():
        if path in others or path.startswith(SURVEYS):
            values, of_file = _not_to_be_read(users)
        elif path in sources:
            values, of_file = _read_file(users, path, sources[path])
        else:
            values, of_file = _missing_file(users, path, sources)
        found.update(values)
        problems.extend(of_file)
    of_folder = file_problems(kpis, {*readers, *others}, sources)
    return {kpi.record.id: found[kpi.record.id] for kpi in kpis}, (*dict.fromkeys(problems), *of_folder)


def load_points(kpi: Kpi, content: bytes) -> tuple[Point, ...]:
    """The values of a KPI in a single file, as it may have been long ago; none where it has a mistake."""
    path = kpi.data_path
    if path.startswith(SURVEYS):
        return ()
    values, _ = _read_file([LoadedRecord(record=kpi, path="", spot=_NOWHERE)], path, content)
    series = values[kpi.id]
    return series.points if isinstance(series, Series) else ()


_NOWHERE = Spot(0, 0, 0, 0)


def _read_file(kpis: Kpis, path: str, content: bytes) -> Loading:
    findings = Findings(path)
    wanted = frozenset((USUAL, *(column for kpi in kpis for column in columns_of(kpi.record.source))))
    table = read_table(content, wanted, findings)
    whole = findings.errors == 0
    values = {kpi.record.id: read_values(kpi, table, findings) if table else _NOTHING for kpi in kpis}
    if table and not table.lines and whole:
        findings.warn(_no_rows(path))
    series = {id_: value.series if whole else Reason.BAD_DATA for id_, value in values.items()}
    return series, (
        *(problem for value in values.values() for problem in value.problems),
        *findings.problems(),
    )


_NOTHING = Values(Reason.BAD_DATA)


def _no_rows(path: str) -> Problem:
    return Problem(
        place=Place(path=path),
        code="no-data",
        message="The file has no rows yet.",
        remedy="Add a row for each date that has a value.",
        severity=Severity.WARNING,
    )


def _not_to_be_read(kpis: Kpis) -> Loading:
    problems = tuple(
        Problem(
            place=kpi.place("source", "file"),
            code="answers-of-a-survey",
            message="This file belongs to a survey: as a KPI's values single answers would be published.",
            remedy="Write `source: {computed: satisfaction}` or `engagement`, or name another file.",
            field="source.file",
        )
        for kpi in kpis
    )
    return {kpi.record.id: Reason.BAD_DATA for kpi in kpis}, problems


def _missing_file(kpis: Kpis, path: str, sources: Iterable[str]) -> Loading:
    problems = tuple(
        _no_such_file(kpi, path, sources) if kpi.record.source.file else _no_file_yet(kpi, path)
        for kpi in kpis
    )
    return {kpi.record.id: Reason.NO_DATA for kpi in kpis}, problems


def _no_such_file(kpi: LoadedRecord[Kpi], path: str, sources: Iterable[str]) -> Problem:
    present = [other.removeprefix(FOLDER) for other in sources if other.startswith(FOLDER)]
    return Problem(
        place=kpi.place("source", "file"),
        code="missing-file",
        message=f"There is no file {path}.",
        remedy=did_you_mean(path.removeprefix(FOLDER), present, "Add the file, or name one that is there."),
        field="source.file",
    )


def _no_file_yet(kpi: LoadedRecord[Kpi], path: str) -> Problem:
    source = kpi.record.source
    return Problem(
        place=kpi.place(),
        code="no-data",
        message=f"This KPI has no data yet: there is no file {path}.",
        remedy=f"Add the file with the columns {source.date} and {source.value}.",
        severity=Severity.WARNING,
    )
