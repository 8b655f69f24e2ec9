"""What other programs may read of surveys, and the file of a sealed one."""

import csv
from io import StringIO

from shared_vision.export.translations import translations
from shared_vision.model.document import Document
from shared_vision.model.measures import Measures
from shared_vision.model.reason import Reason
from shared_vision.model.records import Survey
from shared_vision.model.survey import Asked, Published

Row = dict[str, object]
HEAD = ("of", "name", "partner", "answers", "from", "to", "value", "give")


def survey_rows(document: Document, measures: Measures) -> list[Row]:
    """Every survey with what may be published of it, the earliest first."""
    return [_survey(document.surveys[name], found) for name, found in measures.surveys.items()]


def sealed(found: Published) -> str:
    """What may be published of a survey, as a CSV file that takes the place of the answers."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    if not found.reason:
        writer.writerow(("survey", "", "", found.answered, "", "", "", ""))
    for one in found.questions:
        mean, agreement = _known(one.mean), _known(one.agreement)
        writer.writerow(("question", one.number, "", one.answers, "", "", mean, agreement))
        for band in one.bands:
            writer.writerow(("band", one.number, "", band.count, band.low, band.high, "", ""))
    for theme in found.themes:
        writer.writerow(("theme", theme.name, "", theme.answers, "", "", theme.mean, theme.give))
    for group in found.groups:
        writer.writerow(("partner", "", group.partner, group.answers, "", "", "", ""))
        for name, mean in group.themes.items():
            writer.writerow(("theme", name, group.partner, "", "", "", mean, ""))
    for partner in found.hidden:
        writer.writerow(("hidden", "", partner, "", "", "", "", ""))
    return out.getvalue()


def _known(value: float | Reason) -> float | str:
    return "" if isinstance(value, Reason) else value


def _survey(survey: Survey, found: Published | Reason) -> Row:
    reason = found if isinstance(found, Reason) else found.reason
    row: Row = {
        "id": survey.id,
        "title": survey.title,
        "date": survey.date.isoformat(),
        "invited": survey.asked,
        "scale": list(survey.scale),
        "reason": reason.value if reason else None,
        **translations(survey, "title"),
    }
    if isinstance(found, Reason):
        return row
    return {
        **row,
        "answered": found.answered,
        "questions": [_question(survey, one) for one in found.questions],
        "themes": [
            {"theme": one.name, "answers": one.answers, "mean": one.mean, "give": one.give}
            for one in found.themes
        ],
        "partners": [
            {"partner": one.partner, "answers": one.answers, "themes": dict(one.themes)}
            for one in found.groups
        ],
        "hidden": list(found.hidden),
    }


def _question(survey: Survey, one: Asked) -> Row:
    asked = survey.questions[one.number]
    return {
        "text": asked.text,
        "theme": asked.theme,
        "reversed": asked.reversed,
        "answers": one.answers,
        "mean": one.mean if not isinstance(one.mean, Reason) else None,
        "agreement": one.agreement if not isinstance(one.agreement, Reason) else None,
        "bands": [{"from": band.low, "to": band.high, "answers": band.count} for band in one.bands],
    }
