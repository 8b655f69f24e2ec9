"""One document from everything that was read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from shared_vision.join.actions import (
    decision_problems,
    initiative_problems,
    mended_initiative,
    update_problems,
)
from shared_vision.join.fewest import fewest
from shared_vision.join.governance import governance_problems
from shared_vision.join.ideas import idea_problems, mended_idea
from shared_vision.join.kpis import kpi_problems, mended_kpi
from shared_vision.join.parents import open_parents
from shared_vision.join.register import Register, register
from shared_vision.join.scope import mended_vision, scope_problems
from shared_vision.join.settle import remains_problems, settle
from shared_vision.join.signatures import signature_problems
from shared_vision.join.supersedes import open_supersedes, supersede_problems
from shared_vision.join.surveys import answer_problems, invited_problems, survey_problems
from shared_vision.model.document import BrokenRecord, Document
from shared_vision.model.loaded import Loaded, LoadedRecord
from shared_vision.model.problem import Place, Problem
from shared_vision.model.reason import Reason
from shared_vision.model.records import Decision, Goal, Idea, Initiative, Kpi, Partner, Survey, Update, Vision
from shared_vision.model.references import closed
from shared_vision.model.series import Series
from shared_vision.model.survey import Published, Responses

_CHECKS: Mapping[str, Callable[[LoadedRecord[Any]], Iterable[Problem]]] = {
    Vision.kind: lambda found: (*scope_problems(found), *signature_problems(found)),
    Goal.kind: signature_problems,
    Kpi.kind: kpi_problems,
    Initiative.kind: initiative_problems,
    Decision.kind: decision_problems,
    Update.kind: update_problems,
    Idea.kind: idea_problems,
    Survey.kind: survey_problems,
}
"""What is looked at in a single record, besides its references."""
_MENDED: Mapping[str, Callable[[Any], Any]] = {
    Vision.kind: mended_vision,
    Kpi.kind: mended_kpi,
    Initiative.kind: mended_initiative,
    Idea.kind: mended_idea,
}


def assemble(
    loaded: Loaded,
    series: Mapping[str, Series | Reason],
    problems: Iterable[Problem],
    answers: Mapping[str, Responses | Published | Reason] = MappingProxyType({}),
) -> Document:
    """The document: what leads nowhere or contradicts itself is a problem, and is left out."""
    known = register(loaded)
    joined = {kind: _join(loaded, kind, known) for kind in loaded.records}
    records = {kind: found for kind, (found, _) in joined.items()}
    goals, parent_problems = open_parents(records[Goal.kind], loaded.of_kind("goals"))
    decisions, supersede_circles = open_supersedes(records[Decision.kind], loaded.of_kind("decisions"))
    vision = records[Vision.kind].get("vision") or Vision(id="vision", title="Shared vision")
    unsettled = {one.path: remains_problems(one, known) for one in loaded.remains}
    found = [
        *loaded.problems,
        *problems,
        *(problem for _, among in joined.values() for problem in among),
        *(problem for among in unsettled.values() for problem in among),
        *parent_problems,
        *supersede_circles,
        *supersede_problems(loaded),
        *governance_problems(loaded, vision, records[Partner.kind], decisions),
        *invited_problems(loaded, known),
        *answer_problems(loaded, vision, answers),
        *_missing_vision(loaded),
    ]
    document = Document(
        vision=vision,
        partners=records[Partner.kind],
        goals=goals,
        kpis=records[Kpi.kind],
        initiatives=records[Initiative.kind],
        decisions=decisions,
        updates=records[Update.kind],
        ideas=records[Idea.kind],
        surveys=records[Survey.kind],
        answers={name: answers.get(name, Reason.NO_DATA) for name in records[Survey.kind]},
        series={kpi: series.get(kpi, Reason.NO_DATA) for kpi in records[Kpi.kind]},
        paths=_paths(loaded),
        broken=tuple(_with_problems(record, unsettled) for record in loaded.broken),
        problems=fewest(found),
    )
    return closed(document)


def _join(loaded: Loaded, kind: str, known: Register) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The records of a kind as they hold together, with what does not."""
    records: dict[str, Any] = {}
    problems: list[Problem] = []
    for one in loaded.of_kind(kind):
        record, found = settle(one, known)
        problems += found
        problems += _CHECKS[kind](one) if kind in _CHECKS else ()
        records[record.id] = _MENDED[kind](record) if kind in _MENDED else record
    return records, tuple(problems)


def _with_problems(record: BrokenRecord, more: Mapping[str, tuple[Problem, ...]]) -> BrokenRecord:
    return replace(record, problems=(*record.problems, *more.get(record.path, ())))


def _paths(loaded: Loaded) -> dict[str, str]:
    return {f"{kind}/{one.record.id}": one.path for kind, found in loaded.records.items() for one in found}


def _missing_vision(loaded: Loaded) -> tuple[Problem, ...]:
    if loaded.of_kind("vision") or any(record.kind == Vision.kind for record in loaded.broken):
        return ()
    return (
        Problem(
            place=Place(path="vision/vision.yml"),
            code="missing-vision",
            message="There is no file for the vision itself.",
            remedy='Add vision/vision.yml with at least a line "title: ...".',
        ),
    )
