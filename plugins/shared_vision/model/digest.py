"""What happened in a time, or what a meeting is about, in words that each face shows in its own way."""

from dataclasses import dataclass
from datetime import date

from shared_vision.model.document import Document
from shared_vision.model.measures import Measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What was known on a day: the records and the measures as they were.

    `since` are the commits that came later, None where nobody knows: what was known then is guessed from the
    days that today's records name.
    """

    day: date
    document: Document
    measures: Measures
    since: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to tell: `text` has the marks of `told.py` around names, `note` is a quieter second line.

    `path` is the page that tells more, or empty; `kpis` are those it names, whose charts may stand below it.
    """

    text: str
    note: str = ""
    path: str = ""
    kpis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Things of one kind under a heading; `more` says how many are left out, or is empty."""

    heading: str
    items: tuple[Item, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A KPI whose chart stands below the item that names it, with the words that stand for it."""

    kpi: str
    title: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The whole: a title, the days it is about, a sentence to begin with, the sections that have anything."""

    title: str
    days: str
    lead: str
    sections: tuple[Section, ...]
    until: date
    pictures: tuple[Picture, ...] = ()
    foot: str = ""
