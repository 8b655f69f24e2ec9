"""What other programs may read of surveys, and the file of a sealed one."""

from collections.abc import Iterator

from shared_vision.export.table import cell
from shared_vision.export.translations import translations
from shared_vision.model.document import Document
from shared_vision.model.measures import Measures
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.survey import SEALED, Asked, Published
from shared_vision.model.surveyed import Interval, Moved, Result, Surveyed, ThemeResult

Row = dict[str, object]


def survey_rows(document: Document, measures: Measures) -> list[Row]:
    """Every survey with what may be seen of it, the earliest first."""
    return [_survey(document.surveys[name], found) for name, found in measures.surveys.items()]


def sealed(survey: Survey, found: Published) -> str:
    """What may be seen of a survey, as a CSV file that takes the place of the answers."""
    return "".join(f"{','.join(map(cell, line))}\n" for line in _sealed(survey, found))


def _sealed(survey: Survey, found: Published) -> Iterator[tuple[str, ...]]:
    yield SEALED
    if found.reason:
        return
    yield ("survey", "", "", str(found.answered), "", "", "")
    for one in found.questions:
        name = survey.questions[one.number].column[0]
        total = "" if isinstance(one.total, Reason) else str(one.total)
        yield ("question", name, "", str(one.answers), "", "", total)
        for band in one.bands:
            yield ("band", name, "", str(band.count), str(band.low), str(band.high), "")
    for group in found.groups:
        yield ("partner", "", group.partner, "", "", "", str(group.step))
        for theme, mean in group.themes.items():
            yield ("theme", theme, group.partner, "", "", "", str(mean))
    for partner in found.hidden:
        yield ("hidden", "", partner, "", "", "", "")


def _survey(survey: Survey, found: Surveyed | Reason) -> Row:
    reason = found if isinstance(found, Reason) else found.published.reason
    row: Row = {
        "id": survey.id,
        "title": survey.title,
        "date": survey.date.isoformat(),
        "invited": survey.asked,
        "scale": list(survey.scale),
        "reason": reason.value if reason else None,
        **translations(survey, "title"),
    }
    if isinstance(found, Reason) or found.published.reason:
        return row
    seen = found.published
    return {
        **row,
        "answered": seen.answered,
        "before": found.before or None,
        "questions": [
            _question(survey, asked, result)
            for asked, result in zip(seen.questions, found.questions, strict=True)
        ],
        "themes": [_theme(one) for one in found.themes],
        "partners": [
            {
                "partner": one.partner,
                "rounded_to": one.step,
                "themes": dict(one.themes),
            }
            for one in seen.groups
        ],
        "hidden": [partner for partner in seen.hidden if partner],
    }


def _question(survey: Survey, asked: Asked, result: Result) -> Row:
    question = survey.questions[asked.number]
    known = not isinstance(result.mean, Reason)
    return {
        "text": question.text,
        "theme": question.theme,
        "reversed": question.reversed,
        "answers": asked.answers,
        "bands": [{"from": band.low, "to": band.high, "answers": band.count} for band in asked.bands],
        "mean": _rounded(result.mean),
        "give": round(result.give, 2) if known else None,
        "top_two": _rounded(result.top),
        "top_two_between": None if isinstance(result.top, Reason) else _between(result.top_between),
        "agreement_between": (None if isinstance(result.agreement, Reason) else _between(result.agreement)),
        "divided": result.divided,
        "top_two_before": _moved(result.moved),
        **translations(question, "text"),
    }


def _theme(theme: ThemeResult) -> Row:
    return {
        "theme": theme.name,
        "mean": round(theme.mean, 4),
        "give": round(theme.give, 2),
        "standing": theme.standing.value,
        "before": _moved(theme.moved),
    }


def _moved(moved: Moved | None) -> Row | None:
    if moved is None:
        return None
    return {
        "value": round(moved.before, 4),
        "rose_between": _between(moved.rose),
        "clear": moved.clear,
    }


def _between(interval: Interval) -> list[float]:
    return [round(interval.low, 4), round(interval.high, 4)]


def _rounded(value: float | Reason) -> float | None:
    return None if isinstance(value, Reason) else round(value, 4)
