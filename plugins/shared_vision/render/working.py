"""How a KPI's status came about, line by line in plain text."""

from collections.abc import Iterator

from shared_vision.model.catalogue import message, messages
from shared_vision.model.cuts import LINEAR, MOSTLY, RECENT
from shared_vision.model.health import Sign
from shared_vision.model.measures import Basis, Freshness, KpiMeasure, Status
from shared_vision.model.names import STATUS
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi, Target
from shared_vision.model.series import Point, Series
from shared_vision.model.wording import Wording
from shared_vision.render.growing import grown
from shared_vision.render.lapsing import lapsed
from shared_vision.render.sentences import aim, has_two_ends
from shared_vision.render.steps import Line, comes_to, compared, meets
from shared_vision.render.words import FELL_BACK, MEANS, METHOD, REASON


def working(kpi: Kpi, measure: KpiMeasure, series: Series | Reason, wording: Wording) -> tuple[Line, ...]:
    """The steps from a KPI's values to its status, then where they are from."""
    return (*_steps(kpi, measure, series, wording), *_origin(kpi, measure, series, wording))


def _steps(kpi: Kpi, measure: KpiMeasure, series: Series | Reason, wording: Wording) -> Iterator[Line]:
    if isinstance(measure.latest, Reason) or isinstance(series, Reason):
        yield _unknown(measure, wording)
        return
    if measure.basis is Basis.MAINTAIN:
        yield from _maintained(kpi, measure, series, wording)
    elif measure.basis is Basis.GROWTH:
        yield from grown(kpi, measure, measure.latest, wording)
    else:
        yield from _done(kpi, measure, measure.latest, wording)
    if measure.reason:
        yield _unknown(measure, wording)


def _unknown(measure: KpiMeasure, wording: Wording) -> Line:
    said = wording.say("{status}:", status=wording.say(STATUS[measure.status]))
    return Line(text=said, result=wording.say(REASON[measure.reason]) if measure.reason else "")


def _done(kpi: Kpi, measure: KpiMeasure, latest: Point, wording: Wording) -> Iterator[Line]:
    target, start = kpi.target, measure.start
    if (
        isinstance(measure.progress, Reason)
        or isinstance(start, Reason)
        or not target
        or target.value is None
    ):
        return
    base, goal = (_term(value, wording) for value in (start.value, target.value))
    now = _now(latest.value, target.value, wording)
    done = wording.percent(measure.progress)
    formula = f"({now} − {base}) ÷ ({_bare(goal)} − {base})"
    yield Line(text=wording.say("done = {formula} =", formula=formula), result=done)
    if measure.status is Status.ACHIEVED:
        yield meets(now, kpi, measure.status, wording)
    elif not isinstance(measure.expected, Reason):
        by = wording.say("expected by {day} =", day=wording.day(min(latest.end, target.date)))
        yield Line(text=by, result=wording.percent(measure.expected))
        yield from compared(measure.progress, measure.expected, measure.status, wording)
        yield from lapsed(kpi, measure, LINEAR, wording)


def _maintained(kpi: Kpi, measure: KpiMeasure, series: Series, wording: Wording) -> Iterator[Line]:
    target = kpi.target
    if isinstance(measure.progress, Reason) or isinstance(measure.latest, Reason) or not target:
        return
    recent = series.points[-RECENT:]
    inside = sum(_inside(point.value, target) for point in recent)
    yield Line(
        text=wording.plural(*_INSIDE[has_two_ends(kpi)], len(recent), aim=aim(kpi, wording), inside=inside),
        result=wording.percent(measure.progress),
    )
    now = wording.number(measure.latest.value)
    if _inside(measure.latest.value, target):
        yield comes_to(wording.say("the latest, {value}, is inside:", value=now), measure.status, wording)
        return
    said = _MOSTLY_INSIDE if measure.status is Status.AT_RISK else _OFTEN_OUTSIDE
    yield comes_to(wording.say(said, value=now, share=wording.percent(MOSTLY)), measure.status, wording)


_INSIDE = {
    True: messages(
        "inside the band of {aim}: {inside} of the last {number} value =",
        "inside the band of {aim}: {inside} of the last {number} values =",
    ),
    False: messages(
        "inside the limit of {aim}: {inside} of the last {number} value =",
        "inside the limit of {aim}: {inside} of the last {number} values =",
    ),
}
_MOSTLY_INSIDE = message("the latest, {value}, is outside, at least {share} of the recent ones inside:")
_OFTEN_OUTSIDE = message("the latest, {value}, is outside, less than {share} of the recent ones inside:")


def _inside(value: float, target: Target) -> bool:
    low = float("-inf") if target.low is None else target.low
    high = float("inf") if target.high is None else target.high
    return low <= value <= high


def _origin(kpi: Kpi, measure: KpiMeasure, series: Series | Reason, wording: Wording) -> Iterator[Line]:
    yield Line(text=wording.say(METHOD[measure.basis]), aside=True)
    if measure.fell_back:
        yield Line(text=wording.say(FELL_BACK), aside=True)
    start, latest = measure.start, measure.latest
    if not isinstance(start, Reason) and start.from_data:
        said = wording.say(_FIRST, value=wording.number(start.value), day=wording.day(start.date))
        yield Line(text=said, aside=True)
    if isinstance(latest, Reason) or isinstance(series, Reason):
        return
    value, period = wording.number(latest.value), wording.period(latest.start, latest.end)
    if kpi.source.computed:
        said = wording.say(_WORKED_OUT, value=value, period=period)
        yield Line(text=wording.say(MEANS[Sign(kpi.source.computed)]), aside=True)
    else:
        from_file = message("Latest value: {value} for {period}, from {file}, line {line}.")
        said = wording.say(from_file, value=value, period=period, file=series.file, line=latest.line)
    yield Line(text=said, aside=True)
    if latest.provisional:
        yield Line(text=wording.say("This value is provisional: it may yet change."), aside=True)
    yield from _freshness(measure, wording)


_WORKED_OUT = message("Latest value: {value} for {period}, worked out from the partners' records.")
_FIRST = message("The baseline, {value} on {day}, is the first value in the data.")


def _freshness(measure: KpiMeasure, wording: Wording) -> Iterator[Line]:
    if isinstance(measure.freshness, Reason):
        yield Line(text=wording.say(REASON[measure.freshness]), aside=True)
    elif not isinstance(measure.due, Reason):
        yield Line(text=wording.say(_DUE[measure.freshness], day=wording.day(measure.due)), aside=True)


_DUE = {
    Freshness.FRESH: message("Up to date: the next value is due by {day}."),
    Freshness.DUE: message("New value due: the next value is due by {day}."),
    Freshness.OVERDUE: message("New value overdue: the next value was due by {day}."),
    Freshness.DORMANT: message("No news for long: the next value was due by {day}."),
}


def _now(value: float, goal: float, wording: Wording) -> str:
    """The latest value, with the digits that tell it from a goal it does not quite meet."""
    shown, other = wording.number(value), wording.number(goal)
    if shown != other or value == goal:
        return shown
    apart = (places for places in range(10) if round(value, places) != round(goal, places))
    return next((wording.decimals(value, places) for places in apart), shown)


def _term(value: float, wording: Wording) -> str:
    number = wording.number(value)
    return f"({number})" if value < 0 else number


def _bare(term: str) -> str:
    return term.removeprefix("(").removesuffix(")")
