"""What a KPI's status comes to once the day of its target has passed."""

from dataclasses import replace
from datetime import date

from shared_vision.measure.verdict import Verdict
from shared_vision.model.measures import Status
from shared_vision.model.records import Kpi
from shared_vision.model.series import Point


def with_lapse(verdict: Verdict, kpi: Kpi, latest: Point, today: date) -> Verdict:
    """The verdict as it holds after the target's date.

    The cut of 0.95 judges a pace, and after its date a target has none to keep: it is met or missed. So a
    value from that date or later that misses it is at risk at best. Where the latest value is older, the
    status stays what it was then, as for all KPIs without news (methods.md, C6 and C12).
    """
    target = kpi.target
    if not target or target.value is None or today <= target.date:
        return verdict
    if verdict.status in {Status.ACHIEVED, Status.UNKNOWN}:
        return verdict
    missed = verdict.status == Status.ON_TRACK and latest.end >= target.date
    return replace(verdict, lapsed=True, status=Status.AT_RISK if missed else verdict.status)
