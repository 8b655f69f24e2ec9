"""From the partners' files to one checked document."""

from collections.abc import Mapping

from shared_vision.join.ahead import ahead_problems
from shared_vision.join.assemble import assemble
from shared_vision.load.data.series import load_series
from shared_vision.load.record.records import load_records
from shared_vision.load.record.schema import schemas
from shared_vision.load.survey.files import files_of_surveys
from shared_vision.load.survey.surveys import load_surveys
from shared_vision.model.document import Document

__all__ = ["ahead_problems", "read", "schemas"]


def read(
    sources: Mapping[str, bytes],
    language: str = "",
) -> Document:
    """The document that the files say, with all its problems.

    `sources` maps paths (`vision/goals/x.yml`, `kpi_data/x.csv`) to contents; it may read them
    only when asked. `language` is the main one, in which texts given in several are read.
    """
    loaded = load_records(sources, language)
    surveys = loaded.of_kind("surveys")
    files = files_of_surveys(loaded, sources)
    answers, survey_problems = load_surveys(surveys, loaded.of_kind("partners"), sources, files)
    series, problems = load_series(loaded.of_kind("kpis"), sources, files)
    return assemble(loaded, series, (*problems, *survey_problems), answers)
