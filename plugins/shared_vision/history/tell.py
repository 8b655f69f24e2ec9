"""Changes in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from shared_vision.history.labels import label_of
from shared_vision.history.rewording import reworded
from shared_vision.history.tell_data import tell_new, tell_revised
from shared_vision.history.values import Values
from shared_vision.model.catalogue import message
from shared_vision.model.changes import ChangeKind, Event, FieldChange, History, RecordChange
from shared_vision.model.fingerprint import agreed_fields
from shared_vision.model.names import KIND
from shared_vision.model.records import Milestone
from shared_vision.model.told import Line, Mark, Story, Telling
from shared_vision.model.wording import Wording

_PROSE = 4
"""A text of so many words is compared word by word."""
_LONGEST = 1_200
"""The most characters that marked words may take."""
_BECAME: Mapping[ChangeKind, str] = {
    ChangeKind.ADDED: message("New: {record}"),
    ChangeKind.REMOVED: message("Taken away: {record}"),
    ChangeKind.BROKEN: message("Not readable from here on: {record}"),
    ChangeKind.MENDED: message("Readable again: {record}"),
}

_ANSWERED: Mapping[str, str] = {
    "answer.outcome": message("{title} was answered: {what}"),
    "answer.valued_for": message("Valued in {title}: {what}"),
    "answer.decision": message("What came of {title}: {what}"),
    "answer.initiative": message("What came of {title}: {what}"),
}


def tell_story(history: History, titles: Mapping[str, str], wording: Wording) -> Story:
    """A history in words, the latest step first; `titles` are today's by reference."""
    teller = Teller(values=Values(titles=titles, now=history.now, wording=wording), wording=wording)
    tellings = tuple(teller.telling(event) for event in reversed(history.events))
    return Story(
        tellings=tuple(telling for telling in tellings if telling.lines),
        gap=history.gap,
        since=history.since,
        unreadable=history.unreadable,
    )


def tell_event(event: Event, titles: Mapping[str, str], wording: Wording) -> Telling:
    """One step in words; `titles` are by reference, of records that were or are there."""
    now = {change.was: change.ref for change in event.records if change.was}
    return Teller(values=Values(titles=titles, now=now, wording=wording), wording=wording).telling(event)


