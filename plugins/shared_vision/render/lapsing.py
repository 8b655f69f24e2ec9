"""The step in a calculation that the passing of a target's date makes."""

from collections.abc import Iterator

from shared_vision.model.cuts import by_cuts
from shared_vision.model.measures import KpiMeasure, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Kpi
from shared_vision.model.wording import Wording
from shared_vision.render.sentences import lapse
from shared_vision.render.steps import Line, comes_to


def lapsed(kpi: Kpi, measure: KpiMeasure, cuts: tuple[float, ...], wording: Wording) -> Iterator[Line]:
    """That the date has passed; a step of its own where the pace alone would still be on track."""
    if not measure.lapsed or not kpi.target:
        return
    if measure.status is Status.AT_RISK and _paced(measure, cuts) is Status.ON_TRACK:
        day = wording.day(kpi.target.date)
        text = wording.say("but the target's date, {day}, has passed, and the target is not met:", day=day)
        yield comes_to(text, measure.status, wording)
    else:
        yield Line(text=lapse(kpi, measure, wording), aside=True)


def _paced(measure: KpiMeasure, cuts: tuple[float, ...]) -> Status:
    if isinstance(measure.progress, Reason) or isinstance(measure.expected, Reason) or not measure.expected:
        return measure.status
    return by_cuts(measure.progress / measure.expected, cuts)
