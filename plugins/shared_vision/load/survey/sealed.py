"""The file of a sealed survey: what may be published, and nothing else."""

import csv
from io import StringIO

from shared_vision.load.decode import decode
from shared_vision.model.problem import Place, Problem
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.survey import Asked, Band, Group, Published, Theme

HEAD = ("of", "name", "partner", "answers", "from", "to", "value", "give")


def read_sealed(content: bytes, survey: Survey) -> Published | Problem:
    """What `vision survey seal` wrote, or what is wrong with it."""
    text = decode(content, survey.data_path)
    if isinstance(text, Problem):
        return text
    rows = list(csv.DictReader(StringIO(text)))
    try:
        return _published(rows)
    except (KeyError, TypeError, ValueError):
        message = "The file of a sealed survey cannot be understood."
        remedy = "Bring it back as `vision survey seal` wrote it, from an earlier version."
        return Problem(place=Place(path=survey.data_path), code="bad-seal", message=message, remedy=remedy)


def _published(rows: list[dict[str, str]]) -> Published:
    of = {
        kind: [row for row in rows if row["of"] == kind] for kind in ("survey", "question", "band", "theme")
    }
    if not of["survey"]:
        return Published(reason=Reason.FEW_ANSWERS)
    groups = [row for row in rows if row["of"] == "partner"]
    return Published(
        answered=int(of["survey"][0]["answers"]),
        questions=tuple(
            Asked(
                number=int(row["name"]),
                answers=int(row["answers"]),
                bands=tuple(
                    Band(low=int(band["from"]), high=int(band["to"]), count=int(band["answers"]))
                    for band in of["band"]
                    if band["name"] == row["name"]
                ),
                mean=float(row["value"]) if row["value"] else Reason.ALIKE,
                agreement=float(row["give"]) if row["give"] else Reason.ALIKE,
            )
            for row in of["question"]
        ),
        themes=tuple(
            Theme(
                name=row["name"],
                answers=int(row["answers"]),
                mean=float(row["value"]),
                give=float(row["give"]),
            )
            for row in of["theme"]
            if not row["partner"]
        ),
        groups=tuple(
            Group(
                partner=row["partner"],
                answers=int(row["answers"]),
                themes={
                    theme["name"]: float(theme["value"])
                    for theme in of["theme"]
                    if theme["partner"] == row["partner"]
                },
            )
            for row in groups
        ),
        hidden=tuple(row["partner"] for row in rows if row["of"] == "hidden"),
    )
