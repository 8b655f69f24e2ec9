"""How often the interval of four in five held on real series, and how far forecasts missed, against others.

Rolling origin: at each moment of each series from its eighth value on, with what was known then, 1 to 6
periods ahead. Errors are in units of the mean change between neighbouring values of the series (MASE). The
others: the latest value again (naive), and damped Holt as statsmodels fits it, at every ninth moment, since
each fit takes 20 ms; `there` is what the rest did at the same moments. Takes `--quick` to leave it out.
"""

import csv
import sys
import warnings
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
from statsmodels.tsa.holtwinters import ExponentialSmoothing

from shared_vision.importers.open_sdg import import_open_sdg
from shared_vision.measure.forecast import JUDGED, REPLAYED, Replay
from shared_vision.measure.intervals import errors
from shared_vision.measure.rows import Floats, Row, batches, row_of, rows_of
from shared_vision.model.dates import month_end
from shared_vision.model.reason import Reason
from shared_vision.model.records import Direction, Frequency, Kpi
from shared_vision.model.series import Point, Series
from shared_vision.read import read

FIRST = date(2020, 4, 1)
DATA = Path(__file__).parents[2] / "shared/data"


def main() -> None:
    """Print a table for each of the two sets of series."""
    if not DATA.is_dir():
        print(f"The published series are not in {DATA}")
        return
    for name, rows in (("NHS, monthly", nhs_rows()), ("Canada, yearly", canada_rows())):
        show(name, rows)


def nhs_rows() -> dict[str, Row | Reason]:
    """Attendances, share seen within four hours and share admitted of each organisation with 36 months."""
    found: defaultdict[str, dict[str, Floats]] = defaultdict(dict)
    with (DATA / "nhs-ae/ae_attendances.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            counts = np.array([float(line[name] or 0) for name in ("attendances", "breaches", "admissions")])
            months = found[line["org_code"]]
            months[line["period"]] = months.get(line["period"], np.zeros(3)) + counts
    return dict(_nhs(found))


def _nhs(found: dict[str, dict[str, Floats]]) -> Iterator[tuple[str, Row | Reason]]:
    for organisation, months in found.items():
        table = np.array([months[month] for month in sorted(months)])
        if len(table) < 36 or (table[:, 0] <= 0).any():
            continue
        days = [date.fromisoformat(month) for month in sorted(months)]
        kinds = {"att": table[:, 0], "in4": 1 - table[:, 1] / table[:, 0], "adm": table[:, 2] / table[:, 0]}
        for kind, values in kinds.items():
            if len(np.unique(values)) < 18:
                continue
            name = f"{organisation.lower()}-{kind}"
            points = tuple(
                Point(start=day, end=month_end(day), value=float(value), line=2)
                for day, value in zip(days, values, strict=True)
            )
            yield name, row_of(kpi(name), Series(file="x.csv", points=points))


def kpi(name: str) -> Kpi:
    """A monthly KPI."""
    return Kpi.model_validate(
        {"id": name, "title": name, "direction": Direction.INCREASE, "frequency": Frequency.MONTHLY}
    )


def canada_rows() -> dict[str, Row | Reason]:
    """Canada's published series of ten values and more."""
    root = DATA / "canada-sdg"
    files = {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }
    return dict(rows_of(read(import_open_sdg(files).files)))


def show(name: str, rows: dict[str, Row | Reason]) -> None:
    """One table: a line for each number of periods ahead."""
    kept = {one: row for one, row in rows.items() if isinstance(row, Row) and len(row.points) > JUDGED}
    held, judged = np.zeros(REPLAYED), np.zeros(REPLAYED)
    totals: dict[str, Floats] = defaultdict(lambda: np.zeros((REPLAYED, 2)))
    for batch in batches(kept):
        values = np.array([row.values for row in batch])
        replay = Replay(values, batch[0].season, REPLAYED)
        scale = mean_change(values)[None, :, None]
        came = replay.errors[JUDGED - 1 :]
        held += np.nansum(came <= replay.halves[JUDGED - 1 :], axis=(0, 1))
        judged += (~np.isnan(came)).sum(axis=(0, 1))
        others = {"ours": replay.errors, "naive": naive(values)}
        if "--quick" not in sys.argv:
            others["statsmodels"] = statsmodels(values)
            for other in ("ours", "naive"):
                both = np.where(np.isnan(others["statsmodels"]), np.nan, others[other])
                _add(totals[f"{other} there"], both[JUDGED - 1 :] / scale)
        for other, found in others.items():
            _add(totals[other], found[JUDGED - 1 :] / scale)
    print(f"{name}: {len(kept)} series")
    print("ahead  forecasts  held   " + "  ".join(f"{other:>12}" for other in totals))
    for ahead in range(REPLAYED):
        errors = "  ".join(f"{total[ahead, 0] / max(total[ahead, 1], 1):12.3f}" for total in totals.values())
        print(f"{ahead + 1:5}  {judged[ahead]:9.0f}  {held[ahead] / judged[ahead]:5.1%}  {errors}")
    means = "  ".join(f"{total[:, 0].sum() / max(total[:, 1].sum(), 1):12.3f}" for total in totals.values())
    print(f"  all  {judged.sum():9.0f}  {held.sum() / judged.sum():5.1%}  {means}\n")


def mean_change(values: Floats) -> Floats:
    """The mean size of the changes between neighbouring values, for each row."""
    changes = np.abs(np.diff(values, axis=1))
    found: Floats = np.nansum(changes, axis=1) / np.maximum(np.sum(~np.isnan(changes), axis=1), 1)
    return np.where(found > 0, found, np.nan)


def _add(total: Floats, found: Floats) -> None:
    total[:, 0] += np.nansum(found, axis=(0, 1))
    total[:, 1] += (~np.isnan(found)).sum(axis=(0, 1))


def naive(values: Floats) -> Floats:
    """The errors of saying the latest value again."""
    return errors(values, np.repeat(values.T[:, :, None], REPLAYED, axis=2))


def statsmodels(values: Floats) -> Floats:
    """The errors of damped Holt as statsmodels fits it; at every ninth moment."""
    middles = np.full((values.shape[1], len(values), REPLAYED), np.nan)
    warnings.simplefilter("ignore")
    for place, row in enumerate(values):
        if np.isnan(row).any():
            continue
        for moment in range(max(JUDGED, 10) - 1 + place % 9, values.shape[1] - 1, 9):
            fit = ExponentialSmoothing(
                row[: moment + 1],
                trend="add",
                damped_trend=True,
                initialization_method="estimated",
                bounds={"damping_trend": (0.8, 0.98)},
            ).fit()
            middles[moment, place] = fit.forecast(REPLAYED)
    return errors(values, middles)


if __name__ == "__main__":
    main()
