from datetime import date

import pytest

from shared_vision.draw.frame import frame_of
from shared_vision.draw.ticks import time_ticks, value_ticks
from shared_vision.model.records import Frequency
from shared_vision.model.wording import Wording

WORDING = Wording()


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ((20, 43), ["20", "30", "40"]),
        ((0, 100), ["0", "50", "100"]),
        ((-5, 5), ["−5", "0", "5"]),
        ((1_200_000, 1_310_000), ["1,200,000", "1,250,000", "1,300,000"]),
        ((1e15, 3e15), ["1×10¹⁵", "2×10¹⁵", "3×10¹⁵"]),
        ((1e-12, 2e-12), ["1×10⁻¹²", "1.5×10⁻¹²", "2×10⁻¹²"]),
        ((1_000_000.1, 1_000_000.3), []),
    ],
)
def test_values_are_round_few_and_never_read_alike(values: tuple[float, float], labels: list[str]) -> None:
    frame = frame_of((1, 100), values)
    assert [tick.label for tick in value_ticks(frame, WORDING)] == labels


@pytest.mark.parametrize(
    ("first", "last", "frequency", "labels"),
    [
        ("2024-01-31", "2027-12-31", Frequency.MONTHLY, ["2024", "2025", "2026", "2027"]),
        ("2015-12-31", "2030-12-31", Frequency.YEARLY, ["2015", "2020", "2025", "2030"]),
        ("2025-03-31", "2025-12-31", Frequency.QUARTERLY, ["Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025"]),
        ("2025-03-31", "2025-03-31", Frequency.MONTHLY, ["Mar 2025"]),
        ("2025-12-31", "2026-12-31", Frequency.YEARLY, ["2025", "2026"]),
        ("2025-03-03", "2025-03-09", Frequency.DAILY, ["4 Mar 2025", "6 Mar 2025", "8 Mar 2025"]),
        ("2025-03-03", "2025-06-09", Frequency.IRREGULAR, ["Apr 2025", "May 2025", "Jun 2025"]),
        ("0001-12-31", "9999-12-31", Frequency.YEARLY, ["2000", "4000", "6000", "8000"]),
    ],
)
def test_dates_fit_the_time_shown(first: str, last: str, frequency: Frequency, labels: list[str]) -> None:
    days = (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())
    ticks = time_ticks(frame_of(days, (0, 1)), frequency, WORDING)
    assert [tick.label.replace("\u00a0", " ") for tick in ticks] == labels


@pytest.mark.parametrize(
    ("frequency", "day"),
    [
        (Frequency.YEARLY, date(2020, 12, 31)),
        (Frequency.QUARTERLY, date(2020, 3, 31)),
        (Frequency.MONTHLY, date(2020, 1, 31)),
        (Frequency.IRREGULAR, date(2020, 1, 1)),
    ],
)
def test_year_stands_below_its_first_value(frequency: Frequency, day: date) -> None:
    frame = frame_of((date(2018, 1, 1).toordinal(), date(2023, 12, 31).toordinal()), (0, 1))
    ticks = {tick.label: tick.at for tick in time_ticks(frame, frequency, WORDING)}
    assert ticks["2020"] == day.toordinal()


def test_every_other_of_many_dates_may_go_on_a_phone() -> None:
    frame = frame_of((date(2025, 1, 1).toordinal(), date(2025, 12, 31).toordinal()), (0, 1))
    ticks = time_ticks(frame, Frequency.MONTHLY, WORDING)
    assert [tick.minor for tick in ticks] == [False, True, False, True, False, True]
