"""What a goal's status hangs on: the members that decide it, the means in numbers, what is missing."""

from collections.abc import Callable, Iterator, Sequence
from math import isfinite

from shared_vision.model.measures import GoalMeasure, KpiMeasure, Status, Swing
from shared_vision.model.names import STATUS_WITHIN
from shared_vision.model.reason import Reason
from shared_vision.model.wording import Wording
from shared_vision.render.book import Book
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, safe
from shared_vision.render.steps import Line
from shared_vision.render.words import REASON

MOST_SWINGS = 4
MOST_TERMS = 8
_MOST_PLACES = 4

Members = Sequence[tuple[str, float, KpiMeasure | GoalMeasure]]


def swings(here: Here, measure: GoalMeasure) -> list[Markup]:
    """A sentence for each of the first members without which the goal would stand otherwise."""
    return [_swing(here, one) for one in measure.sensitivity[:MOST_SWINGS]]


def _swing(here: Here, swing: Swing) -> Markup:
    say = here.book.wording.say
    said = say(
        "Without {what} the goal would be {status}.", what="\x00", status=say(STATUS_WITHIN[swing.status])
    )
    before, _, after = said.partition("\x00")
    return safe(f"{before}<em>{here.link(swing.without)}</em>{after}")


def mean_line(
    text: str,
    mean: float,
    pairs: Sequence[tuple[float, float]],
    shown: Callable[[float], str],
    wording: Wording,
) -> Line:
    """A weighted mean with the numbers put in: (2 × 50 + 1 × 80) ÷ 3 = 60 %.

    `pairs` are weight and value; the values have the decimals it takes that working it out anew gives what
    is `shown` of the `mean`. Of many values none is put in: the table above has them.
    """
    whole = sum(weight for weight, _ in pairs)
    if not 1 < len(pairs) <= MOST_TERMS or not isfinite(whole):
        return Line(text=f"{text} =", result=shown(mean))
    places = next(
        (few for few in range(_MOST_PLACES) if shown(_anew(pairs, whole, few)) == shown(mean)), _MOST_PLACES
    )
    alike = len({weight for weight, _ in pairs}) == 1
    numbers = [(wording.number(weight), _term(value, places, wording)) for weight, value in pairs]
    terms = " + ".join(number if alike else f"{weight} × {number}" for weight, number in numbers)
    divisor = wording.number(len(pairs) if alike else whole)
    return Line(text=f"{text} = ({terms}) ÷ {divisor} =", result=shown(mean))


def _anew(pairs: Sequence[tuple[float, float]], whole: float, places: int) -> float:
    return sum(weight / whole * round(value, places) for weight, value in pairs)


def _term(value: float, places: int, wording: Wording) -> str:
    few = next(few for few in range(places + 1) if round(value, few) == round(value, places))
    number = wording.decimals(value, few)
    return f"({number})" if value < 0 else number


def what_lacks(book: Book, members: Members) -> Iterator[Line]:
    """For each member that cannot be judged, what it lacks."""
    for ref, _, measure in members:
        if measure.status is Status.UNKNOWN and isinstance(measure.reason, Reason):
            why = book.wording.say(REASON[measure.reason])
            said = book.wording.say("{what}: {why}", what=book.title(ref), why=why)
            yield Line(text=said, aside=True)


def share_line(measure: GoalMeasure, wording: Wording) -> Line:
    """How many KPIs are on track, of all below the goal, each counted once."""
    share = wording.percent(measure.on_track / len(measure.kpis))
    said = wording.plural(
        "on track or achieved: {good} of {number} KPI =",
        "on track or achieved: {good} of {number} KPIs =",
        len(measure.kpis),
        good=measure.on_track,
    )
    return Line(text=said, result=share)
