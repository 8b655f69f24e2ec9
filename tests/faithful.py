"""What must hold of each reading, whatever was read; every judge here reads the files in a way of its own."""

import csv
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from io import StringIO
from math import isclose
from typing import Any

import yaml
from pydantic import BaseModel

from shared_vision.load.record.folders import find_records
from shared_vision.load.record.records import load_records
from shared_vision.model.by_language import Translated
from shared_vision.model.dates import Duration
from shared_vision.model.document import Document
from shared_vision.model.problem import Problem, Severity
from shared_vision.model.reason import Reason
from shared_vision.model.series import Series
from shared_vision.model.survey import Published, Responses
from shared_vision.read import read

Sources = Mapping[str, bytes]
Span = tuple[date, date]
_LINE_END = re.compile(r"\r\n?|\n")


def faithful(sources: Sources, language: str = "") -> Document:
    """The document that the files say, after everything that must hold of it was looked at."""
    document = read(sources, language)
    for problem in document.problems:
        helpful(problem, sources)
    _none_is_lost(document, sources)
    for kind, found in load_records(sources, language).records.items():
        for one in found:
            assert one.record.id == ("vision" if kind == "vision" else one.path.split("/")[-1][:-4])
            as_written(one.record, sources[one.path])
    return document


def helpful(problem: Problem, sources: Sources) -> None:
    """A problem says in one line where it is, what is wrong and what to do."""
    place = problem.place
    assert place.path in sources or problem.code == "missing-vision", problem
    text = sources.get(place.path, b"").decode("utf-8-sig", "replace")
    assert 0 <= place.line <= max(len(text.splitlines()), 1), problem
    assert place.line or not place.column, problem
    assert place.column <= max(map(len, _LINE_END.split(text))) + 1, problem
    assert problem.message, problem
    assert problem.remedy, problem
    assert re.fullmatch(r"[a-z][a-z0-9-]+", problem.code), problem
    assert not _LINE_END.search(problem.message + problem.remedy), problem


def _none_is_lost(document: Document, sources: Sources) -> None:
    """Each record is in the document, or a broken one, or has an error that says why it is neither."""
    wrong = {one.place.path for one in document.problems if one.severity is Severity.ERROR}
    there = {*document.paths.values(), *(one.path for one in document.broken)}
    for file in find_records(sources)[0]:
        assert file.path in there | wrong, file
    for path in document.paths.values():
        kind, _, name = path.removeprefix("vision/").partition("/")
        assert kind == "vision.yml" or name[:-4] in getattr(document, kind) or path in wrong, path
    for one in document.broken:
        assert one.path in wrong, one


