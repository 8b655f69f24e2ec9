"""How often noise is called a trend, on made-up and on real series, and what a trend costs.

The first table is of series without a trend in which each value keeps a part of the one before. The second
is of monthly figures of emergency departments (attendances, share who wait long, share admitted) whose trend
and season were taken out and whose years, or stretches of nine or six months, were put in random order, each
as it was or upside down: whatever course they show is chance. `plain` is what the textbook says without
allowing for neighbours, `told` what the site says.
"""

import time
from collections.abc import Iterable, Iterator
from datetime import date
from math import erfc, sqrt

import numpy as np
from benchmarks.published import DATA, nhs
from numpy.typing import NDArray

from shared_vision.measure.kpis import measure_kpi
from shared_vision.measure.movement import movement_of
from shared_vision.model.dates import add_months, month_end
from shared_vision.model.records import Frequency, Kpi
from shared_vision.model.series import Point, Series
from shared_vision.model.trend import Course, Rank

Numbers = NDArray[np.float64]
CHANCE = np.random.default_rng(20261123)
EACH = 500
PERIODS = [add_months(date(2021, 1, 1), month) for month in range(720)]
STEPS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}


def points(values: Numbers, frequency: Frequency) -> tuple[Point, ...]:
    step = STEPS[frequency]
    return tuple(
        Point(start=PERIODS[i * step], end=month_end(PERIODS[(i + 1) * step - 1]), value=value, line=i + 2)
        for i, value in enumerate(values.tolist())
    )


def kpi(frequency: Frequency) -> Kpi:
    return Kpi.model_validate(
        {
            "id": "k",
            "title": "K",
            "direction": "increase",
            "frequency": frequency.value,
            "baseline": {"date": "2021-01-31", "value": 0.0},
            "target": {"date": "2027-12-31", "value": 5.0},
        }
    )


def shares(many: Iterable[Numbers], frequency: Frequency) -> tuple[int, float, float]:
    """How many series, which share of them the textbook calls a trend, and which share the site."""
    record, count, plain, told = kpi(frequency), 0, 0, 0
    for values in many:
        line = points(values, frequency)
        measured = measure_kpi(record, Series(file="k.csv", points=line), line[-1].end)
        trend = movement_of(record, line, measured).trend
        told += trend.course is not Course.NONE
        if isinstance(trend.rank, Rank) and trend.rank.spread and trend.rank.score:
            plain += _textbook(trend.rank) < 0.05
        count += 1
    return count, plain / count, told / count


def _textbook(rank: Rank) -> float:
    return rank.p if rank.exact else erfc((abs(rank.score) - 1) / rank.spread * sqrt(rank.factor / 2))


def keeping(part: float, count: int) -> Iterator[Numbers]:
    for _ in range(EACH):
        values = CHANCE.normal(size=count + 100)
        for place in range(1, count + 100):
            values[place] += part * values[place - 1]
        yield values[100:]


def shuffled(many: Iterable[Numbers], stretch: int) -> Iterator[Numbers]:
    """The series without trend and season, in stretches of so many months in random order."""
    for values in many:
        earlier, later = np.triu_indices(36, 1)
        same = (later - earlier) % 12 == 0
        steps = (values[later] - values[earlier])[same] / (later - earlier)[same]
        rest = values - np.median(steps) * np.arange(36)
        rest = (rest.reshape(3, 12) - np.median(rest.reshape(3, 12), axis=0)).reshape(-1, stretch)
        for _ in range(3):
            signs = CHANCE.choice([-1, 1], (len(rest), 1))
            yield (CHANCE.permutation(rest) * signs).reshape(-1)


def speed(count: int = 4000) -> float:
    """Seconds of CPU for so many KPIs of sixty months."""
    record = kpi(Frequency.MONTHLY)
    lines = [points(CHANCE.normal(50, 5, 60), Frequency.MONTHLY) for _ in range(count)]
    measured = [measure_kpi(record, Series(file="k.csv", points=line), line[-1].end) for line in lines]
    start = time.process_time()
    for line, measure in zip(lines, measured, strict=True):
        movement_of(record, line, measure)
    return time.process_time() - start


def main() -> None:
    print(f"4,000 KPIs of 60 months: {speed():.2f} s of CPU")
    print(f"{'frequency':10} {'values':>6} {'keeps':>6} {'series':>7} {'plain':>7} {'told':>7}")
    sizes = [(Frequency.YEARLY, 8), (Frequency.YEARLY, 12), (Frequency.YEARLY, 24)]
    for frequency, size in [*sizes, (Frequency.QUARTERLY, 20), (Frequency.MONTHLY, 36)]:
        for part in (0.0, 0.3, 0.5, 0.7, 0.8):
            count, plain, told = shares(keeping(part, size), frequency)
            print(f"{frequency.value:10} {size:6} {part:6} {count:7} {plain:7.1%} {told:7.1%}")
    if not DATA.is_dir():
        print(f"The published series are not in {DATA}")
        return
    found = [values for _, _, values in nhs()]
    print(f"{len(found)} real series as they are: {shares(found, Frequency.MONTHLY)[2]:.1%} show a trend")
    for stretch in (12, 9, 6, 1):
        count, plain, told = shares(shuffled(found, stretch), Frequency.MONTHLY)
        print(f"{count} of them in random order of {stretch} months: plain {plain:.1%}, told {told:.1%}")


if __name__ == "__main__":
    main()
