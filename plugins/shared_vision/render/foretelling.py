"""What is to be expected of a KPI, in words and line by line."""

from collections.abc import Iterator
from datetime import date

from shared_vision.model.catalogue import message, messages
from shared_vision.model.forecast import CHANGES, DEVIATIONS, FOUR_IN_FIVE, UNSURE, Ahead, Forecast, Way
from shared_vision.model.reason import Reason
from shared_vision.model.records import Frequency, Kpi
from shared_vision.model.wording import Wording
from shared_vision.render.helping import as_sure
from shared_vision.render.sentences import sign
from shared_vision.render.steps import Line
from shared_vision.render.words import REASON

_SURE, _UNSURE, _STEP = 0.95, 0.05, 0.05
"""A chance is told in steps of five per cent: it is not known better."""


def outlook(kpi: Kpi, forecast: Forecast, wording: Wording) -> str:
    """What to expect by the target's date, or as far as the values carry, and when the target is met."""
    step = _step_told(kpi, forecast)
    value, low, high = (
        f"{number}{_mark(kpi)}" for number in as_sure((step.value, step.low, step.high), wording)
    )
    expected = wording.say(
        "About {value} in {period}, in four cases of five between {low} and {high}.",
        value=value,
        period=wording.period(step.start, step.end),
        low=low,
        high=high,
    )
    return " ".join(
        filter(None, (expected, crossing(kpi, forecast, wording), chance(kpi, forecast, wording)))
    )


def _mark(kpi: Kpi) -> str:
    """The sign that stands at each number of a KPI."""
    mark = sign(kpi.unit)
    return f"\u00a0{mark}" if mark else ""


def _step_told(kpi: Kpi, forecast: Forecast) -> Ahead:
    by = kpi.target.date if kpi.target else date.max
    return next((step for step in forecast.steps if step.end >= by), forecast.steps[-1])


