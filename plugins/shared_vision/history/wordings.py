"""Since when the vision and each goal have had the wording that they have."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from shared_vision.model.fingerprint import fingerprint
from shared_vision.model.records import Goal, Kpi, Record, Vision


class Wordings:
    """The wordings that were there one after the other, while steps are played."""

    def __init__(self) -> None:
        self.found: defaultdict[str, list[tuple[date, str]]] = defaultdict(list)
        """By reference: the day on which each began, its fingerprint."""

    def note(self, records: Iterable[Record], changed: Collection[str], day: date) -> None:
        """Look at what is there after a step that changed some records."""
        there = tuple(records)
        kpis = {record.id: record for record in there if isinstance(record, Kpi)}
        for record in there:
            if isinstance(record, Vision | Goal) and _is_touched(record, changed):
                self._note(record, kpis, day)

    def moved(self, was: str, ref: str) -> None:
        """Go on under another reference."""
        self.found[ref] = self.found.pop(was, [])

    def _note(self, record: Vision | Goal, kpis: Mapping[str, Kpi], day: date) -> None:
        sign, before = fingerprint(record, kpis), self.found[f"{record.kind}/{record.id}"]
        if not before or before[-1][1] != sign:
            before.append((day, sign))


def _is_touched(record: Vision | Goal, changed: Collection[str]) -> bool:
    links = record.kpis if isinstance(record, Goal) else ()
    return f"{record.kind}/{record.id}" in changed or any(f"kpis/{link.id}" in changed for link in links)
