"""What a KPI or goal brings to the goal above it."""

from typing import NamedTuple

from shared_vision.model.measures import GOOD, Status
from shared_vision.model.reason import Reason


class Contribution(NamedTuple):
    """The shares of the way done and expected, each the whole way at most."""

    done: float
    expected: float


def contribution(status: Status, progress: float | Reason, expected: float | Reason) -> Contribution:
    """What counts above: more than the whole way makes up for no other (methods.md, C7).

    One without a plan over time counts as all done where it is on track, else as nothing done.
    """
    if isinstance(progress, Reason) or isinstance(expected, Reason):
        return Contribution(done=1.0 if status in GOOD else 0.0, expected=1.0)
    return Contribution(done=min(progress, 1.0), expected=min(expected, 1.0))
