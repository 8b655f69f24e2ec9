"""How the status of a KPI that is judged by yearly growth came about."""

from collections.abc import Iterator
from datetime import date

from shared_vision.model.dates import years_between
from shared_vision.model.measures import KpiMeasure, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Frequency, Kpi
from shared_vision.model.series import Point
from shared_vision.model.wording import Wording
from shared_vision.render.sentences import aim
from shared_vision.render.steps import Line, cut
from shared_vision.render.words import STATUS

_TOWARDS_TARGET = (0.95, 0.6, 0.0)
_GOOD_GROWTH, _SOME_GROWTH = 0.015, 0.005
_LIMIT_POWER = 4.44


def grown(kpi: Kpi, measure: KpiMeasure, latest: Point, wording: Wording) -> Iterator[Line]:
    """The steps of yearly growth: so far, then towards the target or against fixed steps."""
    start, target = measure.start, kpi.target
    if isinstance(start, Reason) or isinstance(measure.progress, Reason):
        return
    grew, text = _rate(start.value, latest.value, _years(start.date, latest.end, kpi.frequency), wording)
    yield Line(text=f"growth a year = {text} =", result=_rate_words(grew, wording))
    if measure.status is Status.ACHIEVED:
        yield Line(text=f"{wording.number(latest.value)} meets the {aim(kpi, wording)}:", result="achieved")
    elif target and target.value is not None:
        needed, text = _rate(
            start.value, target.value, _years(start.date, target.date, kpi.frequency), wording
        )
        yield Line(text=f"growth needed a year = {text} =", result=_rate_words(needed, wording))
        yield cut(
            "growth towards the target ÷ growth needed", measure.progress, _TOWARDS_TARGET, measure.status
        )
    elif not target:
        yield from _better(kpi, measure.progress, start.value, measure.status, wording)
    if not isinstance(measure.score, Reason):
        yield Line(text="score, from −5 to 5 =", result=wording.number(round(measure.score, 2)))
    if not target and kpi.limit:
        yield from _limit_note(start.value, kpi.limit, wording)


def _better(kpi: Kpi, better: float, base: float, status: Status, wording: Wording) -> Iterator[Line]:
    """Growth without a target: for the better, against fixed steps that shrink near a limit."""
    factor = _near_limit(base, kpi.limit)
    least = next(
        (step for step in (_GOOD_GROWTH * factor, _SOME_GROWTH * factor, 0.0) if better >= step), None
    )
    said = "below 0" if least is None else f"at least {_rate_words(least, wording)}"
    yield Line(
        text=f"for the better: {_rate_words(better, wording)} a year, {said}:", result=STATUS[status].lower()
    )


def _limit_note(base: float, limit: float, wording: Wording) -> Iterator[Line]:
    factor = _near_limit(base, limit)
    if factor < 1:
        shrunk = f"The usual steps of 1.5 % and 0.5 % are multiplied by {wording.number(round(factor, 3))}"
        yield Line(text=f"{shrunk}, near the limit of {wording.number(limit)}.", aside=True)


def _near_limit(base: float, limit: float | None) -> float:
    """How much of the usual growth is asked near a limit."""
    if not limit or abs(base) >= 2 * abs(limit):
        return 1.0
    share = abs(base / limit)
    return 1.0 - float(min(share, 2 - share) ** _LIMIT_POWER)


def _rate(first: float, last: float, years: float, wording: Wording) -> tuple[float | None, str]:
    text = f"({wording.number(last)} ÷ {wording.number(first)}) ^ (1 ÷ {wording.number(round(years, 2))}) − 1"
    if not first or not years or last / first <= 0:
        return None, text
    try:
        return float((last / first) ** (1 / years) - 1), text
    except OverflowError:
        return None, text


def _rate_words(rate: float | None, wording: Wording) -> str:
    return "not defined" if rate is None else f"{wording.number(round(rate * 100, 2))}\u00a0%"


def _years(first: date, last: date, frequency: Frequency) -> float:
    return last.year - first.year if frequency is Frequency.YEARLY else years_between(first, last)
