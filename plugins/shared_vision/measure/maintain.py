"""Whether a KPI stays inside its band."""

from collections.abc import Sequence
from math import inf

from shared_vision.measure.verdict import Verdict, unknown
from shared_vision.model.cuts import MOSTLY, RECENT
from shared_vision.model.measures import Basis, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Target
from shared_vision.model.series import Point


def maintain(points: Sequence[Point], target: Target | None) -> Verdict:
    """On track while the latest value lies in the band from low to high, both included.

    Progress is the share of the last 12 points inside; outside now, but at least 0.75 of them
    inside, is at risk, less is off track. An end that is left out is open. Source: design.md, 6.
    """
    if target is None or (target.low is None and target.high is None):
        return unknown(Reason.NO_TARGET, Basis.MAINTAIN)
    low = -inf if target.low is None else target.low
    high = inf if target.high is None else target.high
    inside = [low <= point.value <= high for point in points[-RECENT:]]
    share = sum(inside) / len(inside)
    return Verdict(
        status=_status(share, now=inside[-1]),
        basis=Basis.MAINTAIN,
        progress=share,
        expected=Reason.NOT_DEFINED,
    )


def _status(share: float, *, now: bool) -> Status:
    if now:
        return Status.ON_TRACK
    return Status.AT_RISK if share >= MOSTLY else Status.OFF_TRACK
