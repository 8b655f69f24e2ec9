"""The pages in place of records that could not be understood."""

from collections.abc import Iterator

from shared_vision.model.document import BrokenRecord
from shared_vision.model.fields import KINDS
from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here
from shared_vision.render.trail import trail
from shared_vision.render.words import BROKEN


def broken_pages(book: Book) -> Iterator[Page]:
    """A page for each broken record, with what is wrong and how to mend it."""
    found = (record for record in book.document.broken if record.kind in KINDS)
    return (_page(book, record) for record in found if f"{record.kind}/{record.id}" not in book.records)


def _page(book: Book, record: BrokenRecord) -> Page:
    here = Here(book=book, path=f"{record.kind}/{record.id}")
    said = book.wording.say(BROKEN[record.kind])
    return make_page(
        here,
        "broken",
        title=record.id,
        description=said,
        crumbs=trail(here),
        record=record,
        said=said,
        mend=here.mend(record.path),
    )
