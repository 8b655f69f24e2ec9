from datetime import date, timedelta

import pytest

from shared_vision.measure.freshness import freshness
from shared_vision.model.measures import Freshness
from shared_vision.model.reason import Reason
from shared_vision.model.records import Frequency


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2025, 2, 28), Freshness.FRESH),
        (date(2025, 3, 1), Freshness.DUE),
        (date(2025, 3, 7), Freshness.DUE),
        (date(2025, 3, 8), Freshness.OVERDUE),
        (date(2025, 5, 7), Freshness.OVERDUE),
        (date(2025, 5, 8), Freshness.DORMANT),
    ],
)
def test_month_is_due_a_quarter_of_a_month_after_its_end(today: date, expected: Freshness) -> None:
    assert freshness(date(2025, 1, 31), Frequency.MONTHLY, today) == (expected, date(2025, 3, 7))


@pytest.mark.parametrize(
    ("latest", "frequency", "due"),
    [
        (date(2025, 1, 31), Frequency.DAILY, date(2025, 2, 4)),
        (date(2025, 1, 5), Frequency.WEEKLY, date(2025, 1, 15)),
        (date(2025, 3, 31), Frequency.QUARTERLY, date(2025, 7, 22)),
        (date(2024, 12, 31), Frequency.YEARLY, date(2026, 4, 1)),
    ],
)
def test_grace_is_a_quarter_of_the_period_and_three_days_at_least(
    latest: date, frequency: Frequency, due: date
) -> None:
    assert freshness(latest, frequency, due) == (Freshness.DUE, due)
    assert freshness(latest, frequency, due + timedelta(days=1)) == (Freshness.OVERDUE, due)


def test_irregular_kpi_has_no_schedule() -> None:
    nothing = (Reason.NO_SCHEDULE, Reason.NO_SCHEDULE)
    assert freshness(date(2025, 1, 31), Frequency.IRREGULAR, date(2026, 1, 1)) == nothing
