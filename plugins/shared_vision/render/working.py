"""How a KPI's status came about, line by line in plain text."""

from collections.abc import Iterator

from shared_vision.model.cuts import LINEAR, MOSTLY, RECENT
from shared_vision.model.measures import Basis, Freshness, KpiMeasure, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi, Target
from shared_vision.model.series import Point, Series
from shared_vision.model.wording import Wording
from shared_vision.render.growing import grown
from shared_vision.render.lapsing import lapsed
from shared_vision.render.sentences import aim
from shared_vision.render.steps import Line, compared
from shared_vision.render.words import FELL_BACK, FRESHNESS, METHOD, REASON, STATUS


def working(kpi: Kpi, measure: KpiMeasure, series: Series | Reason, wording: Wording) -> tuple[Line, ...]:
    """The steps from a KPI's values to its status, then where they are from."""
    return (*_steps(kpi, measure, series, wording), *_origin(measure, series, wording))


def _steps(kpi: Kpi, measure: KpiMeasure, series: Series | Reason, wording: Wording) -> Iterator[Line]:
    if isinstance(measure.latest, Reason) or isinstance(series, Reason):
        yield _unknown(measure)
        return
    if measure.basis is Basis.MAINTAIN:
        yield from _maintained(kpi, measure, series, wording)
    elif measure.basis is Basis.GROWTH:
        yield from grown(kpi, measure, measure.latest, wording)
    else:
        yield from _done(kpi, measure, measure.latest, wording)
    if measure.reason:
        yield _unknown(measure)


def _unknown(measure: KpiMeasure) -> Line:
    return Line(text=f"{STATUS[measure.status]}:", result=REASON[measure.reason] if measure.reason else "")


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
    yield Line(text=f"done = ({now} − {base}) ÷ ({_bare(goal)} − {base}) =", result=done)
    if measure.status is Status.ACHIEVED:
        yield Line(text=f"{now} meets the {aim(kpi, wording)}:", result="achieved")
    elif not isinstance(measure.expected, Reason):
        yield Line(
            text=f"expected by {wording.day(min(latest.end, target.date))} =",
            result=wording.percent(measure.expected),
        )
        yield from compared(measure.progress, measure.expected, measure.status, wording)
        yield from lapsed(kpi, measure, LINEAR, wording)


def _maintained(kpi: Kpi, measure: KpiMeasure, series: Series, wording: Wording) -> Iterator[Line]:
    target = kpi.target
    if isinstance(measure.progress, Reason) or isinstance(measure.latest, Reason) or not target:
        return
    recent = series.points[-RECENT:]
    inside = sum(_inside(point.value, target) for point in recent)
    counted = f"inside the {aim(kpi, wording)}: {inside} of the last {len(recent)} values ="
    yield Line(text=counted, result=wording.percent(measure.progress))
    now = wording.number(measure.latest.value)
    if _inside(measure.latest.value, target):
        yield Line(text=f"the latest, {now}, is inside:", result=STATUS[measure.status].lower())
        return
    yield _outside(now, measure, wording)


def _outside(now: str, measure: KpiMeasure, wording: Wording) -> Line:
    share = "at least" if measure.status is Status.AT_RISK else "less than"
    return Line(
        text=f"the latest, {now}, is outside, {share} {wording.percent(MOSTLY)} of the recent ones inside:",
        result=STATUS[measure.status].lower(),
    )


def _inside(value: float, target: Target) -> bool:
    low = float("-inf") if target.low is None else target.low
    high = float("inf") if target.high is None else target.high
    return low <= value <= high


def _origin(measure: KpiMeasure, series: Series | Reason, wording: Wording) -> Iterator[Line]:
    yield Line(text=METHOD[measure.basis], aside=True)
    if measure.fell_back:
        yield Line(text=FELL_BACK, aside=True)
    start, latest = measure.start, measure.latest
    if not isinstance(start, Reason) and start.from_data:
        first = f"{wording.number(start.value)} on {wording.day(start.date)}"
        yield Line(text=f"The baseline, {first}, is the first value in the data.", aside=True)
    if isinstance(latest, Reason) or isinstance(series, Reason):
        return
    when, value = wording.period(latest.start, latest.end), wording.number(latest.value)
    yield Line(text=f"Latest value: {value} for {when}, from {series.file}, line {latest.line}.", aside=True)
    yield from _freshness(measure, wording)


def _freshness(measure: KpiMeasure, wording: Wording) -> Iterator[Line]:
    if isinstance(measure.freshness, Reason):
        yield Line(text=REASON[measure.freshness], aside=True)
    elif not isinstance(measure.due, Reason):
        verb = "is" if measure.freshness in {Freshness.FRESH, Freshness.DUE} else "was"
        due = f"the next value {verb} due by {wording.day(measure.due)}"
        yield Line(text=f"{FRESHNESS[measure.freshness]}: {due}.", aside=True)


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
