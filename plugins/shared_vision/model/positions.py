"""What each partner says to a decision by now."""

from collections.abc import Mapping
from datetime import date

from shared_vision.model.records import Decision, Position


def latest_positions(decision: Decision, day: date) -> Mapping[str, Position]:
    """The latest answer of each partner by a day: only a partner itself takes back what it said.

    An answer without a date counts as given before those that have one; of two from one day the later in
    the list counts.
    """
    known = [position for position in decision.positions if position.on is None or position.on <= day]
    ordered = sorted(known, key=lambda position: position.on or date.min)
    return {position.partner: position for position in ordered}
