"""How it came that a KPI's values are called a trend or not: line by line."""

from collections.abc import Iterator

from shared_vision.model.catalogue import message, messages
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.trend import Control, Course, Movement, Rank, Trend
from shared_vision.model.wording import Wording
from shared_vision.render.steps import Line
from shared_vision.render.trending import chance, changes, said_of
from shared_vision.render.usual import limited
from shared_vision.render.words import REASON

_COMES_TO = {
    Course.BETTER: message("getting better"),
    Course.WORSE: message("getting worse"),
    Course.RISING: message("rising"),
    Course.FALLING: message("falling"),
    Course.NONE: message("no clear trend"),
}


def movement_lines(kpi: Kpi, movement: Movement, wording: Wording) -> tuple[Line, ...]:
    """The test for a trend, the slope, the limits and what is unusual, then the methods."""
    trend, control = movement.trend, movement.control
    return (
        *_tested(trend, wording),
        *_sloping(kpi, trend, wording),
        *limited(kpi, control, wording),
        *_methods(trend, control, wording),
    )


def explained(kpi: Kpi, movement: Movement, wording: Wording) -> tuple[Line, ...]:
    """The same, after what it comes to."""
    return (Line(text=said_of(kpi, movement, wording)), *movement_lines(kpi, movement, wording))


def _tested(trend: Trend, wording: Wording) -> Iterator[Line]:
    rank = trend.rank
    if isinstance(rank, Reason):
        return
    since, to = (wording.period(point.start, point.end) for point in (trend.first, trend.last))
    if not rank.spread:
        equal = wording.plural(*_ALL_EQUAL, trend.points, since=since, to=to)
        yield Line(text=equal, result=wording.say(_COMES_TO[trend.course]))
        return
    said = _PAIRS_OF_SEASON if trend.season else _PAIRS
    text = wording.plural(*said, rank.pairs, since=since, to=to)
    yield Line(text=text, result=wording.number(rank.score))
    if rank.exact:
        yield Line(
            text=wording.say("as far from 0 by chance, of all orders of the values:"),
            result=chance(rank, wording),
        )
    elif abs(rank.score) > 1 and rank.spread:
        spread = wording.number(rank.spread)
        formula = f"({wording.number(abs(rank.score))} − 1) ÷ {spread}"
        z = wording.decimals((abs(rank.score) - 1) / rank.spread, 2)
        text = wording.say("z = {formula} = {z}; as far from 0 by chance:", formula=formula, z=z)
        yield Line(text=text, result=chance(rank, wording))
    yield _judged(trend, wording)


_ALL_EQUAL = messages(
    "{number} value, {since} to {to}, tells of no change:",
    "{number} values, {since} to {to}, tell of no change:",
)
_PAIRS = messages(
    "of {number} pair of values, {since} to {to}, those that rise less those that fall =",
    "of {number} pairs of values, {since} to {to}, those that rise less those that fall =",
)
_PAIRS_OF_SEASON = messages(
    "of {number} pair of values of the same time of the year, {since} to {to}, "
    "those that rise less those that fall =",
    "of {number} pairs of values of the same time of the year, {since} to {to}, "
    "those that rise less those that fall =",
)


def _judged(trend: Trend, wording: Wording) -> Line:
    result = wording.say(_COMES_TO[trend.course])
    if trend.turned:
        return Line(
            text=wording.say("less than 5 %, but the latest values run the other way:"), result=result
        )
    if trend.course is not Course.NONE:
        return Line(text=wording.say("that is less than 5 %:"), result=result)
    return Line(text=wording.say("too much to rule out chance:"), result=result)


def _sloping(kpi: Kpi, trend: Trend, wording: Wording) -> Iterator[Line]:
    if isinstance(trend.slope, Reason):
        if trend.slope is not Reason.FEW_FOR_SLOPE:
            yield Line(text=wording.say(REASON[trend.slope]))
        return
    if result := " · ".join(changes(kpi, trend.slope, wording)):
        said = wording.say("the median change between these pairs, with its 95 % interval =")
        yield Line(text=said, result=result)


def _methods(trend: Trend, control: Control | Reason, wording: Wording) -> Iterator[Line]:
    if isinstance(trend.rank, Rank):
        yield Line(text=wording.say(_SEASON_METHOD if trend.season else _METHOD), aside=True)
        if trend.rank.factor > 1:
            times = wording.number(round(trend.rank.factor, 2))
            yield Line(text=wording.say(_ALIKE, times=times), aside=True)
        if trend.since:
            yield Line(text=wording.say(_SINCE), aside=True)
    if isinstance(control, Control):
        yield Line(text=wording.say(_CHART), aside=True)


_METHOD = message("Trend: Mann-Kendall test, slope by Theil and Sen (1968), claimed below 5 % chance.")
_SEASON_METHOD = message(
    "Trend: seasonal Kendall test and slope (Hirsch, Slack and Smith 1982), claimed below 5 % chance."
)
_ALIKE = message(
    "Values resemble their neighbours, so chance is given {times} times the variance (Yue and Wang 2004)."
)
_SINCE = message("It began with the run of values that still goes on, else with the first value looked at.")
_CHART = message(
    "Usual values: control chart of single values (XmR; NHS, Making data count). "
    "Unusual: beyond a limit, seven in a row on one side or all rising or falling, "
    "or two of three near a limit."
)
