import math
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import pytest

from shared_vision.draw.subject import Subject
from shared_vision.model.dates import add_months, month_end
from shared_vision.model.document import Document
from shared_vision.model.measures import Basis, Freshness, KpiMeasure, Measures, Start, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Decision, Goal, Initiative, Kpi, Vision
from shared_vision.model.series import Group, Point, Series
from shared_vision.model.wording import Wording

Points = tuple[Point, ...]

COMPLAINTS = {
    "id": "complaints",
    "title": "Complaints per 1,000 contacts",
    "unit": "complaints per 1,000",
    "direction": "decrease",
    "frequency": "monthly",
    "baseline": {"date": "2025-01-31", "value": 42.0},
    "milestones": [{"date": "2026-06-30", "value": 30.0}],
    "target": {"date": "2027-12-31", "value": 20.0},
}
FALLING = (42, 41, 43.5, 40, 39, None, 36.5, 37, 33, 32, 34, 30)


def _monthly(values: Iterable[float | None], first: date = date(2025, 1, 1)) -> Points:
    months = ((add_months(first, number), value) for number, value in enumerate(values))
    return tuple(
        Point(start=month, end=month_end(month), value=value, line=2)
        for month, value in months
        if value is not None
    )


def _subject(
    points: Points | None = None,
    *,
    groups: Mapping[str, Points] | None = None,
    basis: Basis = Basis.LINEAR,
    status: Status = Status.ON_TRACK,
    **kpi: Any,
) -> Subject:
    record = Kpi.model_validate(COMPLAINTS | kpi)
    points = _monthly(FALLING) if points is None else points
    given = [Group(name=name, points=points) for name, points in (groups or {}).items()]
    baseline = record.baseline
    start = (
        Start(date=baseline.date, value=baseline.value) if baseline and baseline.value is not None else None
    )
    return Subject(
        kpi=record,
        series=Series(file="complaints.csv", points=points, groups=tuple(given)),
        measure=KpiMeasure(
            id=record.id,
            status=status,
            reason=None,
            basis=basis,
            progress=0.5,
            expected=0.5,
            score=Reason.NOT_DEFINED,
            start=start or Reason.NO_BASELINE,
            latest=points[-1],
            freshness=Freshness.FRESH,
            due=Reason.NO_SCHEDULE,
        ),
        wording=Wording(),
    )


def _document(
    subjects: Iterable[Subject],
    *,
    goals: Iterable[Goal] = (),
    decisions: Iterable[Decision] = (),
    initiatives: Iterable[Initiative] = (),
) -> tuple[Document, Measures]:
    subjects = tuple(subjects)
    document = Document(
        vision=Vision.model_validate({"id": "vision", "title": "One front door"}),
        goals={goal.id: goal for goal in goals},
        kpis={subject.kpi.id: subject.kpi for subject in subjects},
        decisions={decision.id: decision for decision in decisions},
        initiatives={initiative.id: initiative for initiative in initiatives},
        series={subject.kpi.id: subject.series for subject in subjects},
    )
    kpis = {subject.kpi.id: subject.measure for subject in subjects}
    return document, Measures(today=date(2026, 1, 15), kpis=kpis, goals={})


@pytest.fixture
def monthly() -> Callable[..., Points]:
    return _monthly


@pytest.fixture
def subject() -> Callable[..., Subject]:
    return _subject


@pytest.fixture
def document() -> Callable[..., tuple[Document, Measures]]:
    return _document


@pytest.fixture
def band() -> Subject:
    return _subject(
        _monthly([round(5 + math.sin(month), 2) for month in range(9)]),
        id="vacancies",
        title="Vacancies",
        unit="% of posts",
        direction="maintain",
        baseline=None,
        milestones=(),
        target={"date": "2026-06-30", "low": 4.0, "high": 6.0},
        basis=Basis.MAINTAIN,
    )


@pytest.fixture
def broken_down() -> Subject:
    groups = {
        "Northgate & Sons": _monthly([45, 44, 41, 40, 38]),
        "East <Clinic>": _monthly([39, None, 40.5]),
    }
    return _subject(_monthly([42, 42, 41, 40, 38]), groups=groups)
