"""Every survey with its file."""

from collections.abc import Mapping, Sequence

from shared_vision.load.survey.responses import count
from shared_vision.load.survey.sealed import read_sealed
from shared_vision.load.survey.table import read_sheet
from shared_vision.model.by_language import Translated
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.problem import Problem, Severity
from shared_vision.model.reason import Reason
from shared_vision.model.records import Partner, Survey
from shared_vision.model.survey import Published, Responses

Found = Responses | Published | Reason


def load_surveys(
    surveys: Sequence[LoadedRecord[Survey]],
    partners: Sequence[LoadedRecord[Partner]],
    sources: Mapping[str, bytes],
) -> tuple[dict[str, Found], tuple[Problem, ...]]:
    """What each survey gave, by its id, or why nothing did, with the problems of all their files."""
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    names = _names(partners)
    for survey in surveys:
        found[survey.record.id], more = _load(survey, names, sources)
        problems += more
    return found, tuple(problems)


def _load(
    found: LoadedRecord[Survey], names: Mapping[str, str], sources: Mapping[str, bytes]
) -> tuple[Found, tuple[Problem, ...]]:
    survey = found.record
    path = survey.data_path
    if not survey.questions:
        return Reason.BAD_DATA, ()  # what is wrong with it is said elsewhere
    if path not in sources:
        return Reason.NO_DATA, (_no_file(found, sources),)
    if survey.sealed:
        sealed = read_sealed(sources[path], survey)
        return (Reason.BAD_DATA, (sealed,)) if isinstance(sealed, Problem) else (sealed, ())
    sheet = read_sheet(sources[path], path, survey.header_rows)
    if isinstance(sheet, Problem):
        return Reason.BAD_DATA, (sheet,)
    counted, problems = count(found, sheet, names)
    return counted or Reason.BAD_DATA, problems


def _no_file(found: LoadedRecord[Survey], sources: Mapping[str, bytes]) -> Problem:
    path, add = found.record.data_path, "Add the export of the survey there."
    if found.record.file is None:
        message = f"There are no answers yet: there is no file {path}."
        return Problem(
            place=found.place(), code="no-data", message=message, remedy=add, severity=Severity.WARNING
        )
    present = [path.removeprefix("kpi_data/") for path in sources if path.startswith("kpi_data/")]
    return Problem(
        place=found.place("file"),
        code="missing-file",
        message=f"There is no file {path}.",
        remedy=did_you_mean(path.removeprefix("kpi_data/"), present, add),
        field="file",
    )


def _names(partners: Sequence[LoadedRecord[Partner]]) -> dict[str, str]:
    """The partners' ids by title in every language and by id, in lower case; an id comes before a title."""
    names: dict[str, str] = {}
    for partner in (found.record for found in partners):
        title = partner.title
        texts = title.texts.values() if isinstance(title, Translated) else (title,)
        names |= {" ".join(text.split()).casefold(): partner.id for text in texts}
    return names | {found.record.id: found.record.id for found in partners}
