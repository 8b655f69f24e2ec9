"""Every survey with its file."""

from collections.abc import Iterator, Mapping, Sequence

from shared_vision.load.survey.answers import Answers
from shared_vision.load.survey.columns import same_names
from shared_vision.load.survey.files import NO_FILES, Files
from shared_vision.load.survey.names import PartnerNames, partner_names
from shared_vision.load.survey.responses import count
from shared_vision.load.survey.sealed import read_sealed
from shared_vision.load.survey.table import read_sheet
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.problem import Problem, Severity
from shared_vision.model.reason import Reason
from shared_vision.model.records import Partner, Survey
from shared_vision.model.survey import Published, Responses

Found = Responses | Published | Reason
_PARTNERS = "vision/partners/"


def load_surveys(
    surveys: Sequence[LoadedRecord[Survey]],
    partners: Sequence[LoadedRecord[Partner]],
    sources: Mapping[str, bytes],
    files: Files = NO_FILES,
) -> tuple[dict[str, Found], tuple[Problem, ...]]:
    """What each survey gave, by its id, or why nothing did, with the problems of all their files.

    `files` has for each survey's file the records that name it.
    """
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    names = partner_names(partners)
    for survey in surveys:
        wrong = (*same_names(survey), *_same_file(survey, files))
        what, more = _load(survey, names, sources)
        found[survey.record.id] = Reason.BAD_DATA if wrong else what
        problems += (*wrong, *more)
    return found, tuple(problems)


def _load(
    found: LoadedRecord[Survey], names: PartnerNames, sources: Mapping[str, bytes]
) -> tuple[Found, tuple[Problem, ...]]:
    survey = found.record
    path = survey.data_path
    if not survey.questions:
        return Reason.BAD_DATA, ()  # what is wrong with it is said elsewhere
    if path not in sources:
        return Reason.NO_DATA, (_no_file(found, sources),)
    if survey.sealed:
        sealed, problems = read_sealed(sources[path], found, _partners(names, sources))
        return sealed or Reason.BAD_DATA, problems
    sheet = read_sheet(sources[path], path, survey.header_rows, Answers(survey).is_answer)
    if isinstance(sheet, Problem):
        return Reason.BAD_DATA, (sheet,)
    counted, problems = count(found, sheet, names.known, names.doubtful)
    return counted or Reason.BAD_DATA, problems


def _same_file(found: LoadedRecord[Survey], files: Files) -> Iterator[Problem]:
    path = found.record.data_path
    for other in files.get(path, ()):
        if other != found.path:
            yield Problem(
                place=found.place("file"),
                code="same-file",
                message=f"The file {path} is that of {other}, too, so nothing of it is shown.",
                remedy="Give each survey a file of its own.",
                field="file" if found.record.file else "",
            )


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


def _partners(names: PartnerNames, sources: Mapping[str, bytes]) -> set[str]:
    """The ids of the partners, also of those whose records have mistakes."""
    files = {path.removeprefix(_PARTNERS) for path in sources if path.startswith(_PARTNERS)}
    return {*names.known.values(), *(file.partition(".")[0] for file in files)}
