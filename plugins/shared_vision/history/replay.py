"""From the steps of the past to what they changed, in the terms of the records."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from shared_vision.history.compare import compare
from shared_vision.history.points import compare_points
from shared_vision.history.renames import pair_renamed, without_renamed
from shared_vision.history.wordings import Wordings
from shared_vision.model.changes import ChangeKind, DataChange, Event, History, RecordChange
from shared_vision.model.log import FileChange, Gap, Log, Step
from shared_vision.model.records import Decision, DecisionStatus, Kpi, Record, Survey
from shared_vision.model.series import Point

_DATA = "kpi_data/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How old files are read.

    `record` gives the record in a file of a path, or None where it cannot be read; `points` a KPI's
    values in a data file, none where they cannot; `language` is the main one; `partners` maps mail
    domains to partners' ids.
    """

    record: Callable[[str, bytes], Record | None]
    points: Callable[[Kpi, bytes], tuple[Point, ...]]
    language: str = ""
    partners: Mapping[str, str] = field(default_factory=dict)


def replay(log: Log, reader: Reader) -> History:
    """Every change since the first step; where more was before that, the first step is no change."""
    state = _State(log.contents, reader)
    events = [event for step in log.steps if (event := state.play(step))]
    cut = log.gap is Gap.SHALLOW
    if cut and log.steps and events and events[0].commit == log.steps[0].commit:
        events = events[1:]
    return History(
        events=tuple(events),
        gap=log.gap,
        since=log.steps[0].day if log.steps else None,
        unreadable=state.unreadable,
        now=_of_today(events),
        wordings={ref: tuple(found) for ref, found in state.wordings.found.items()},
        embargoes={ref: kpi.publish_from for ref, kpi in state.kpis.items() if kpi.publish_from},
    )


def _of_today(events: Iterable[Event]) -> dict[str, str]:
    """The reference of today for each that a record had before."""
    now: dict[str, str] = {}
    for change in (change for event in events for change in event.records if change.was):
        now = {was: change.ref if ref == change.was else ref for was, ref in now.items()}
        now.pop(change.ref, None)
        now[change.was] = change.ref
    return now


