"""How often the interval of four in five held on real series, and how far forecasts missed, against others.

Rolling origin: at each moment of each series from its eighth value on, with what was known then, 1 to 6
periods ahead. Errors are in units of the mean change between neighbouring values of the series (MASE). The
others: the latest value again (naive), and damped Holt as statsmodels fits it, at every ninth moment, since
each fit takes 20 ms; `there` is what the rest did at the same moments. Takes `--quick` to leave it out.
"""

import sys
import warnings
from collections import defaultdict

import numpy as np
from benchmarks.published import DATA, canada_rows, nhs_rows
from statsmodels.tsa.holtwinters import ExponentialSmoothing

from shared_vision.measure.forecast import JUDGED, REPLAYED, Replay
from shared_vision.measure.intervals import errors
from shared_vision.measure.rows import Floats, Row, batches
from shared_vision.model.reason import Reason


def main() -> None:
    """Print a table for each of the two sets of series."""
    if not DATA.is_dir():
        print(f"The published series are not in {DATA}")
        return
    for name, rows in (("NHS, monthly", nhs_rows()), ("Canada, yearly", canada_rows())):
        show(name, rows)


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
