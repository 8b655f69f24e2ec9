"""What is wrong with data files beside what is in them: nothing uses one, two are one to many computers."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

from shared_vision.load.quote import quote
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Place, Problem, Severity
from shared_vision.model.records import Kpi

FOLDER = "kpi_data/"
SURVEYS = "kpi_data/surveys/"
_LONGEST_PATH = 200


def file_problems(
    kpis: Sequence[LoadedRecord[Kpi]], used: Collection[str], sources: Iterable[str]
) -> tuple[Problem, ...]:
    """A problem for each file that some computers take for another, a warning for each without a KPI.

    None is called unused where a broken KPI may be the one that reads it.
    """
    paths, read = sorted(sources), {kpi.path for kpi in kpis}
    data = [path for path in paths if _is_data(path)]
    twins = tuple(_twins(data))
    is_broken = any(
        path.startswith("vision/kpis/") and path.endswith(".yml") and path not in read for path in paths
    )
    told = {problem.place.path for problem in twins}
    unused = () if is_broken else tuple(path for path in data if path not in used and path not in told)
    return (*twins, *map(_unused, unused))


def _is_data(path: str) -> bool:
    name = path.rpartition("/")[2]
    return path.startswith(FOLDER) and not name.startswith(".") and name != "README.md"


def _twins(paths: Iterable[str]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: (path != path.lower(), path)):
        other = first.setdefault(unicodedata.normalize("NFKC", path).casefold(), path)
        if other != path:
            yield Problem(
                place=Place(path=path),
                code="same-file",
                message=f"Many computers cannot tell this file from {quote(other, _LONGEST_PATH)}.",
                remedy="Rename or delete one of them: names must differ in more than capitals.",
            )


def _unused(path: str) -> Problem:
    if not path.endswith(".csv"):
        message, remedy = (
            "Only .csv files are read, so this file is not used.",
            "Save it as CSV, or delete it.",
        )
    elif path.startswith(SURVEYS):
        message, remedy = "No survey uses this file.", "Name it in a survey as `file: ...`, or delete it."
    else:
        message, remedy = "No KPI uses this file.", "Name it in a KPI as `source: {file: ...}`, or delete it."
    return Problem(
        place=Place(path=path),
        code="unused-data",
        message=message,
        remedy=remedy,
        severity=Severity.WARNING,
    )
