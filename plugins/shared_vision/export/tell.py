"""How a status is told outside of the site: its colour on paper, its shape."""

from shared_vision.model.colour import LIGHT
from shared_vision.model.measures import Status

_COLOURS = {Status.MOVING_AWAY: "off-track", Status.TOO_EARLY: "unknown"}

SHAPES = {
    Status.ACHIEVED: "M7 1.2l1.7 3.7 4 .5-3 2.7.9 4L7 10l-3.6 2.1.9-4-3-2.7 4-.5z",
    Status.ON_TRACK: "M2 7.5l3.3 3.6L12 3.4",
    Status.AT_RISK: "M7 2l5.5 9.8h-11zM7 5.8v2.9m0 1.6v.2",
    Status.OFF_TRACK: "M3 3l8 8m0-8l-8 8",
    Status.MOVING_AWAY: "M11.5 7H2.2M6 3L2 7l4 4",
    Status.TOO_EARLY: "M7 1.8a5.2 5.2 0 100 10.4A5.2 5.2 0 107 1.8M7 4.4V7l2 1.4",
    Status.UNKNOWN: "M7 1.8a5.2 5.2 0 100 10.4A5.2 5.2 0 107 1.8",
}
"""Lines in a square of 14 by 14, as the chips on the pages have them; a star is filled."""


def colour_of(status: Status) -> str:
    """The colour of a status, on paper."""
    return LIGHT[_COLOURS.get(status, status.value)]
