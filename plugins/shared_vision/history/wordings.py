"""Since when the vision and each goal have had the wording that they have."""

from collections import defaultdict
from datetime import date

from shared_vision.model.fingerprint import fingerprint
from shared_vision.model.records import Goal, Kpi, Record, Vision


class Wordings:
    """The wordings that were there one after the other, while steps are played."""

    def __init__(self) -> None:
        self.found: defaultdict[str, list[tuple[date, str]]] = defaultdict(list)
        """By reference: the day on which each began, its fingerprint."""
        self._signed: dict[str, Vision | Goal] = {}
        self._kpis: dict[str, Kpi] = {}
        self._goals_of: defaultdict[str, set[str]] = defaultdict(set)
        self._touched: set[str] = set()

    def saw(self, record: Record) -> None:
        """A record has another version."""
        if isinstance(record, Kpi):
            self._kpis[record.id] = record
            self._touched |= self._goals_of[record.id]
        elif isinstance(record, Vision | Goal):
            ref = f"{record.kind}/{record.id}"
            self._signed[ref] = record
            self._touched.add(ref)
            for link in record.kpis if isinstance(record, Goal) else ():
                self._goals_of[link.id].add(ref)

    def moved(self, was: str, ref: str) -> None:
        """A record goes on under another reference."""
        self.found[ref] = self.found.pop(was, [])

    def settle(self, day: date) -> None:
        """The step is over in which records were seen."""
        for ref in self._touched:
            sign, before = fingerprint(self._signed[ref], self._kpis), self.found[ref]
            if not before or before[-1][1] != sign:
                before.append((day, sign))
        self._touched.clear()
