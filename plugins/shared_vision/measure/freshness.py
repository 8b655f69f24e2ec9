"""Whether a KPI's next value is late."""

from datetime import date, timedelta

from shared_vision.model.measures import Freshness
from shared_vision.model.periods import end_after
from shared_vision.model.reason import Reason
from shared_vision.model.records import Frequency

LEAST_GRACE_DAYS = 3
GRACE_SHARE = 0.25
DORMANT_PERIODS = 2


def freshness(
    latest_end: date, frequency: Frequency, today: date
) -> tuple[Freshness | Reason, date | Reason]:
    """How fresh a KPI is, with the day by which its next value is due.

    `latest_end` is the last day of the latest period. The next value is due at the end of the next
    period plus a grace of a quarter of that period (3 days at least): fresh until that period
    ends, due until the grace is over, then overdue; dormant once two more periods have passed.
    Source: methods.md, C12.
    """
    if frequency == Frequency.IRREGULAR:
        return Reason.NO_SCHEDULE, Reason.NO_SCHEDULE
    ends = [end_after(latest_end, frequency, periods) for periods in (0, 1, 1 + DORMANT_PERIODS)]
    grace = _grace(ends[0], ends[1])
    due = ends[1] + grace
    if today <= ends[1]:
        return Freshness.FRESH, due
    if today <= due:
        return Freshness.DUE, due
    return (Freshness.OVERDUE if today <= ends[2] + grace else Freshness.DORMANT), due


def due_day(end: date, frequency: Frequency) -> date:
    """The day by which the value of the period that ends on a day is due; for any but an irregular KPI."""
    return end + _grace(end_after(end, frequency, -1), end)


def _grace(before: date, end: date) -> timedelta:
    """How long the value of a period may take, from the end of the one before it to its own."""
    return timedelta(days=max(LEAST_GRACE_DAYS, int((end - before).days * GRACE_SHARE)))
