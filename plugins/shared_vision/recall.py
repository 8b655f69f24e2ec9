"""From what git knows to the history of the vision."""

from shared_vision.history.replay import Reader, replay
from shared_vision.load.data.series import load_points
from shared_vision.load.record.records import load_one
from shared_vision.model.changes import History
from shared_vision.model.document import Document
from shared_vision.model.log import Log

__all__ = ["recall"]


def recall(log: Log, document: Document, language: str) -> History:
    """Everything that changed in a vision, told by today's terms; authors are today's partners.

    `language` is the main one of its texts.
    """
    domains = {
        domain.lower(): partner.id for partner in document.partners.values() for domain in partner.domains
    }
    reader = Reader(
        record=lambda path, content: load_one(path, content, language),
        points=load_points,
        language=language,
        partners=domains,
    )
    return replay(log, reader)
