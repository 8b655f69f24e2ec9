"""CPU time of a KPI's chart, beside matplotlib's own savefig of the same shape.

usage: python benchmarks/charts.py [COUNT]
"""

import io
import math
import sys
import time
from collections.abc import Callable
from datetime import date

import matplotlib as mpl
from matplotlib.figure import Figure

from shared_vision.draw.charts import draw_charts
from shared_vision.model.dates import add_months, month_end
from shared_vision.model.document import Document
from shared_vision.model.measures import Basis, Freshness, KpiMeasure, Measures, Start, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Decision, Kpi, Vision
from shared_vision.model.series import Point, Series
from shared_vision.model.wording import Wording

MONTHS = [add_months(date(2020, 1, 1), month) for month in range(60)]
VALUES = [42 - month / 4 + 3 * math.sin(month) for month in range(60)]


def kpi(number: int) -> Kpi:
    return Kpi.model_validate(
        {
            "id": f"complaints-{number}",
            "title": "Complaints per 1,000 contacts",
            "unit": "complaints per 1,000",
            "direction": "decrease",
            "frequency": "monthly",
            "baseline": {"date": "2020-01-31", "value": 42.0},
            "milestones": [{"date": "2023-06-30", "value": 30.0}],
            "target": {"date": "2026-12-31", "value": 20.0},
        }
    )


def measure(kpi_id: str, latest: Point) -> KpiMeasure:
    return KpiMeasure(
        id=kpi_id,
        status=Status.ON_TRACK,
        reason=None,
        basis=Basis.LINEAR,
        progress=0.7,
        expected=0.7,
        score=Reason.NOT_DEFINED,
        start=Start(date=date(2020, 1, 31), value=42.0),
        latest=latest,
        freshness=Freshness.FRESH,
        due=Reason.NO_SCHEDULE,
    )


def document(count: int) -> tuple[Document, Measures]:
    points = tuple(
        Point(start=month, end=month_end(month), value=value, line=2)
        for month, value in zip(MONTHS, VALUES, strict=True)
    )
    kpis = {each.id: each for each in map(kpi, range(count))}
    decisions = [
        Decision.model_validate(
            {
                "id": f"decision-{year}",
                "title": "Offer a same-day call-back",
                "date": f"{year}-04-03",
                "status": "accepted",
                "affects": [f"kpis/{each}" for each in kpis],
            }
        )
        for year in (2021, 2022, 2023)
    ]
    return (
        Document(
            vision=Vision.model_validate({"id": "vision", "title": "One front door"}),
            kpis=kpis,
            series={each: Series(file="complaints.csv", points=points) for each in kpis},
            decisions={each.id: each for each in decisions},
        ),
        Measures(today=date(2025, 1, 1), kpis={each: measure(each, points[-1]) for each in kpis}, goals={}),
    )


def save_figures(count: int) -> None:
    for _ in range(count):
        figure = Figure(figsize=(7, 3))
        axes = figure.add_subplot()
        axes.plot(MONTHS, VALUES)  # type: ignore[arg-type]  # dates are plotted, the stubs forget them
        axes.axhline(20, ls="--")
        axes.set_title("A KPI")
        axes.set_ylabel("unit")
        figure.savefig(io.BytesIO(), format="svg")


def cpu_milliseconds(draw: Callable[[], object], count: int) -> float:
    start = time.process_time()
    draw()
    return (time.process_time() - start) / count * 1000


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    mpl.rcParams["svg.fonttype"] = "none"
    few = max(count // 10, 5)
    workload, wording = document(count), Wording()
    draw_charts(*document(1), wording)
    save_figures(1)
    ours = cpu_milliseconds(lambda: draw_charts(*workload, wording), count)
    theirs = cpu_milliseconds(lambda: save_figures(few), few)
    size = len(next(iter(draw_charts(*document(1), wording).values())).svg)
    print(f"a chart of 60 points, 3 marks: {ours:.2f} ms of CPU, {size / 1000:.1f} kB")
    print(f"matplotlib's savefig:          {theirs:.2f} ms of CPU")
    print(f"ratio:                         {ours / theirs:.3f}")


if __name__ == "__main__":
    main()
