"""The values of fields in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from babel import Locale, UnknownLocaleError

from shared_vision.history.labels import REFERS
from shared_vision.model.names import STATES
from shared_vision.model.wording import Wording

_LONGEST = 300


@dataclass(frozen=True, kw_only=True)
class Values:
    """Says values in one language; `titles` are today's by reference, `now` the references of today."""

    titles: Mapping[str, str]
    now: Mapping[str, str]
    wording: Wording

    def today(self, ref: str) -> str:
        """What a record is called today."""
        return self.now.get(ref, ref)

    def name(self, field: str, item: str) -> str:
        """The entry of a list, or the id in a field, as readers know it."""
        ref = f"{REFERS[field]}/{item}" if field in REFERS else item
        return self.titles.get(self.today(ref), item)

    def said(self, field: str, value: object) -> str:
        """The value of a field; of a long text the beginning."""
        if isinstance(value, tuple):
            return self.wording.listed([self.said(field, one) for one in value])
        if isinstance(value, bool):
            return self.wording.say("yes") if value else self.wording.say("no")
        if isinstance(value, int | float):
            return self.wording.number(value)
        if isinstance(value, date):
            return self.wording.day(value)
        text = self.state(value) if isinstance(value, StrEnum) else self.name(_last(field), str(value))
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"

    def state(self, value: StrEnum) -> str:
        """One of a few states."""
        names = STATES.get(type(value), {})
        return self.wording.say(names[value]) if value in names else str(value)

    def language(self, tag: str) -> str:
        """A language by its name."""
        try:
            return Locale.parse(tag.replace("-", "_")).get_display_name(self.wording.language) or tag
        except (UnknownLocaleError, ValueError):
            return tag


def _last(field: str) -> str:
    return field.rpartition(".")[2]
