"""Which of a KPI's values are usual, and which are not: line by line."""

from collections.abc import Iterator

from shared_vision.model.catalogue import message, messages
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.trend import LIMIT, Control, Oddity, Signal
from shared_vision.model.wording import Wording
from shared_vision.render.sentences import amount
from shared_vision.render.steps import Line
from shared_vision.render.trending import usual_values
from shared_vision.render.words import REASON

_MOST_SIGNALS = 8


def limited(kpi: Kpi, control: Control | Reason, wording: Wording) -> Iterator[Line]:
    """The limits of usual values, what was left out of them, then what is unusual."""
    if isinstance(control, Reason):
        yield Line(text=wording.say(REASON[control]))
        return
    centre, reach = amount(control.centre, kpi.unit, wording), wording.number(LIMIT)
    formula = f"{centre} ± {reach} × {wording.number(control.moving)}"
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
