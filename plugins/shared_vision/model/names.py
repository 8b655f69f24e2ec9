"""What the states of a KPI or goal are called."""

from collections.abc import Mapping

from shared_vision.model.catalogue import message
from shared_vision.model.measures import Status

STATUS: Mapping[str, str] = {
    Status.ACHIEVED: message("Achieved"),
    Status.ON_TRACK: message("On track"),
    Status.AT_RISK: message("At risk"),
    Status.OFF_TRACK: message("Off track"),
    Status.MOVING_AWAY: message("Moving away"),
    Status.TOO_EARLY: message("Too early to say"),
    Status.UNKNOWN: message("Not known yet"),
}
"""On its own, as a label."""

STATUS_WITHIN: Mapping[str, str] = {
    Status.ACHIEVED: message("achieved"),
    Status.ON_TRACK: message("on track"),
    Status.AT_RISK: message("at risk"),
    Status.OFF_TRACK: message("off track"),
    Status.MOVING_AWAY: message("moving away"),
    Status.TOO_EARLY: message("too early to say"),
    Status.UNKNOWN: message("not known yet"),
}
"""Within a sentence."""
