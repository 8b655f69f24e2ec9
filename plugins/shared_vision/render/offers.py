"""What partners may add, and where they write it."""

from collections.abc import Mapping
from dataclasses import dataclass

from shared_vision.model.blanks import blank
from shared_vision.model.catalogue import message
from shared_vision.render.book import Book

OFFERED: Mapping[str, str] = {
    "ideas": message("Tell an idea"),
    "decisions": message("Propose a decision"),
    "updates": message("Give an update"),
    "goals": message("Propose a goal"),
    "kpis": message("Propose a KPI"),
    "initiatives": message("Propose an initiative"),
}
"""What partners may add, and what the way to it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A kind of record to add: how that is called, its command, where it is written, what it begins as."""

    kind: str
    called: str
    command: str
    url: str
    text: str


def offers(book: Book) -> tuple[Offer, ...]:
    """Everything that partners may add."""
    return tuple(found for kind in OFFERED if (found := offer(book, kind)))


def offer(book: Book, kind: str) -> Offer | None:
    """A way to add a record of this kind; None where partners add none."""
    if kind not in OFFERED:
        return None
    new, name, text = book.settings.new_files, _name(kind, book), blank(kind, book.measures.today)
    return Offer(
        kind=kind,
        called=book.wording.say(OFFERED[kind]),
        command=f"vision new {kind.removesuffix('s')} {name}",
        url=new.address(kind, f"{name}.yml", text) if new else "",
        text=text,
    )


def _name(kind: str, book: Book) -> str:
    """A name for the file, to be changed by who writes it."""
    if kind == "updates":
        return f"{book.measures.today}-{next(iter(book.document.partners), 'our-id')}"
    return f"our-{kind.removesuffix('s')}"
