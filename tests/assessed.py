"""What the measures say of a small vision in files."""

from collections.abc import Mapping
from datetime import date

from shared_vision.build import assess
from shared_vision.model.document import Document
from shared_vision.model.measures import Measures
from shared_vision.read import read

TODAY = date(2026, 6, 15)
VISION = {
    "vision/vision.yml": "title: One front door\n",
    "vision/partners/east.yml": "title: East Clinic\n",
    "vision/partners/harbour.yml": "title: Harbour Trust\n",
    "vision/partners/north.yml": "title: Northgate Council\n",
}


def assessed(files: Mapping[str, str | None] | None = None, today: date = TODAY) -> tuple[Document, Measures]:
    """The document and its measures; None takes a file away. It has no problem."""
    texts = {**VISION, **(files or {})}
    document = read({path: text.encode() for path, text in texts.items() if text is not None})
    assert [str(one) for one in document.problems if one.code != "no-data"] == []
    return assess(document, today)


def cadence(**spans: str) -> dict[str, str]:
    """The vision with a rhythm."""
    lines = "".join(f"  {name}: {span}\n" for name, span in spans.items())
    return {"vision/vision.yml": f"title: One front door\ncadence:\n{lines}"}