class _Texts(yaml.BaseLoader):
    """Reads every value as text, and no key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
        keys = [key.value for key, _ in node.value]
        assert len(set(map(str, keys))) == len(keys), keys
        return super().construct_mapping(node, deep)


def as_written(record: BaseModel, content: bytes) -> None:
    """Every value of a record is what its file says when all that is read from it is text."""
    try:
        written = yaml.load(content.decode("utf-8-sig"), _Texts)  # noqa: S506 (it makes texts alone)
    except yaml.YAMLError:
        return  # libyaml reads some texts that the other one does not
    assert record.model_fields_set - {"id"} == set(written), (record, written)
    for key, value in written.items():
        assert _is(getattr(record, key), value), (key, getattr(record, key), value)


def _is(value: Any, written: Any) -> bool:
    match value:
        case Translated() if isinstance(written, dict):
            return dict(value.texts) == {key: text.strip() for key, text in written.items()}
        case tuple():
            entries = [written] if isinstance(written, str) else written
            return len(value) == len(entries) and all(map(_is, value, entries))
        case Mapping():
            keys = [key.strip() for key in written]
            return [*value] == keys and all(map(_is, value.values(), written.values()))
        case BaseModel() if isinstance(written, str):
            return value.model_dump(exclude_unset=True) == {"id": written}
        case BaseModel():
            return value.model_fields_set == set(written) and all(
                _is(getattr(value, key), inner) for key, inner in written.items()
            )
    return isinstance(written, str) and _is_scalar(value, written)


def _is_scalar(value: Any, written: str) -> bool:
    match value:
        case None | bool():
            return written.lower() in ({"", "~", "null"} if value is None else {str(value).lower()})
        case Enum():
            return bool(value.value == written)
        case str():
            return value == written.strip()
        case int() | float():
            return bool(value == type(value)(_number(written)))
        case date():
            return value.isoformat() == written
    return bool(value == _duration(written))


def _number(written: str) -> int | float:
    if re.fullmatch(r"[-+]?[0-9]+", written):
        return int(written)
    return int(written, 0) if written[:2] in {"0o", "0x"} else float(written)


def _duration(written: str) -> Duration:
    assert written.startswith("P")
    parts = {unit: int(number) for number, unit in re.findall(r"([0-9]+)([YMWD])", written)}
    return Duration(12 * parts.get("Y", 0) + parts.get("M", 0), 7 * parts.get("W", 0) + parts.get("D", 0))


def values_as_written(document: Document, kpi: str, content: bytes) -> None:
    """Every value of a KPI follows from its file, and every row is in one; or a line is to blame."""
    record, series = document.kpis[kpi], document.series[kpi]
    path = record.data_path
    if series is Reason.BAD_DATA:
        blamed = {path, document.paths[f"kpis/{kpi}"]}
        assert any(one.place.path in blamed and one.severity is Severity.ERROR for one in document.problems)
        return
    groups = _expected(content.decode("utf-8-sig"), record.source, record.frequency)
    found: dict[str, Any] = (
        {"": series.points, **{one.name: one.points for one in series.groups}}
        if isinstance(series, Series)
        else {}
    )
    for name, expected in groups.items():
        given = {(point.start, point.end): point.value for point in found.pop(name, ())}
        assert given.keys() == expected.keys(), (name, given, expected)
        for span, value in expected.items():
            assert isclose(given[span], value, rel_tol=1e-9, abs_tol=1e-300), (span, given[span], value)
    assert not any(found.values()), found


def _expected(text: str, source: Any, frequency: str) -> Mapping[str, Mapping[Span, float]]:
    """The values of each group, reckoned with fractions."""
    head, *rows = (
        row
        for row in csv.reader(StringIO(text, newline=""), strict=True)
        if len(row) > 1 or (row and row[0].strip())
    )
    names = [name.strip() for name in head]
    cells: dict[str, dict[Span, list[tuple[Span, Fraction, Fraction]]]] = {}
    for row in rows:
        assert len(row) == len(names), row
        cell = {name: one.strip() for name, one in zip(names, row, strict=True)}
        if not all(cell[key] in _allowed(wanted) for key, wanted in source.where.items()):
            continue
        written = _span(cell[source.date])
        value, per = cell[source.value], cell[source.per] if source.per else "1"
        if value and per:
            counted = Fraction(1) if source.aggregate == "count" else _fraction(value)
            among = cells.setdefault(cell[source.by] if source.by else "", {})
            among.setdefault(_period(written, frequency), []).append((written, counted, _fraction(per)))
    if "" not in cells:
        named, cells[""] = [*cells.values()], {}
        for group in named:
            for span, some in group.items():
                cells[""].setdefault(span, []).extend(some)
    return {name: _reckoned(spans, source) for name, spans in cells.items()}


def _allowed(wanted: object) -> Sequence[str]:
    return wanted if isinstance(wanted, tuple) else ("" if wanted is None else str(wanted),)


def _fraction(cell: str) -> Fraction:
    assert re.fullmatch(r"[-+0-9.eE]+", cell), cell
    return Fraction(float(cell))


def _reckoned(
    spans: Mapping[Span, list[tuple[Span, Fraction, Fraction]]], source: Any
) -> Mapping[Span, float]:
    found = {}
    for span, some in spans.items():
        values = sorted(value for _, value, _ in some)
        divisor = sum(per for _, _, per in some) if source.per else Fraction(1)
        last = max(some, key=lambda one: one[0][::-1])[1]
        match source.aggregate:
            case "mean":
                value = sum(values, Fraction(0)) / len(values)
            case "median":
                value = (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2
            case "last" | "min" | "max":
                value = {"last": last, "min": values[0], "max": values[-1]}[source.aggregate]
            case None if not source.per:
                assert len(some) == 1, some
                value = values[0]
            case _:
                value = sum(values, Fraction(0))
        if divisor:
            found[span] = float(Fraction(source.scale) * value / divisor)
    return found


def _span(cell: str) -> Span:
    """First and last day of a date in one of its five forms."""
    if match := re.fullmatch(r"([0-9]{4})-W([0-9]{2})", cell):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(days=6)
    if match := re.fullmatch(r"([0-9]{4})-Q([1-4])", cell):
        year, quarter = int(match[1]), int(match[2])
        return date(year, 3 * quarter - 2, 1), _before(year, 3 * quarter + 1)
    assert re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", cell), cell
    year, *others = map(int, cell.split("-"))
    if len(others) == 2:
        return date(year, *others), date(year, *others)
    return (
        (date(year, others[0], 1), _before(year, others[0] + 1))
        if others
        else (date(year, 1, 1), _before(year, 13))
    )


def _before(year: int, month: int) -> date:
    """The last day before a month begins."""
    return date(year + month // 13, (month - 1) % 12 + 1, 1) - timedelta(days=1)


def _period(written: Span, frequency: str) -> Span:
    """The period that a date falls into: that of its Thursday, where it is a week."""
    start, end = written
    day = start + timedelta(days=3) if end - start == timedelta(days=6) else start
    months = {"monthly": 1, "quarterly": 3, "yearly": 12}.get(frequency)
    if months:
        first = (day.month - 1) // months * months + 1
        return date(day.year, first, 1), _before(day.year, first + months)
    if frequency == "weekly":
        monday = day - timedelta(days=day.isoweekday() - 1)
        return monday, monday + timedelta(days=6)
    return written


def answers_as_written(document: Document, survey: str, content: bytes) -> None:
    """The answers to each question are those in its column, if it is called by its whole name."""
    record, found = document.surveys[survey], document.answers[survey]
    if isinstance(found, Published):
        return
    if not isinstance(found, Responses):
        wrong = {one.place.path for one in document.problems}
        assert {record.data_path, document.paths[f"surveys/{survey}"]} & wrong
        return
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows = list(csv.reader(StringIO(text), delimiter=delimiter, strict=True))
    rows = [[" ".join(cell.split()) for cell in row] for row in rows if any(cell.strip() for cell in row)]
    for number, question in enumerate(record.questions):
        columns = [rows[0].index(name) for name in question.column if name in rows[0]]
        if record.header_rows == 1 and not record.answers and len(columns) == len(question.column):
            cells = [_first(row, columns) for row in rows[1:]]
            given = [int(float(cell)) for cell in cells if re.fullmatch(r"-?[0-9.]+", cell)]
            low, high = record.scale
            assert len(given) + sum(not re.search("[0-9]", cell) for cell in cells) == len(cells), cells
            assert found.whole[number] == tuple(given.count(value) for value in range(low, high + 1)), cells


def _first(row: Sequence[str], columns: Sequence[int]) -> str:
    return next((row[column] for column in columns if column < len(row) and row[column]), "")
