"""How one KPI is doing."""

from datetime import date

from shared_vision.measure.freshness import freshness
from shared_vision.measure.growth import growth
from shared_vision.measure.lapse import with_lapse
from shared_vision.measure.linear import linear
from shared_vision.measure.maintain import maintain
from shared_vision.measure.start import find_start
from shared_vision.measure.verdict import Journey, Verdict, sign_of, unknown
from shared_vision.model.measures import Basis, Freshness, KpiMeasure, Start
from shared_vision.model.reason import Reason
from shared_vision.model.records import Direction, Frequency, Kpi, Method
from shared_vision.model.series import Point, Series


def measure_kpi(kpi: Kpi, series: Series | Reason, today: date) -> KpiMeasure:
    """Every figure about one KPI as of a day, from the values published by then."""
    if isinstance(series, Series) and series.points:
        return _measured(kpi, series.points, today)
    reason = Reason.NO_DATA if isinstance(series, Series) else series
    return _kpi_measure(kpi, unknown(reason, _basis(kpi)), _start_without(kpi, reason), reason, today)


def _start_without(kpi: Kpi, reason: Reason) -> Start | Reason:
    """Where a KPI without values is counted from, as far as its record alone says."""
    start = find_start(kpi.baseline, ())
    return reason if reason == Reason.EMBARGOED or start == Reason.BEFORE_BASELINE else start


def _measured(kpi: Kpi, points: tuple[Point, ...], today: date) -> KpiMeasure:
    start = find_start(kpi.baseline, points)
    verdict = with_lapse(judge(kpi, points, start), kpi, points[-1], today)
    return _kpi_measure(kpi, verdict, start, points[-1], today)


def judge(kpi: Kpi, points: tuple[Point, ...], start: Start | Reason) -> Verdict:
    """What the KPI's arithmetic says of its latest point; only a band looks at the recent ones before it."""
    latest, target, basis = points[-1], kpi.target, _basis(kpi)
    if basis == Basis.MAINTAIN:
        return maintain(points, target)
    has_target = target is not None and target.value is not None
    if basis == Basis.LINEAR and not has_target:
        return unknown(Reason.NO_TARGET, basis)
    if isinstance(start, Reason):
        return unknown(start, basis)
    if latest.end < start.date:
        return unknown(Reason.BEFORE_BASELINE, basis)
    stand = _year_end if basis == Basis.GROWTH and kpi.frequency == Frequency.YEARLY else _as_written
    journey = Journey(
        sign=sign_of(kpi.direction),
        base=start.value,
        base_date=stand(start.date),
        now=latest.value,
        now_date=latest.end,
        target=target.value if target else None,
        target_date=stand(target.date) if target and has_target else None,
        limit=kpi.limit,
        milestones=tuple((milestone.date, milestone.value) for milestone in kpi.milestones),
    )
    return growth(journey) if basis == Basis.GROWTH else linear(journey)


def _year_end(day: date) -> date:
    """Growth over yearly values counts years by their number, whatever day of them is written."""
    return date(day.year, 12, 31)


def _as_written(day: date) -> date:
    return day


def _basis(kpi: Kpi) -> Basis:
    if kpi.direction == Direction.MAINTAIN:
        return Basis.MAINTAIN
    return Basis.GROWTH if kpi.method == Method.GROWTH else Basis.LINEAR


def _kpi_measure(
    kpi: Kpi, verdict: Verdict, start: Start | Reason, latest: Point | Reason, today: date
) -> KpiMeasure:
    fresh, due = _freshness(latest, kpi, today)
    return KpiMeasure(
        id=kpi.id,
        status=verdict.status,
        reason=verdict.reason,
        basis=verdict.basis,
        fell_back=verdict.fell_back,
        lapsed=verdict.lapsed,
        progress=verdict.progress,
        expected=verdict.expected,
        score=verdict.score,
        growth=verdict.growth,
        start=start,
        latest=latest,
        freshness=fresh,
        due=due,
    )


def _freshness(latest: Point | Reason, kpi: Kpi, today: date) -> tuple[Freshness | Reason, date | Reason]:
    if isinstance(latest, Reason):
        return latest, latest
    return freshness(latest.end, kpi.frequency, today)
