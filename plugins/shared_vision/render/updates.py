"""The page of what partners tell each other from time to time."""

from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here
from shared_vision.render.touch import kept_words, rhythm_line, strip

_MOST = 200


def updates_page(book: Book) -> Page:
    """All updates, the latest first."""
    say = book.wording.say
    rhythms = book.measures.rhythms
    return make_page(
        Here(book=book, path="updates/index"),
        "updates",
        title=say("Updates"),
        description=say("What the partners told each other lately."),
        line=rhythm_line(book),
        touch=[
            (one, strip(rhythm, book.wording), kept_words(rhythm, book.wording))
            for one, rhythm in rhythms.items()
        ],
        updates=book.updates[:_MOST],
        left_out=max(0, len(book.updates) - _MOST),
        broken=[record for record in book.document.broken if record.kind == "updates"],
    )
