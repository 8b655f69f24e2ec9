"""How it came that a KPI's values are called a trend, usual or unusual: line by line."""

from collections.abc import Iterator

from shared_vision.model.catalogue import message, messages
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.trend import Control, Course, Movement, Oddity, Rank, Signal, Trend
from shared_vision.model.wording import Wording
from shared_vision.render.sentences import amount
from shared_vision.render.steps import Line
from shared_vision.render.trending import chance, changes, said_of, usual_values
from shared_vision.render.words import REASON

_MOST_SIGNALS = 8

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
        *_limited(kpi, control, wording),
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
    said = wording.say("the median change between these pairs, with its 95 % interval =")
    yield Line(text=said, result=" · ".join(changes(kpi, trend.slope, wording)))


def _limited(kpi: Kpi, control: Control | Reason, wording: Wording) -> Iterator[Line]:
    if isinstance(control, Reason):
        yield Line(text=wording.say(REASON[control]))
        return
    formula = f"{amount(control.centre, kpi.unit, wording)} ± 2.66 × {wording.number(control.moving)}"
    said = wording.say("usual values = mean ± 2.66 × mean step = {formula} =", formula=formula)
    yield Line(text=said, result=usual_values(kpi, control, wording))
    if control.screened:
        yield Line(text=wording.plural(*_SCREENED, control.screened), aside=True)
    if control.left_out:
        yield Line(text=wording.plural(*_LEFT_OUT, control.left_out), aside=True)
    if control.trial:
        yield Line(text=wording.plural(*_TRIAL, control.points), aside=True)
    for signal in _worth_naming(control)[-_MOST_SIGNALS:]:
        yield Line(text=_odd(signal, kpi, wording))


_SCREENED = messages(
    "{number} step of more than 3.267 times the mean is left out.",
    "{number} steps of more than 3.267 times the mean are left out.",
)
_LEFT_OUT = messages(
    "{number} value far from its neighbours is left out of the mean.",
    "{number} values far from their neighbours are left out of the mean.",
)
_TRIAL = messages(
    "Trial limits: they rest on {number} value, and settle from twelve on.",
    "Trial limits: they rest on {number} values, and settle from twelve on.",
)
_ODDITIES = {
    (Oddity.OUTSIDE, True): message("{period}, {value}, is above what is usual."),
    (Oddity.OUTSIDE, False): message("{period}, {value}, is below what is usual."),
    (Oddity.SIDE, True): message("{number} values in a row are above the mean: {since} to {to}."),
    (Oddity.SIDE, False): message("{number} values in a row are below the mean: {since} to {to}."),
    (Oddity.STEADY, True): message("{number} values in a row, each above the one before: {since} to {to}."),
    (Oddity.STEADY, False): message("{number} values in a row, each below the one before: {since} to {to}."),
    (Oddity.NEAR, True): message("{number} values are near the upper limit, two in three: {since} to {to}."),
    (Oddity.NEAR, False): message("{number} values are near the lower limit, two in three: {since} to {to}."),
}
_SEASONAL = {
    True: message("{period}, {value}, is above what is usual, as at the same time of the year before."),
    False: message("{period}, {value}, is below what is usual, as at the same time of the year before."),
}


def _worth_naming(control: Control) -> list[Signal]:
    """The signals, but those near a limit only where no run on one side says more of the same values."""
    sides = [(one.first.start, one.last.end) for one in control.signals if one.oddity is Oddity.SIDE]
    return [
        one
        for one in control.signals
        if one.oddity is not Oddity.NEAR
        or not any(since <= one.first.start and one.last.end <= to for since, to in sides)
    ]


def _odd(signal: Signal, kpi: Kpi, wording: Wording) -> str:
    since, to = (wording.period(point.start, point.end) for point in (signal.first, signal.last))
    if signal.oddity is Oddity.OUTSIDE:
        said = _SEASONAL[signal.high] if signal.usual else _ODDITIES[signal.oddity, signal.high]
        return wording.say(said, period=since, value=amount(signal.first.value, kpi.unit, wording))
    return wording.say(_ODDITIES[signal.oddity, signal.high], number=signal.count, since=since, to=to)


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
