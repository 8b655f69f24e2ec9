"""Waits in English emergency departments: a ratio over all organisations, equal to the sums by hand."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from shared_vision.model.document import Document
from shared_vision.model.series import Point, Series
from shared_vision.read import read

FILE = Path(__file__).parents[2] / "shared/data/nhs-ae/ae_attendances.csv"
KPI = """title: Waits of more than four hours
unit: "% of attendances"
direction: decrease
frequency: monthly
source: {{file: ae.csv, date: period, value: breaches, per: attendances, scale: 100{more}}}
"""

pytestmark = pytest.mark.skipif(not FILE.exists(), reason=f"the published data are not at {FILE}")


@pytest.fixture(scope="module")
def document() -> Document:
    return read(
        {
            "vision/vision.yml": b"title: Emergency care\n",
            "vision/kpis/waits.yml": KPI.format(more="").encode(),
            "vision/kpis/waits-by-hospital.yml": KPI.format(more=", by: org_code").encode(),
            "vision/kpis/waits-in-large.yml": KPI.format(more=", where: {type: '1'}").encode(),
            "kpi_data/ae.csv": FILE.read_bytes(),
        }
    )


def _series(document: Document, kpi: str) -> Series:
    series = document.series[kpi]
    assert isinstance(series, Series)
    return series


def _by_hand(**chosen: str) -> dict[str, tuple[int, int]]:
    sums: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if all(row[column] == value for column, value in chosen.items()):
                breaches, attendances = sums[row["period"]]
                sums[row["period"]] = (breaches + int(row["breaches"]), attendances + int(row["attendances"]))
    return sums


def _shares(sums: dict[str, tuple[int, int]]) -> dict[str, float]:
    return {month: 100 * breaches / all_ for month, (breaches, all_) in sorted(sums.items()) if all_}


def _months(points: tuple[Point, ...]) -> dict[str, float]:
    return {point.start.isoformat(): point.value for point in points}


def test_every_month_is_the_sum_by_hand(document: Document) -> None:
    series = _series(document, "waits")
    assert len(series.points) == 36
    assert _months(series.points) == _shares(_by_hand())
    assert sum(point.rows for point in series.points) == 12_765


def test_seen_within_four_hours_is_the_rest(document: Document) -> None:
    seen = {month: 100 * (all_ - breaches) / all_ for month, (breaches, all_) in _by_hand().items()}
    for month, waits in _months(_series(document, "waits").points).items():
        assert 100 - waits == pytest.approx(seen[month], abs=1e-12)


def test_chosen_type_is_the_sum_of_its_rows(document: Document) -> None:
    assert _months(_series(document, "waits-in-large").points) == _shares(_by_hand(type="1"))


def test_breakdown_has_every_organisation_and_the_same_whole(document: Document) -> None:
    series = _series(document, "waits-by-hospital")
    assert series.points == _series(document, "waits").points
    assert len(series.groups) == 274
    for group in series.groups[::40]:
        assert _months(group.points) == _shares(_by_hand(org_code=group.name))


def test_real_file_has_no_problem(document: Document) -> None:
    assert [problem for problem in document.problems if problem.place.path.startswith("kpi_data/")] == []
