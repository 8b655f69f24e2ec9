"""What of a history is held back until a KPI's day of publishing."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from shared_vision.model.changes import Event, FieldChange, History, RecordChange

_HELD_BACK = {"summary", "body", "baseline", "milestones", "target", "limit"}
"""Every field that says a number of a KPI, and the texts that may."""


def hold_back_history(history: History, publish_from: Mapping[str, date], today: date) -> History:
    """The history without the numbers of KPIs that may not be seen yet; of those, only names remain.

    `publish_from` gives the day of those that are there today, by reference.
    """
    days = {**history.embargoes, **publish_from}
    secret = {ref for ref, day in days.items() if day > today}
    if not secret:
        return history
    return replace(history, events=tuple(_of_event(event, secret, history.now) for event in history.events))


def hold_back_event(event: Event, publish_from: Mapping[str, date], today: date) -> Event:
    """One step without the numbers of KPIs that may not be seen yet."""
    return _of_event(event, {ref for ref, day in publish_from.items() if day > today}, {})


def _of_event(event: Event, secret: Collection[str], now: Mapping[str, str]) -> Event:
    return replace(
        event,
        records=tuple(_of_record(change, secret, now) for change in event.records),
        data=tuple(
            change
            for change in event.data
            if now.get(f"kpis/{change.kpi}", f"kpis/{change.kpi}") not in secret
        ),
    )


def _of_record(change: RecordChange, secret: Collection[str], now: Mapping[str, str]) -> RecordChange:
    hidden = now.get(change.ref, change.ref) in secret
    return replace(
        change,
        fields=tuple(
            one
            for one in change.fields
            if not (hidden and one.field.partition(".")[0] in _HELD_BACK) and not _is_amount(one, secret, now)
        ),
    )


def _is_amount(change: FieldChange, secret: Collection[str], now: Mapping[str, str]) -> bool:
    ref = f"kpis/{change.item}"
    return change.field.startswith("expects.") and now.get(ref, ref) in secret