def crossing(kpi: Kpi, forecast: Forecast, wording: Wording) -> str:
    """When the middle of the forecast first meets the target; empty where there is no such thing."""
    when = forecast.crossing
    if when is Reason.NOT_WITHIN:
        last = forecast.steps[-1]
        return wording.say(_NOT_MET, period=wording.period(last.start, last.end))
    if isinstance(when, Reason) or not kpi.target:
        return ""
    late = _months(kpi.target.date, when)
    said = str(when.year) if kpi.frequency is Frequency.YEARLY else wording.month(when)
    if late <= 0:
        return wording.say("At this pace it meets the target about {when}, in time.", when=said)
    if late % 12 == 0:
        return wording.plural(*_YEARS_LATE, late // 12, when=said)
    return wording.plural(*_MONTHS_LATE, late, when=said)


_NOT_MET = message("At this pace it does not meet the target by {period}.")
_MONTHS_LATE = messages(
    "At this pace it meets the target about {when}, {number} month late.",
    "At this pace it meets the target about {when}, {number} months late.",
)
_YEARS_LATE = messages(
    "At this pace it meets the target about {when}, {number} year late.",
    "At this pace it meets the target about {when}, {number} years late.",
)


def _months(since: date, to: date) -> int:
    """Months from one day's month to another's; 0 or less where it is no later."""
    return (to.year - since.year) * 12 + to.month - since.month if to > since else 0


def chance(kpi: Kpi, forecast: Forecast, wording: Wording) -> str:
    """How likely the target is met on its date, or why that is not said."""
    found = forecast.chance
    if not kpi.target or found is Reason.NO_TARGET or found is Reason.TARGET_PASSED:
        return ""
    if isinstance(found, Reason):
        return wording.say(_FEW if found is Reason.TOO_FEW else REASON[found])
    said = _ODDS[(found > _SURE) - (found < _UNSURE)]
    share = wording.percent(min(max(round(found / _STEP) * _STEP, _UNSURE), _SURE))
    return wording.say(said, share=share, day=wording.day(kpi.target.date))


_FEW = message("How likely the target is met is said from eight values on.")
_ODDS = {
    1: message("The chance of meeting the target by {day} is over {share}."),
    0: message("The chance of meeting the target by {day} is about {share}."),
    -1: message("The chance of meeting the target by {day} is under {share}."),
}


def foretold(kpi: Kpi, forecast: Forecast | Reason, wording: Wording) -> Iterator[Line]:
    """What is to be expected, then how that came about; why nothing is, where nothing is."""
    if isinstance(forecast, Reason) or not forecast.steps:
        if forecast is not Reason.NO_DATA:
            yield Line(text=wording.say("Forecast:"), result=wording.say(REASON[_why(forecast)]))
        return
    yield Line(text=outlook(kpi, forecast, wording))
    yield from forecast_lines(kpi, forecast, wording)


def _why(forecast: Forecast | Reason) -> Reason:
    return forecast if isinstance(forecast, Reason) else Reason.NOT_DEFINED


def forecast_lines(kpi: Kpi, forecast: Forecast, wording: Wording) -> Iterator[Line]:
    """The first step with its numbers put in, its interval, the chance, how earlier ones held."""
    first, number = forecast.steps[0], wording.number
    level, slope, phi = (number(one) for one in (forecast.level, forecast.slope, forecast.phi))
    formula = f"{level} + {_term(slope)} × {phi}"
    if forecast.season:
        formula += f" + {_term(number(forecast.season[0]))}"
    period = wording.period(first.start, first.end)
    said = _SEASONAL_STEP if forecast.season else _STEP_SAID
    yield Line(text=wording.say(said, period=period, formula=formula), result=number(first.value))
    share = f"(1 + {number(UNSURE)} ÷ {forecast.known + CHANGES})"
    formula = f"{number(FOUR_IN_FIVE)} × {number(forecast.miss)} × {share}"
    yield Line(text=wording.say(_HALF, formula=formula), result=number(forecast.half))
    yield from _chanced(kpi, forecast, wording)
    held, judged = forecast.held[0] if forecast.held else (0, 0)
    if judged:
        yield Line(text=wording.plural(*_HELD, judged, held=held), result=wording.percent(held / judged))
    yield Line(text=wording.say(_METHOD[forecast.way]), aside=True)
    yield Line(text=wording.say(_INTERVAL_METHOD), aside=True)


_STEP_SAID = message("{period} = level + change × damping = {formula} =")
_SEASONAL_STEP = message("{period} = level + change × damping + time of year = {formula} =")
_HALF = message("half of the interval, from the mean miss and how many are known = {formula} =")
_HELD = messages(
    "earlier intervals of one period ahead that held: {held} of {number} =",
    "earlier intervals of one period ahead that held: {held} of {number} =",
)
_METHOD = {
    Way.LINE: message(
        "Forecast: the latest value, then the median slope (Theil and Sen), "
        "each period 0.9 of the one before."
    ),
    Way.HOLT: message(
        "Forecast: damped Holt (Gardner and McKenzie 1985), fitted to the errors of one period ahead."
    ),
    Way.SEASONAL: message(
        "Forecast: damped Holt (Gardner and McKenzie 1985) on values without their time of year, "
        "since that missed by less."
    ),
}
_INTERVAL_METHOD = message(
    "Interval: from how far the forecasts of each earlier period missed, "
    "for one period ahead and each one more. On real series it held about four times in five."
)


def _term(number: str) -> str:
    return f"({number})" if number.startswith("−") else number


def _chanced(kpi: Kpi, forecast: Forecast, wording: Wording) -> Iterator[Line]:
    """The chance of one target value by hand; not where an end of the interval was cut off."""
    target, step = kpi.target, _step_told(kpi, forecast)
    if isinstance(forecast.chance, Reason) or not target or target.value is None:
        return
    half, other = step.high - step.value, step.value - step.low
    if half <= 0 or abs(half - other) > half / 1000:
        return
    spread = f"({wording.number(half)} ÷ {wording.number(DEVIATIONS)})"
    formula = f"({_span(target.value, step.value, wording)}) ÷ {spread}"
    z = wording.decimals((target.value - step.value) / half * DEVIATIONS, 2)
    yield Line(
        text=wording.say(
            "z = {formula} = {z}; share of a normal distribution that meets it:", formula=formula, z=z
        ),
        result=wording.percent(forecast.chance),
    )


def _span(one: float, other: float, wording: Wording) -> str:
    return f"{wording.number(one)} − {_term(wording.number(other))}"
