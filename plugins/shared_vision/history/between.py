"""Two states of a whole vision compared."""

from collections.abc import Iterator, Mapping
from datetime import date

from shared_vision.history.compare import compare
from shared_vision.history.points import compare_points
from shared_vision.history.renames import pair_renamed, without_renamed
from shared_vision.model.changes import ChangeKind, DataChange, Event, RecordChange
from shared_vision.model.document import Document
from shared_vision.model.fields import KINDS
from shared_vision.model.records import Record
from shared_vision.model.series import Point, Series


def between(before: Document, after: Document, day: date, language: str = "") -> Event:
    """What is different in another state of a vision, as one step on a day."""
    changes = tuple(without_renamed(_records(before, after, language)))
    was = {change.ref: change.was for change in changes if change.was}
    return Event(commit="", day=day, records=changes, data=tuple(_data(before, after, was)))


def records_of(document: Document) -> Mapping[str, Record]:
    """Every record by its reference."""
    found: dict[str, Record] = {}
    if "vision/vision" in document.paths:
        found["vision/vision"] = document.vision
    for kind in KINDS:
        found |= {f"{kind}/{record.id}": record for record in getattr(document, kind).values()}
    return found


def _records(before: Document, after: Document, language: str) -> Iterator[RecordChange]:
    old, new = records_of(before), records_of(after)
    broken = {f"{one.kind}/{one.id}".replace("vision/index", "vision/vision") for one in after.broken}
    gone = {ref: ("", record) for ref, record in old.items() if ref not in new and ref not in broken}
    come = {ref: ("+", record) for ref, record in new.items() if ref not in old}
    renamed = pair_renamed(gone, come)
    for ref in sorted({*old, *new}):
        if ref in new and ref in old:
            if fields := compare(old[ref], new[ref], language):
                yield RecordChange(kind=ChangeKind.CHANGED, ref=ref, title=_title(new[ref]), fields=fields)
        elif ref in renamed:
            fields = compare(old[renamed[ref]], new[ref], language)
            yield RecordChange(
                kind=ChangeKind.RENAMED, ref=ref, title=_title(new[ref]), was=renamed[ref], fields=fields
            )
        elif ref in new:
            yield RecordChange(kind=ChangeKind.ADDED, ref=ref, title=_title(new[ref]))
        elif ref in broken:
            yield RecordChange(kind=ChangeKind.BROKEN, ref=ref, title=_title(old[ref]))
        elif ref not in renamed.values():
            yield RecordChange(kind=ChangeKind.REMOVED, ref=ref, title=_title(old[ref]))


def _title(record: Record) -> str:
    return record.title or record.id


def _data(before: Document, after: Document, was: Mapping[str, str]) -> Iterator[DataChange]:
    for kpi in after.kpis.values():
        old = was.get(f"kpis/{kpi.id}", f"kpis/{kpi.id}").removeprefix("kpis/")
        if old in before.kpis:
            change = compare_points(kpi, _points(before, old), _points(after, kpi.id))
            if change:
                yield change


def _points(document: Document, kpi: str) -> tuple[Point, ...]:
    series = document.series.get(kpi)
    return series.points if isinstance(series, Series) else ()
