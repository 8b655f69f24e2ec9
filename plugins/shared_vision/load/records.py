"""Every record file of a vision, read or refused."""

from collections.abc import Mapping
from typing import Any

from shared_vision.load.decode import decode, turns
from shared_vision.load.events import Tree, read_tree
from shared_vision.load.folders import RecordFile, find_records
from shared_vision.load.validate import MODELS, Known, validate
from shared_vision.model.document import BrokenRecord
from shared_vision.model.loaded import Loaded, LoadedRecord
from shared_vision.model.problem import Problem, Severity

_MOST_PROBLEMS = 100
"""For one file, and one more so that others see that it goes on; so many have one cause."""


def load_records(sources: Mapping[str, bytes]) -> Loaded:
    """The records below vision/ with their places, and everything wrong with them; never raises."""
    files, problems = find_records(sources)
    known = {kind: {file.id for file in files if file.kind == kind} for kind in MODELS}
    records: dict[str, list[LoadedRecord[Any]]] = {kind: [] for kind in MODELS}
    broken: list[BrokenRecord] = []
    for file in files:
        record, found = _load(file, sources[file.path], known)
        problems += found
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
    )


def _load(
    file: RecordFile, content: bytes, known: Known
) -> tuple[LoadedRecord[Any] | None, tuple[Problem, ...]]:
    named = (file.problem,) if file.problem else ()
    text = decode(content, file.path)
    if isinstance(text, Problem):
        return None, (*named, text)
    record, problems = _parse(file, text, known)
    found = (*named, *turns(text, file.path), *problems)[: _MOST_PROBLEMS + 1]
    return (None if any(problem.severity is Severity.ERROR for problem in found) else record), found


def _parse(file: RecordFile, text: str, known: Known) -> tuple[LoadedRecord[Any] | None, tuple[Problem, ...]]:
    tree = read_tree(text, file.path)
    if not isinstance(tree, Tree):
        return None, tree
    found = validate(tree, file, known, most=_MOST_PROBLEMS + 1)
    if isinstance(found, tuple):
        return None, (*tree.problems, *found)
    return LoadedRecord(record=found, path=file.path, spot=tree.spot), tree.problems


def _one_each(broken: list[BrokenRecord], taken: set[tuple[str, str]]) -> tuple[BrokenRecord, ...]:
    """Broken records in order, without those in whose place there is another record."""
    by_id: dict[tuple[str, str], BrokenRecord] = {}
    for record in broken:
        if (record.kind, record.id) not in taken:
            by_id.setdefault((record.kind, record.id), record)
    return tuple(by_id[key] for key in sorted(by_id))
