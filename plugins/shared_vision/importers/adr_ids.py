"""The ids of decisions, with the links by which one replaces another."""

from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname

from shared_vision.importers.adr_links import resolve
from shared_vision.importers.adr_source import Source
from shared_vision.importers.adr_status import superseded_by, supersedes
from shared_vision.importers.imported import LeftOut
from shared_vision.importers.short import shorten

_LONGEST = 64


def decision_ids(records: Sequence[Source]) -> Mapping[str, str]:
    """The id of each record by path: its file's name without the number, made unique."""
    ids: dict[str, str] = {}
    for record in records:
        taken = set(ids.values())
        ids[record.path] = next(name for name in _names(record) if name not in taken)
    return ids


def replaced_records(records: Sequence[Source]) -> tuple[Mapping[str, tuple[str, ...]], tuple[LeftOut, ...]]:
    """The paths that each record replaces, whichever of the two says so; the links that lead nowhere."""
    replaced: dict[str, dict[str, None]] = {}
    left_out = []
    for record, target, is_newer in _links(records):
        other = _find(records, record, target)
        if not other:
            reason = f"The record {shorten(target, 60)} that it names is not here."
            left_out.append(LeftOut(path=record.path, what="a link", reason=reason))
        elif is_newer:
            replaced.setdefault(record.path, {})[other] = None
        else:
            replaced.setdefault(other, {})[record.path] = None
    return {path: tuple(others) for path, others in replaced.items()}, tuple(left_out)


def _names(record: Source) -> Iterator[str]:
    name = _cut("-".join(record.words), _LONGEST) or f"adr-{record.number}"
    yield name
    if record.number:
        yield f"{_cut(name, _LONGEST - 6)}-{record.number}"
    number = 1
    while True:
        number += 1
        yield f"{_cut(name, _LONGEST - 6)}-{number}"


def _cut(slug: str, room: int) -> str:
    return slug if len(slug) <= room else slug[: room + 1].rpartition("-")[0] or slug[:room]


def _links(records: Sequence[Source]) -> Iterator[tuple[Source, str, bool]]:
    """Each link with its record, and whether that is the newer one."""
    for record in records:
        yield from ((record, target, True) for target in supersedes(record.parsed.status))
        yield from ((record, target, False) for target in superseded_by(record.parsed.status))


def _find(records: Sequence[Source], record: Source, target: str) -> str:
    """The path of the record that a link or a number names; of several with a number the nearest."""
    others = [other for other in records if other.path != record.path]
    if not target.isdigit():
        place = resolve(record.path, target)
        return next((other.path for other in others if other.path == place), "")
    fitting = [other for other in others if other.number and int(other.number) == int(target)]
    fitting.sort(key=lambda other: dirname(other.path) != dirname(record.path))
    return fitting[0].path if fitting else ""
