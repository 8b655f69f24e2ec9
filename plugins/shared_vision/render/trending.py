"""What a KPI's values say by themselves, in words: getting better since May 2025, no clear trend."""

from collections.abc import Iterator
from math import isfinite

from shared_vision.model.catalogue import message, messages
from shared_vision.model.cuts import RECENT
from shared_vision.model.reason import Reason
from shared_vision.model.records import Frequency, Kpi
from shared_vision.model.series import Point
from shared_vision.model.trend import Control, Course, Movement, Rank, Slope
from shared_vision.model.wording import Wording
from shared_vision.render.sentences import amount, rounded, sure_places
from shared_vision.render.words import REASON

_COURSE = {
    Course.BETTER: message("Getting better since {since}"),
    Course.WORSE: message("Getting worse since {since}"),
    Course.RISING: message("Rising since {since}"),
    Course.FALLING: message("Falling since {since}"),
}
_NONE = message("No clear trend")
_EQUAL = message("No change since {since}")
_ONE_ODD = {
    Frequency.DAILY: message("One unusual day: {period}"),
    Frequency.WEEKLY: message("One unusual week: {period}"),
    Frequency.MONTHLY: message("One unusual month: {period}"),
    Frequency.QUARTERLY: message("One unusual quarter: {period}"),
    Frequency.YEARLY: message("One unusual year: {period}"),
    Frequency.IRREGULAR: message("One unusual value: {period}"),
}
_ODD = messages(
    "{number} unusual value, the latest: {period}", "{number} unusual values, the latest: {period}"
)
_MOST_ODD = 3
"""Where more of the recent values are unusual, that is no exception any more."""
WITHIN_NOISE = message("The status changed, but the value moved no more than it usually does.")

_PER_PERIOD = {
    Frequency.DAILY: message("{change} a day"),
    Frequency.WEEKLY: message("{change} a week"),
    Frequency.MONTHLY: message("{change} a month"),
    Frequency.QUARTERLY: message("{change} a quarter"),
    Frequency.YEARLY: message("{change} a year"),
    Frequency.IRREGULAR: message("{change} a day"),
}
_A_YEAR = {Frequency.MONTHLY: 12.0, Frequency.QUARTERLY: 4.0, Frequency.IRREGULAR: 365.25}
_A_MONTH = {Frequency.DAILY: 365.25 / 12, Frequency.WEEKLY: 365.25 / 84}


def course_words(kpi: Kpi, movement: Movement, wording: Wording) -> str:
    """What there is to say in a few words; why nothing can be said, where it cannot."""
    return worth_telling(kpi, movement, wording) or _otherwise(movement, wording)


def worth_telling(kpi: Kpi, movement: Movement, wording: Wording) -> str:
    """A course or something unusual in a few words, else empty."""
    trend = movement.trend
    if trend.since:
        said = wording.say(_COURSE[trend.course], since=_period(trend.since, wording))
        if not movement.stale:
            return said
        return wording.say("{course}, as of {period}", course=said, period=_period(trend.last, wording))
    odd = [signal.first for signal in movement.unusual if signal.back < RECENT]
    if len(odd) == 1:
        return wording.say(_ONE_ODD[kpi.frequency], period=_period(odd[0], wording))
    if 1 < len(odd) <= _MOST_ODD:
        return wording.plural(*_ODD, len(odd), period=_period(odd[-1], wording))
    return ""


def _otherwise(movement: Movement, wording: Wording) -> str:
    rank = movement.trend.rank
    if isinstance(rank, Reason):
        return wording.say(REASON[rank]).rstrip(".")
    if not rank.spread:
        return wording.say(_EQUAL, since=_period(movement.trend.first, wording))
    return wording.say(_NONE)


def said_of(kpi: Kpi, movement: Movement, wording: Wording) -> str:
    """The same as sentences, with that the status changed within the noise where it did."""
    noise = wording.say(WITHIN_NOISE) if movement.within_noise else ""
    return f"{course_words(kpi, movement, wording)}. {noise}".rstrip()


def trend_facts(kpi: Kpi, movement: Movement, wording: Wording) -> Iterator[tuple[str, str]]:
    """The change in the longer while with its interval, and what is usual, each with its name."""
    slope, control = movement.trend.slope, movement.control
    if isinstance(slope, Slope):
        for change in [*changes(kpi, slope, wording)][-1:]:  # none where a year's would be beyond all numbers
            yield wording.say("Change"), change
    if isinstance(control, Control):
        yield wording.say("Usual values"), usual_values(kpi, control, wording)


def changes(kpi: Kpi, slope: Slope, wording: Wording) -> Iterator[str]:
    """The slope with its interval in a period, then in a longer while: −0.4 a month (−0.6 to −0.2)."""
    if kpi.frequency is not Frequency.IRREGULAR:
        yield _interval(kpi, slope, 1, _PER_PERIOD[kpi.frequency], wording)
    for times, said in ((_A_YEAR, message("{change} a year")), (_A_MONTH, message("{change} a month"))):
        factor = times.get(kpi.frequency)
        if factor and isfinite(factor * max(abs(slope.low), abs(slope.high))):
            yield _interval(kpi, slope, factor, said, wording)


def _interval(kpi: Kpi, slope: Slope, factor: float, said: str, wording: Wording) -> str:
    ends = slope.value * factor, slope.low * factor, slope.high * factor
    value, low, high = (signed(kpi, _as_sure(end, ends[2] - ends[1]), wording) for end in ends)
    return wording.say(
        "{change} ({low} to {high})", change=wording.say(said, change=value), low=low, high=high
    )


def _as_sure(value: float, width: float) -> float:
    """A value with as many decimals as an interval of this width deserves."""
    return rounded(value, sure_places(width)) + 0.0 if width > 0 and isfinite(width) else value


def signed(kpi: Kpi, value: float, wording: Wording) -> str:
    """A change with its sign: +0.4, −1.2 %, 0."""
    return f"{'+' if value > 0 else ''}{amount(value, kpi.unit, wording)}"


def usual_values(kpi: Kpi, control: Control, wording: Wording) -> str:
    """The limits of what is usual: 21 to 34."""
    low, high = (amount(end, kpi.unit, wording) for end in (control.low, control.high))
    return wording.say("{low} to {high}", low=low, high=high)


def chance(rank: Rank, wording: Wording) -> str:
    """A chance as per cent: 3.2 %, less than 0.01 %."""
    share = rank.p * 100
    if share < 0.01:
        return wording.say("less than {share}", share=f"{wording.number(0.01)}\u00a0%")
    return f"{wording.number(round(share, 2))}\u00a0%"


def _period(point: Point, wording: Wording) -> str:
    return wording.period(point.start, point.end)
