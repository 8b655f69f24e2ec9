"""Every record file of a vision, read or refused."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from shared_vision.load.decode import decode, turns
from shared_vision.load.record.folders import RecordFile, find_records
from shared_vision.load.record.mistake import Known
from shared_vision.load.record.translations import lacking
from shared_vision.load.record.validate import MODELS, validate
from shared_vision.load.yaml_text.events import Tree, read_tree
from shared_vision.model.by_language import Reader
from shared_vision.model.document import BrokenRecord
from shared_vision.model.loaded import Loaded, LoadedRecord, Remains
from shared_vision.model.problem import Problem, Severity
from shared_vision.model.records import Record

_MOST_PROBLEMS = 100
"""For one file, and one more so that others see that it goes on; so many have one cause."""


class _Reading(NamedTuple):
    """What one file gave: its record, or what remains of it; nothing where it is not YAML."""

    problems: tuple[Problem, ...]
    record: LoadedRecord[Any] | None = None
    remains: Remains | None = None


def load_records(sources: Mapping[str, bytes], language: str = "") -> Loaded:
    """The records below vision/ with their places, and everything wrong with them; never raises.

    `language` is the main one: texts given in several are read in that.
    """
    files, problems = find_records(sources)
    known = {kind: {file.id for file in files if file.kind == kind} for kind in MODELS}
    records: dict[str, list[LoadedRecord[Any]]] = {kind: [] for kind in MODELS}
    broken: list[BrokenRecord] = []
    remains: list[Remains] = []
    for file in files:
        found, record, rest = _load(file, sources[file.path], known, Reader(language))
        problems += found
        remains += [rest] if rest else []
        if record:
            records[file.kind].append(record)
        else:
            broken.append(BrokenRecord(kind=file.kind, id=file.id, path=file.path, problems=found))
    taken = {(kind, one.record.id) for kind, found in records.items() for one in found}
    return Loaded(
        records={
            kind: tuple(sorted(found, key=lambda one: one.record.id)) for kind, found in records.items()
        },
        broken=_one_each(broken, taken),
        problems=tuple(sorted(problems, key=lambda problem: problem.order)),
        remains=tuple(remains),
    )


def load_one(path: str, content: bytes, language: str = "") -> Record | None:
    """The record in a single file, as it may have been long ago; None where it has a mistake."""
    files, _ = find_records([path])
    reading = _load(files[0], content, {}, Reader(language)) if files else None
    return reading.record.record if reading and reading.record else None


def _load(file: RecordFile, content: bytes, known: Known, reader: Reader) -> _Reading:
    named = (file.problem,) if file.problem else ()
    text = decode(content, file.path)
    if isinstance(text, Problem):
        return _Reading((*named, text))
    tree = read_tree(text, file.path)
    if not isinstance(tree, Tree):
        # a file that is only misplaced, with nothing in it, has one problem
        empty = named and all(problem.code == "empty-file" for problem in tree)
        return _Reading(named if empty else (*named, *turns(text, file.path), *tree)[: _MOST_PROBLEMS + 1])
    result = validate(tree, file, known, reader, most=_MOST_PROBLEMS + 1)
    record = None if isinstance(result, tuple) else result
    mistakes = result if isinstance(result, tuple) else ()
    if record and reader.lacking:
        mistakes = tuple(
            lacking(LoadedRecord(record=record, path=file.path, spot=tree.spot), reader.language)
        )
    found = (*named, *turns(text, file.path), *tree.problems, *mistakes)[: _MOST_PROBLEMS + 1]
    if record and all(problem.severity is not Severity.ERROR for problem in found):
        return _Reading(found, record=LoadedRecord(record=record, path=file.path, spot=tree.spot))
    remains = Remains(path=file.path, spot=tree.spot, kind=file.kind, id=file.id, values=tree.value)
    return _Reading(found, remains=remains)


def _one_each(broken: list[BrokenRecord], taken: set[tuple[str, str]]) -> tuple[BrokenRecord, ...]:
    """Broken records in order, without those in whose place there is another record."""
    by_id: dict[tuple[str, str], BrokenRecord] = {}
    for record in broken:
        if (record.kind, record.id) not in taken:
            by_id.setdefault((record.kind, record.id), record)
    return tuple(by_id[key] for key in sorted(by_id))
