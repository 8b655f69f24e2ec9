"""How the status of a KPI that is judged by yearly growth came about."""

from collections.abc import Iterator
from math import isfinite

from shared_vision.model.cuts import FREE_GROWTH, TOWARDS_TARGET, by_cuts, least_for, near_limit
from shared_vision.model.measures import Growth, KpiMeasure, Rate, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.series import Point
from shared_vision.model.wording import Wording
from shared_vision.render.lapsing import lapsed
from shared_vision.render.steps import Line, comes_to, cut, meets, written


def grown(kpi: Kpi, measure: KpiMeasure, latest: Point, wording: Wording) -> Iterator[Line]:
    """The steps of yearly growth: so far, then towards the target or against fixed steps."""
    start, target, growth = measure.start, kpi.target, measure.growth
    if isinstance(start, Reason) or isinstance(measure.progress, Reason) or isinstance(growth, Reason):
        return
    formula = _formula(start.value, latest.value, growth.so_far, wording)
    said = wording.say("growth a year = {formula} =", formula=formula)
    yield Line(text=said, result=_rate_words(growth.so_far.a_year, wording))
    if measure.status is Status.ACHIEVED:
        yield meets(wording.number(latest.value), kpi, measure.status, wording)
    elif isinstance(growth.needed, Reason):
        yield _better(measure.progress, growth, wording)
    elif target and target.value is not None:
        formula = _formula(start.value, target.value, growth.needed, wording)
        needed = _rate_words(growth.needed.a_year, wording)
        yield Line(text=wording.say("growth needed a year = {formula} =", formula=formula), result=needed)
        shares = wording.say("growth towards the target ÷ growth needed")
        yield cut(shares, measure.progress, TOWARDS_TARGET, wording)
        yield from lapsed(kpi, measure, TOWARDS_TARGET, wording)
    if not isinstance(measure.score, Reason):
        yield Line(text=wording.say("score, from −5 to 5 ="), result=wording.number(round(measure.score, 2)))
    if kpi.limit and growth.factor < 1:
        yield _limit_note(growth.factor, kpi.limit, wording)


def _better(better: float, growth: Growth, wording: Wording) -> Line:
    """Growth without a target: for the better, against fixed steps that shrink near a limit."""
    cuts = near_limit(growth.factor)
    status = by_cuts(better, cuts)
    least = least_for(status, cuts)
    if least and by_cuts(round(better, 4), cuts) is not status:
        rate = written(better * 100, 2, lambda shown: by_cuts(shown / 100, cuts) is status, wording)
    else:
        rate = wording.number(round(better * 100, 2))
    rate = f"{rate}\u00a0%"
    if least is None:
        return comes_to(wording.say("for the better: {rate} a year, below 0:", rate=rate), status, wording)
    said = wording.say(
        "for the better: {rate} a year, at least {cut}:", rate=rate, cut=_rate_words(least, wording)
    )
    return comes_to(said, status, wording)


def _limit_note(factor: float, limit: float, wording: Wording) -> Line:
    good, some = (wording.number(step * 100) for step in FREE_GROWTH[:2])
    said = wording.say(
        "The usual steps of {good} % and {some} % are multiplied by {factor}, near the limit of {limit}.",
        good=good,
        some=some,
        factor=wording.number(round(factor, 3)),
        limit=wording.number(limit),
    )
    return Line(text=said, aside=True)


def _formula(first: float, last: float, rate: Rate, wording: Wording) -> str:
    years = wording.number(round(rate.years, 2))
    return f"({wording.number(last)} ÷ {wording.number(first)}) ^ (1 ÷ {years}) − 1"


def _rate_words(rate: float, wording: Wording) -> str:
    return f"{wording.number(round(rate * 100, 2))}\u00a0%" if isfinite(rate) else wording.say("not defined")
