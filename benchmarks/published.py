"""Real series that nobody here wrote: where they are, and how they are read."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np

from shared_vision.importers.open_sdg import import_open_sdg
from shared_vision.measure.rows import Floats, Row, row_of, rows_of
from shared_vision.model.dates import month_end
from shared_vision.model.reason import Reason
from shared_vision.model.records import Direction, Frequency, Kpi
from shared_vision.model.series import Point, Series
from shared_vision.read import read

DATA = Path(__file__).parents[2] / "shared/data"
MONTHS, LEAST_VALUES = 36, 18


def nhs() -> Iterator[tuple[str, list[date], Floats]]:
    """Attendances, share seen within four hours and share admitted of each organisation with 36 months.

    Each with its name and the first days of its months, without those of fewer than 18 different values.
    """
    found: defaultdict[str, defaultdict[str, Floats]] = defaultdict(lambda: defaultdict(lambda: np.zeros(3)))
    with (DATA / "nhs-ae/ae_attendances.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            counts = [float(line[name] or 0) for name in ("attendances", "breaches", "admissions")]
            found[line["org_code"]][line["period"]] += np.array(counts)
    for organisation, months in found.items():
        table = np.array([months[month] for month in sorted(months)])
        if len(table) == MONTHS and (table[:, 0] > 0).all():
            days = [date.fromisoformat(month) for month in sorted(months)]
            shares = {
                "att": table[:, 0],
                "in4": 1 - table[:, 1] / table[:, 0],
                "adm": table[:, 2] / table[:, 0],
            }
            for kind, values in shares.items():
                if len(np.unique(values)) >= LEAST_VALUES:
                    yield f"{organisation.lower()}-{kind}", days, values


def nhs_rows() -> dict[str, Row | Reason]:
    """The same as rows."""
    return {name: monthly_row(name, days, values) for name, days, values in nhs()}


def monthly_row(name: str, days: list[date], values: Floats) -> Row | Reason:
    """The row of a monthly KPI where more is better."""
    points = tuple(
        Point(start=day, end=month_end(day), value=float(value), line=2)
        for day, value in zip(days, values, strict=True)
    )
    fields = {"id": name, "title": name, "direction": Direction.INCREASE, "frequency": Frequency.MONTHLY}
    return row_of(Kpi.model_validate(fields), Series(file="x.csv", points=points))


def canada_rows() -> dict[str, Row | Reason]:
    """Canada's published series."""
    root = DATA / "canada-sdg"
    paths = [path for path in root.rglob("*") if path.is_file()]
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
    return dict(rows_of(read(import_open_sdg(files).files)))
