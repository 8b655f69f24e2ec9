"""Forecasts and effects as plain values that JSON can hold."""

from collections.abc import Iterable

from shared_vision.export.records import Row
from shared_vision.model.effect import Effect, Estimate
from shared_vision.model.forecast import Forecast
from shared_vision.model.reason import Reason


def forecast_row(forecast: Forecast | Reason) -> Row:
    """The periods to come with their intervals, and what the first is made of; or the reason why not."""
    if isinstance(forecast, Reason):
        return {"reason": forecast.value}
    return {
        "method": forecast.way.value,
        "level": forecast.level,
        "slope": forecast.slope,
        "phi": forecast.phi,
        "season": list(forecast.season),
        "mean_miss": forecast.miss,
        "misses": forecast.known,
        "chance": _known(forecast.chance),
        "crossing": None if isinstance(forecast.crossing, Reason) else forecast.crossing.isoformat(),
        "steps": [
            {
                "start": step.start.isoformat(),
                "date": step.end.isoformat(),
                "value": step.value,
                "low": step.low,
                "high": step.high,
            }
            for step in forecast.steps
        ],
        "held": [
            {"ahead": ahead, "held": held, "of": judged}
            for ahead, (held, judged) in enumerate(forecast.held, 1)
        ],
        "reasons": {
            name: value.value
            for name, value in (("chance", forecast.chance), ("crossing", forecast.crossing))
            if isinstance(value, Reason)
        },
    }


def _known(value: float | Reason) -> float | None:
    return None if isinstance(value, Reason) else value


def effect_rows(effects: Iterable[Effect]) -> list[Row]:
    """What came of each action on each KPI that it should move."""
    return [
        {
            "action": one.action,
            "kpi": one.kpi,
            "start": one.start.isoformat() if one.start else None,
            "since": one.since.isoformat() if one.since else None,
            "verdict": one.verdict.value,
            "doubt": one.doubt.value if one.doubt else None,
            "before": one.before,
            "after": one.after,
            "others": list(one.others),
            "same_action": list(one.partners),
            "estimate": _estimate(one.estimate) if one.estimate else None,
        }
        for one in effects
    ]


def _estimate(found: Estimate) -> Row:
    return {
        "step": found.step,
        "low": found.low,
        "high": found.high,
        "slope_before": found.slope_before,
        "slope_change": found.slope_change,
        "error": found.error,
        "wider": found.wider,
        "placebos": found.placebos,
        "seasonal": found.seasonal,
        "p": found.p,
        "q": found.q,
    }
