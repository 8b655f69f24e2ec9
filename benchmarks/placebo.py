"""How often an action that never was is said to have helped or hurt, and how often a real step is seen.

Real series: NHS, monthly. At dates without any action at most 5 % should be called helped or hurt; then a
step of one, two and three standard deviations of the month-to-month noise is added from that date on, with
8, 12 and 18 values on each side, the longest that these series allow. For 24 on each side, series of 48
months are made from each real one: its own season, and errors drawn anew that follow one another as its
own do. Each pair is judged alone, without the correction for many, which only makes verdicts rarer.
"""

from datetime import date

import numpy as np
from benchmarks.published import DATA, monthly_row, nhs_rows

from shared_vision.measure.effects import LEVEL, estimate
from shared_vision.measure.rows import Floats, Row
from shared_vision.measure.season import season
from shared_vision.measure.segments import regress
from shared_vision.model.dates import add_months

FIRST = date(2020, 4, 1)
SIDES = (8, 12, 18, 24)
STEPS = (0, 1, 2, 3)


def main() -> None:
    """Print the table."""
    if not DATA.is_dir():
        print(f"The published series are not in {DATA}")
        return
    rows = [row for row in nhs_rows().values() if isinstance(row, Row)]
    print("values a side   pairs   textbook   ours      share found of a step of")
    print("                        false      false     1 sd    2 sd    3 sd")
    for side in SIDES:
        shares, textbook, pairs = tried(rows, side)
        found = "   ".join(f"{share:5.1%}" for share in shares[1:])
        print(f"{side:13}   {pairs:5}   {textbook:8.1%}   {shares[0]:5.1%}     {found}")


def tried(rows: list[Row], side: int) -> tuple[list[float], float, int]:
    """The share of pairs called helped or hurt for each step, and by the textbook without one; how many."""
    dice = np.random.default_rng(side)
    called, textbook, pairs = np.zeros(len(STEPS)), 0, 0
    for row in rows:
        for _ in range(3):
            values, noise = _drawn(row, side, dice)
            if noise == 0:
                continue
            pairs += 1
            for place, step in enumerate(STEPS):
                called[place] += _p(values, step * noise, side) <= LEVEL
            fit = regress(np.arange(2.0 * side), values, side)
            textbook += abs(fit.coefficients[2]) > 2 * fit.error
    return (called / pairs).tolist(), textbook / pairs, pairs


def _drawn(row: Row, side: int, dice: np.random.Generator) -> tuple[Floats, float]:
    """So many values before and after a random date, and the noise between neighbouring ones."""
    values = np.array([point.value for point in row.points])[-36:]
    noise = float(np.median(np.abs(np.diff(values)))) / 0.6745 / np.sqrt(2)
    if 2 * side > len(values):
        return _made(values, 2 * side, dice), noise
    first = int(dice.integers(0, len(values) - 2 * side + 1))
    return values[first : first + 2 * side], noise


def _made(values: Floats, count: int, dice: np.random.Generator) -> Floats:
    """A longer series with the season and the errors of a real one."""
    added = season(values[None], 12)[0][0]
    times = np.arange(len(values))
    rest = values - added[times % 12]
    rest = rest - np.polyval(np.polyfit(times, rest, 1), times)
    follows = float(np.clip(np.sum(rest[1:] * rest[:-1]) / max(np.sum(rest**2), 1e-300) + 0.1, -0.2, 0.95))
    errors = dice.choice(rest[1:] - follows * rest[:-1], count + 30)
    made = np.zeros(count + 30)
    for place in range(1, len(made)):
        made[place] = follows * made[place - 1] + errors[place]
    return np.asarray(made[30:] + added[np.arange(count) % 12] + values.mean())


def _p(values: Floats, step: float, side: int) -> float:
    """The chance that the program gives for the step at the middle of the values."""
    days = [add_months(FIRST, place) for place in range(len(values))]
    row = monthly_row("x", days, values + step * (np.arange(len(values)) >= side))
    return estimate(row, row.points[:side], row.points[side:]).p if isinstance(row, Row) else 1.0


if __name__ == "__main__":
    main()
