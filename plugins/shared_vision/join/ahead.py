"""Records that are dated after today, which the site does not show yet."""

from collections.abc import Iterator
from datetime import date

from shared_vision.model.document import Document
from shared_vision.model.problem import Place, Problem, Severity

_TOLD = ("ideas", "updates", "decisions")


def ahead_problems(document: Document, today: date) -> Iterator[Problem]:
    """A warning for each idea, update or decision of which nothing is shown until its day."""
    for kind in _TOLD:
        for record in getattr(document, kind).values():
            if record.date > today:
                yield Problem(
                    place=Place(path=document.paths[f"{kind}/{record.id}"]),
                    code="dated-ahead",
                    message=f"It is dated {record.date}, which is to come: until then it is not shown.",
                    remedy="Correct the date, unless it is meant so.",
                    field="date",
                    severity=Severity.WARNING,
                )
