"""The file of a sealed survey: what may be published, and nothing else."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from itertools import pairwise
from math import inf

from shared_vision.load.decode import decode
from shared_vision.model.problem import Place, Problem
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.survey import Asked, Band, Group, Published

Row = Mapping[str, str]


def read_sealed(content: bytes, survey: Survey) -> Published | Problem:
    """What `vision survey seal` wrote, or what is wrong with it."""
    text = decode(content, survey.data_path)
    if isinstance(text, Problem):
        return text
    try:
        return _published(list(csv.DictReader(StringIO(text), strict=True)), survey)
    except (csv.Error, KeyError, TypeError, ValueError):
        message = "The file of a sealed survey cannot be understood."
        remedy = "Bring it back as `vision survey seal` wrote it, from an earlier version."
        return Problem(place=Place(path=survey.data_path), code="bad-seal", message=message, remedy=remedy)


def _published(rows: list[Row], survey: Survey) -> Published:
    """What the rows say.

    Raises:
        KeyError: a column or a question is none of ours.
        TypeError: a row is shorter than the others.
        ValueError: a figure is none, or cannot be.
    """
    whole = _of(rows, "survey")
    if not whole:
        return Published(reason=Reason.FEW_ANSWERS)
    numbers = {_plain(one.column[0]): number for number, one in enumerate(survey.questions)}
    return Published(
        answered=_count(whole[0]["answers"]),
        questions=tuple(_asked(row, rows, numbers, survey) for row in _of(rows, "question")),
        groups=tuple(_group(row, rows, survey) for row in _of(rows, "partner")),
        hidden=tuple(row["partner"] for row in _of(rows, "hidden")),
    )


def _of(rows: list[Row], kind: str) -> list[Row]:
    return [row for row in rows if row["of"] == kind]


def _asked(row: Row, rows: list[Row], numbers: Mapping[str, int], survey: Survey) -> Asked:
    bands = tuple(
        Band(low=int(one["from"]), high=int(one["to"]), count=_count(one["answers"]))
        for one in _of(rows, "band")
        if one["name"] == row["name"]
    )
    _whole_scale(bands, survey)
    total = int(row["value"]) if row["value"] else Reason.ALIKE
    return Asked(number=numbers[_plain(row["name"])], bands=bands, total=total)


def _whole_scale(bands: Sequence[Band], survey: Survey) -> None:
    ends = [(band.low - 1, band.high) for band in bands]
    low, high = survey.scale
    gaps = any(one[1] != two[0] for one, two in pairwise(((low - 1, low - 1), *ends, (high, high))))
    if gaps or any(start >= end for start, end in ends):
        raise ValueError


def _group(row: Row, rows: list[Row], survey: Survey) -> Group:
    means = {
        _plain(one["name"]): float(one["value"])
        for one in _of(rows, "theme")
        if one["partner"] == row["partner"]
    }
    low, high = survey.scale
    if not all(low <= mean <= high for mean in means.values()):
        raise ValueError
    themes = {theme: means[_plain(theme)] for theme in _themes(survey) if _plain(theme) in means}
    step = float(row["value"])
    if not 0 < step < inf:
        raise ValueError
    return Group(partner=row["partner"], answers=_count(row["answers"]), step=step, themes=themes)


def _themes(survey: Survey) -> Sequence[str]:
    return tuple(dict.fromkeys(question.theme for question in survey.questions))


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _plain(text: str) -> str:
    """A name without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return text.removeprefix("'")