class _State:
    """All files as they are after the steps that were played."""

    def __init__(self, contents: Mapping[str, bytes], reader: Reader) -> None:
        self.unreadable = 0
        self.wordings = Wordings()
        self.kpis: dict[str, Kpi] = {}
        """The last version of each KPI, of those that are no more, too."""
        self._contents, self._reader = contents, reader
        self._good: dict[str, Record] = {}
        """The last version of each file that could be read."""
        self._broken: set[str] = set()
        self._surveys: set[str] = set()
        """Every file that ever held the answers to a survey: no KPI's values are told of it."""

    def play(self, step: Step) -> Event | None:
        files = {change.path: change for change in step.changes if change.path.startswith(_DATA)}
        was = {f"{one.kind}/{one.id}": one for one in self._good.values()} if files else {}
        records = tuple(without_renamed(self._records(step)))
        moved = {change.ref: change.was for change in records if change.was}
        for ref, before in moved.items():
            self.wordings.moved(before, ref)
        self.wordings.settle(step.day)
        data = tuple(self._data(files, was, moved))
        if not records and not data:
            return None
        partners = {found for one in step.domains if (found := self._partner(one))}
        deciding = {change.ref for change in records if _decides(change)}
        return Event(
            commit=step.commit,
            day=step.day,
            partners=tuple(sorted(partners)),
            records=tuple(self._justified(change, deciding, step.decisions) for change in records),
            data=data,
        )

    def _records(self, step: Step) -> Iterator[RecordChange]:
        changes = [change for change in step.changes if not change.path.startswith(_DATA)]
        before = {change.path: self._good[change.path] for change in changes if change.path in self._good}
        after = {change.path: self._read(change) for change in changes if change.after}
        renamed = pair_renamed(
            {
                change.path: (change.before, before[change.path])
                for change in changes
                if not change.after and change.path in before
            },
            {
                change.path: (change.after, record)
                for change in changes
                if change.path not in before and (record := after.get(change.path))
            },
        )
        for change in changes:
            old = before.get(renamed.get(change.path, change.path))
            if found := self._change(change, old, after.get(change.path), renamed):
                yield found

    def _read(self, change: FileChange) -> Record | None:
        content = self._contents.get(change.after)
        return None if content is None else self._reader.record(change.path, content)

    def _change(
        self, change: FileChange, old: Record | None, new: Record | None, renamed: Mapping[str, str]
    ) -> RecordChange | None:
        path, was_broken = change.path, change.path in self._broken
        self._broken.discard(path)
        if not change.after:
            self._good.pop(path, None)
            moved = path in renamed.values() or old is None
            return None if moved or old is None else _told(ChangeKind.REMOVED, old)
        if new is None:
            self._broken.add(path)
            self.unreadable += 1
            return _told(ChangeKind.BROKEN, old) if old and not was_broken else None
        self._good[path] = new
        self.wordings.saw(new)
        if isinstance(new, Kpi):
            self.kpis[f"kpis/{new.id}"] = new
        if isinstance(new, Survey):
            self._surveys.add(new.data_path)
        return self._between(old, new, was_renamed=path in renamed, was_broken=was_broken)

    def _between(
        self, old: Record | None, new: Record, *, was_renamed: bool, was_broken: bool
    ) -> RecordChange | None:
        if old is None:
            return _told(ChangeKind.ADDED, new)
        fields = compare(old, new, self._reader.language)
        if was_renamed:
            return replace(_told(ChangeKind.RENAMED, new), was=f"{old.kind}/{old.id}", fields=fields)
        if fields:
            return replace(_told(ChangeKind.CHANGED, new), fields=fields)
        return _told(ChangeKind.MENDED, new) if was_broken else None

    def _data(
        self, files: Mapping[str, FileChange], was: Mapping[str, Record], moved: Mapping[str, str]
    ) -> Iterator[DataChange]:
        """What became of each KPI's values; `was` are the records before, `moved` their old references."""
        if not files:
            return
        for kpi in [record for record in self._good.values() if isinstance(record, Kpi)]:
            change = files.get(kpi.data_path)
            if not change or kpi.data_path in self._surveys:
                continue
            ref = f"kpis/{kpi.id}"
            old = was.get(moved.get(ref, ref))
            # the file of a KPI that was renamed has a new name, too
            same = files.get(old.data_path) if isinstance(old, Kpi) else None
            before = change.before or (same.before if same else "")
            if found := self._of_kpi(kpi, before, change.after):
                yield found

    def _of_kpi(self, kpi: Kpi, old: str, new: str) -> DataChange | None:
        before, after = self._contents.get(old), self._contents.get(new)
        if (old and before is None) or (new and after is None):
            return None  # too large to compare
        points = self._reader.points
        return compare_points(kpi, points(kpi, before) if before else (), points(kpi, after) if after else ())

    def _partner(self, domain: str) -> str:
        """The partner whose domain it is, or the domain it belongs to."""
        while domain:
            if domain in self._reader.partners:
                return self._reader.partners[domain]
            domain = domain.partition(".")[2]
        return ""

    def _justified(
        self, change: RecordChange, deciding: Iterable[str], named: tuple[str, ...]
    ) -> RecordChange:
        by_id = {record.id: record for record in self._good.values() if isinstance(record, Decision)}
        fresh = {ref.removeprefix("decisions/") for ref in deciding}
        affecting = {name for name in fresh if name in by_id and change.ref in by_id[name].affects}
        known = {name for name in named if name in by_id}
        itself = {change.ref.removeprefix("decisions/")}
        return replace(change, decisions=tuple(sorted((affecting | known) - itself)))


def _decides(change: RecordChange) -> bool:
    """Whether a decision was added or accepted."""
    if not change.ref.startswith("decisions/"):
        return False
    return change.kind is ChangeKind.ADDED or any(
        one.field == "status" and one.after is DecisionStatus.ACCEPTED for one in change.fields
    )


def _told(kind: ChangeKind, record: Record) -> RecordChange:
    ref = "vision/vision" if record.kind == "vision" else f"{record.kind}/{record.id}"
    return RecordChange(kind=kind, ref=ref, title=record.title or record.id)
