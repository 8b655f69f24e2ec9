"""The file of a sealed survey: what may be published, and nothing else."""

import csv
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import pairwise
from math import inf

from shared_vision.load.decode import decode
from shared_vision.load.quote import quote
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Place, Problem, Severity
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.survey import SEALED, Asked, Band, Group, Published


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the line it begins on."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


def read_sealed(
    content: bytes, found: LoadedRecord[Survey], partners: Collection[str]
) -> tuple[Published | None, tuple[Problem, ...]]:
    """What `vision survey seal` wrote, and what is wrong with it, or has no counterpart in the records."""
    survey = found.record
    text = decode(content, survey.data_path)
    if isinstance(text, Problem):
        return None, (text,)
    try:
        rows = _rows(text)
        return _published(rows, survey), tuple(_lost(rows, found, partners))
    except (csv.Error, KeyError, TypeError, ValueError):
        message = "The file of a sealed survey cannot be understood."
        remedy = "Bring it back as `vision survey seal` wrote it, from an earlier version."
        place = Place(path=survey.data_path)
        return None, (Problem(place=place, code="bad-seal", message=message, remedy=remedy),)


def _rows(text: str) -> list[Row]:
    reader = csv.DictReader(StringIO(text), strict=True)
    if not frozenset(SEALED).issubset(reader.fieldnames or ()):
        raise ValueError
    rows, start = [], 2
    for cells in reader:
        if None in cells or None in cells.values():  # more or fewer than the head has
            raise ValueError
        rows.append(Row(start, cells))
        start = reader.line_num + 1
    return rows


def _published(rows: list[Row], survey: Survey) -> Published:
    """What the rows say.

    Raises:
        KeyError: a column is none of ours.
        TypeError: a row is shorter than the others.
        ValueError: a figure is none, or cannot be, or there are several of one question or partner.
    """
    whole = _of(rows, "survey")
    if not whole:
        return Published(reason=Reason.FEW_ANSWERS)
    numbers, named = _numbers(survey), {_plain(theme): theme for theme in reversed(_themes(survey))}
    asked = [row for row in _of(rows, "question") if _plain(row["name"]) in numbers]
    partners = _of(rows, "partner")
    bands, means = _by(_of(rows, "band"), "name"), _by(_of(rows, "theme"), "partner")
    _once([numbers[_plain(row["name"])] for row in asked])
    _once([row["partner"] for row in partners])
    return Published(
        answered=_count(whole[0]["answers"]),
        questions=tuple(_asked(row, bands[row["name"]], numbers, survey) for row in asked),
        groups=tuple(_group(row, means[row["partner"]], named, survey) for row in partners),
        hidden=tuple(row["partner"] for row in _of(rows, "hidden")),
    )


def _lost(rows: list[Row], found: LoadedRecord[Survey], partners: Collection[str]) -> Iterator[Problem]:
    """A problem for each question, theme and partner whose results are here, but that the records lack."""
    survey, path = found.record, found.path
    themes = {_plain(theme) for theme in _themes(survey)}
    for row in _without(rows, "question", "name", _numbers(survey)):
        message = f"{path} has no question with the column {quote(_plain(row['name']))}, so it is not shown."
        yield _is_lost(survey, row, message, "Bring the question back there, or delete its rows here.")
    for row in _without(rows, "theme", "name", themes):
        message = f"{path} has no theme {quote(_plain(row['name']))}, so it is not shown by partner."
        yield _is_lost(survey, row, message, "Bring the theme back there, or change its name here, too.")
    for row in _without(rows, "partner", "partner", partners):
        name = row["partner"]
        message = f"There is no partner {quote(name)}, whose results are here."
        remedy = f"Bring back vision/partners/{name}.yml, or delete its rows here."
        yield _is_lost(survey, row, message, remedy, Severity.WARNING)


def _without(rows: list[Row], kind: str, column: str, known: Collection[str]) -> list[Row]:
    """The first row with each name that is not among those known."""
    first: dict[str, Row] = {}
    for row in _of(rows, kind):
        if _plain(row[column]) not in known:
            first.setdefault(row[column], row)
    return list(first.values())


def _is_lost(
    survey: Survey, row: Row, message: str, remedy: str, severity: Severity = Severity.ERROR
) -> Problem:
    place = Place(path=survey.data_path, line=row.line)
    return Problem(place=place, code="no-counterpart", message=message, remedy=remedy, severity=severity)


def _numbers(survey: Survey) -> dict[str, int]:
    """The numbers of the questions by the names of their columns."""
    return {
        _plain(name): number for number, question in enumerate(survey.questions) for name in question.column
    }


def _of(rows: list[Row], kind: str) -> list[Row]:
    return [row for row in rows if row["of"] == kind]


def _by(rows: list[Row], column: str) -> Mapping[str, list[Row]]:
    """The rows by what a column says; none by anything else."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def _once(names: Sequence[object]) -> None:
    if len(set(names)) < len(names):
        raise ValueError


def _asked(row: Row, rows: list[Row], numbers: Mapping[str, int], survey: Survey) -> Asked:
    bands = tuple(
        Band(low=int(one["from"]), high=int(one["to"]), count=_count(one["answers"])) for one in rows
    )
    _whole_scale(bands, survey)
    total = int(row["value"]) if row["value"] else Reason.ALIKE
    return Asked(number=numbers[_plain(row["name"])], bands=bands, total=total)


def _whole_scale(bands: Sequence[Band], survey: Survey) -> None:
    ends = [(band.low - 1, band.high) for band in bands]
    low, high = survey.scale
    gaps = any(one[1] != two[0] for one, two in pairwise(((low - 1, low - 1), *ends, (high, high))))
    if gaps or any(start >= end for start, end in ends):
        raise ValueError


def _group(row: Row, rows: list[Row], named: Mapping[str, str], survey: Survey) -> Group:
    means = {_plain(one["name"]): float(one["value"]) for one in rows}
    low, high = survey.scale
    if not all(low <= mean <= high for mean in means.values()):
        raise ValueError
    themes = {named[name]: mean for name, mean in means.items() if name in named}
    step = float(row["value"])
    if not 0 < step < inf:
        raise ValueError
    return Group(partner=row["partner"], step=step, themes=themes)


def _themes(survey: Survey) -> Sequence[str]:
    return tuple(dict.fromkeys(question.theme for question in survey.questions))


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _plain(text: str) -> str:
    """A name without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return text.removeprefix("'")