@dataclass(frozen=True, kw_only=True)
class Teller:
    """Tells changes in one language, of records by the titles they have today, if they are there."""

    values: Values
    wording: Wording

    def telling(self, event: Event) -> Telling:
        """What one step changed."""
        lines = [line for change in event.records for line in self.of_record(change)]
        for change in event.data:
            ref = self.values.today(f"kpis/{change.kpi}")
            title = Mark.NAME.around(self.values.titles.get(ref, change.title))
            revised = tell_revised(change, title, self.wording)
            lines += [Line(ref=ref, text=text, about_values=True) for text in revised]
            if change.new:
                text = tell_new(change, title, self.wording)
                lines.append(Line(ref=ref, text=text, about_values=True, routine=True))
        return Telling(commit=event.commit, day=event.day, partners=event.partners, lines=tuple(lines))

    def of_record(self, change: RecordChange) -> Iterator[Line]:
        """What became of one record."""
        ref = self.values.today(change.ref)
        title = Mark.NAME.around(self.values.titles.get(ref) or change.title)
        agreed = agreed_fields(ref.partition("/")[0])
        if text := self._whole(change, ref, title):
            yield Line(ref=ref, text=text, decisions=change.decisions, became=change.kind)
        for one in change.fields:
            if text := self._field(one, title):
                field = one.field.partition(".")[0]
                is_agreed = field in agreed
                yield Line(ref=ref, text=text, decisions=change.decisions, field=field, agreed=is_agreed)

    def _whole(self, change: RecordChange, ref: str, title: str) -> str:
        """What became of the record as a whole, where that is more than a change in it."""
        if change.kind is ChangeKind.RENAMED:
            was = change.was.partition("/")[2]
            return self.wording.say("{title} was called {was} before", title=title, was=was)
        if change.kind not in _BECAME:
            return ""
        record = self.wording.say(KIND[ref.partition("/")[0]], title=title)
        return self.wording.say(_BECAME[change.kind], record=record)

    def _field(self, change: FieldChange, title: str) -> str:
        if change.field.partition(".")[0] in {"signed", "positions"}:
            return self._stand(change, title)
        if change.before is None and change.field.startswith("answer."):
            return self._answered(change, title)
        label = self._label(change)
        if change.item and "." not in change.field:
            item = self._entry(change)
            if change.before is None:
                return self.wording.say(
                    "{field} of {title}: {item} added", field=label, title=title, item=item
                )
            return self.wording.say(
                "{field} of {title}: {item} taken away", field=label, title=title, item=item
            )
        return self._values(change, label, title)

    def _entry(self, change: FieldChange) -> str:
        """The entry of a list that came or went."""
        entry = change.before if change.after is None else change.after
        if isinstance(entry, Milestone):
            return self.wording.say(
                "{value} by {day}",
                value=self.wording.number(entry.value),
                day=self.wording.day(entry.date),
            )
        return self.values.name(change.field, change.item)

    def _label(self, change: FieldChange) -> str:
        label = self.wording.say(label_of(change.field))
        if change.item and "." in change.field:
            whole = self.values.name(change.field.partition(".")[0], change.item)
            label = self.wording.say("{field} “{item}”", field=label, item=whole)
        if change.language:
            language = self.values.language(change.language)
            label = self.wording.say("{field} ({language})", field=label, language=language)
        return label

    def _values(self, change: FieldChange, label: str, title: str) -> str:
        say, before, after = self.wording.say, change.before, change.after
        if _is_prose(before) and _is_prose(after):
            words = reworded(str(before), str(after))
            if words and len(words) <= _LONGEST:
                return say("{field} of {title} changed: {words}", field=label, title=title, words=words)
        named = {"field": label, "title": title}
        if before is None:
            return say(
                "{field} of {title} set to {after}", after=self.values.said(change.field, after), **named
            )
        if after is None:
            return say(
                "{field} of {title} taken away, it was {before}",
                before=self.values.said(change.field, before),
                **named,
            )
        named |= {
            "before": self.values.said(change.field, before),
            "after": self.values.said(change.field, after),
        }
        if _are_numbers(before, after):
            if after > before:  # type: ignore[operator]  # both are numbers
                return say("{field} of {title} raised from {before} to {after}", **named)
            return say("{field} of {title} lowered from {before} to {after}", **named)
        return say("{field} of {title} changed from {before} to {after}", **named)

    def _answered(self, change: FieldChange, title: str) -> str:
        """What an idea's answer says when it comes; who gave it is told beside it."""
        said = _ANSWERED.get(change.field)
        if said is None:
            return ""
        return self.wording.say(said, title=title, what=self.values.said(change.field, change.after))

    def _stand(self, change: FieldChange, title: str) -> str:
        """A signature or a position that came, changed or went."""
        partner, kind = self.values.name("signed", change.item), change.field.partition(".")[0]
        if kind == "signed":
            if change.after is None and change.field == kind:
                return self.wording.say("{partner} no longer agrees to {title}", partner=partner, title=title)
            return (
                self.wording.say("{partner} agreed to {title}", partner=partner, title=title)
                if change.field in {"signed", "signed.on"}
                else ""
            )
        stance = getattr(change.after, "position", change.after)
        if change.after is None and change.field == kind:
            return self.wording.say(
                "{partner} took back what it said on {title}", partner=partner, title=title
            )
        if change.field not in {"positions", "positions.position"}:
            return ""
        said = self.values.state(stance) if isinstance(stance, StrEnum) else str(stance)
        return self.wording.say(
            "{partner} on {title}: {position}", partner=partner, title=title, position=said
        )


def _is_prose(value: object) -> bool:
    return isinstance(value, str) and len(value.split(maxsplit=_PROSE)) >= _PROSE


def _are_numbers(*values: object) -> bool:
    return all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
