"""The movement of every KPI of a document."""

from datetime import date

from shared_vision.measure.measures import measure, with_outlook
from shared_vision.model.document import Document
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi, Vision
from shared_vision.model.series import Series
from shared_vision.model.trend import Course, Movement
from some_points import in_a_row

VALUES = [30.0 - place for place in range(12)]


def _movements(today: date, **fields: object) -> dict[str, Movement]:
    common = {"title": "Complaints", "direction": "decrease", "frequency": "monthly", **fields}
    kpis = {name: Kpi.model_validate({"id": name, **common}) for name in ("falls", "waits")}
    falls = Series(file="falls.csv", points=in_a_row(VALUES))
    series: dict[str, Series | Reason] = {"falls": falls, "waits": Reason.NO_DATA}
    document = Document(vision=Vision(id="vision", title="V"), kpis=kpis, goals={}, series=series)
    return dict(with_outlook(document, measure(document, today)).trends)


def test_every_kpi_with_values_has_a_movement() -> None:
    found = _movements(date(2025, 1, 10))
    assert found.keys() == {"falls"}
    assert found["falls"].trend.course is Course.BETTER
    assert found["falls"].trend.leads


def test_a_course_is_stale_once_the_kpi_is_dormant() -> None:
    assert not _movements(date(2025, 2, 10))["falls"].stale
    assert _movements(date(2025, 6, 1))["falls"].stale


def test_a_clear_course_is_no_noise() -> None:
    target = {"baseline": {"date": "2024-01-31", "value": 30}, "target": {"date": "2026-12-31", "value": 5}}
    assert not _movements(date(2025, 1, 10), **target)["falls"].within_noise
