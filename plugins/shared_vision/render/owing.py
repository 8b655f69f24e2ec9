"""What is asked of the partners, in words and with the way to it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from shared_vision.model.blanks import blank
from shared_vision.model.catalogue import message
from shared_vision.model.document import Document, titles
from shared_vision.model.owed import Duty, Owed
from shared_vision.model.wording import Wording
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, safe

ASKED: Mapping[Duty, str] = {
    Duty.DATA: message("A new value for {what}"),
    Duty.RECORD: message("The words that {what} is decided, as our rules carry it"),
    Duty.IDEA: message("An answer to the idea “{what}”"),
    Duty.POSITION: message("A position on {what}"),
    Duty.SIGNATURE: message("Another look at {what}, as the wording changed"),
    Duty.UPDATE: message("A word on how it goes; “nothing new” is enough"),
    Duty.REVIEW: message("Another look at {what}: does it still hold?"),
}
_FIRST: Mapping[Duty, str] = {
    Duty.DATA: message("The first value of {what}"),
    Duty.SIGNATURE: message("A first look at {what}"),
}
"""Where it has no day, since it never was."""
_NAMED = 3
_LOOKED_AT = """\
# We looked at the vision again. Say what came of it; what changes is written into vision.yml beside it.
title: Our vision still holds
date: {day}
status: accepted
affects: [vision/vision]
context: We looked at our vision again, as we agreed to do.
decision: It stays as it is.
"""
"""The decision that settles another look at the vision, to begin with."""
_SINCE, _BY = message("since {day}"), message("wanted by {day}")
_SINCE_THEN = (Duty.SIGNATURE, Duty.UPDATE, Duty.RECORD)
"""Their day is the one since which they wait, not one by which they are wanted."""


class Ask(NamedTuple):
    """What is asked of some partners, or of all where none is named; together, where it is the same."""

    partners: tuple[str, ...]
    owed: Owed

    @property
    def late(self) -> bool:
        """Whether it should have been there."""
        return self.owed.late


def asks_of(found: Iterable[Owed]) -> tuple[Ask, ...]:
    """Everything asked, the oldest first, what several partners are asked for once."""
    groups: dict[tuple[object, ...], list[Owed]] = {}
    for one in found:
        ref = "" if one.duty is Duty.UPDATE else one.ref
        groups.setdefault((one.duty, ref, one.day), []).append(one)
    return tuple(Ask(tuple(one.partner for one in same if one.partner), same[0]) for same in groups.values())


def gathered(found: Iterable[Owed]) -> tuple[Owed, ...]:
    """The same with all values that a partner is asked for by one day together, whatever their files."""
    groups: dict[tuple[object, ...], Owed] = {}
    for number, one in enumerate(found):
        key = (one.partner, one.day) if one.duty is Duty.DATA else (number,)
        known = groups.get(key)
        groups[key] = replace(known, others=(*known.others, *one.refs)) if known else one
    return tuple(groups.values())


def asked(owed: Owed, what: object, wording: Wording) -> str:
    """What is asked for; `what` names the records it is about."""
    said = _FIRST[owed.duty] if owed.day is None and owed.duty in _FIRST else ASKED[owed.duty]
    return wording.say(said, what=what)


def named(owed: Owed, name: Callable[[str], str], wording: Wording) -> str:
    """What something asked is about, the first few of it; `name` gives the name by the reference."""
    shown = [name(ref) for ref in owed.refs[:_NAMED]]
    left = len(owed.refs) - _NAMED
    if left > 0:
        shown.append(wording.plural("{number} more", "{number} more", left))
    return wording.listed(shown)


def when(owed: Owed, day: object, wording: Wording) -> str:
    """Since when, or by when; empty where nobody set a day."""
    if owed.day is None:
        return ""
    return wording.say(_SINCE if owed.late or owed.duty in _SINCE_THEN else _BY, day=day)


def asked_here(here: Here, owed: Owed) -> Markup:
    """What is asked for, with a link to the record."""
    names = named(owed, lambda ref: str(here.link(ref)), here.book.wording)
    return safe(asked(owed, safe(names), here.book.wording))


def when_here(here: Here, owed: Owed) -> Markup:
    """Since when, or by when."""
    return safe(when(owed, here.day(owed.day), here.book.wording) if owed.day else "")


def way_to(here: Here, owed: Owed) -> str:
    """The address that opens the file that settles it, or empty where none is known."""
    new = here.book.settings.new_files
    if not owed.new:
        return here.opened(owed.path)
    if not new:
        return ""
    _, kind, name = owed.path.split("/")
    today = here.book.measures.today
    update = owed.duty is Duty.UPDATE
    text = blank("updates", today, owed.partner) if update else _LOOKED_AT.format(day=today)
    return new.address(kind, name, text)


def todo_lines(
    document: Document, found: Iterable[Owed], wording: Wording, files: Mapping[str, str]
) -> Iterator[str]:
    """Everything asked as lines of plain text, by partner; `files` is where the folders of the vision lie."""
    names = titles(document)
    for partner, owed in groupby(
        sorted(found, key=lambda one: (one.partner, one.order)), key=lambda one: one.partner
    ):
        yield partner or wording.say("All together")
        for one in owed:
            folder, _, rest = one.path.partition("/")
            since = when(one, one.day, wording)
            what = named(one, lambda ref: names.get(ref, ref), wording)
            yield f"  {since:20} {asked(one, what, wording)}"
            yield f"  {'':20} {files.get(folder, folder)}/{rest}"
