"""Whether what a KPI aims at makes sense."""

from collections.abc import Iterator

from shared_vision.join.finding import error, warning
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Problem
from shared_vision.model.records import Direction, Kpi, Method, Milestone, Target

Found = LoadedRecord[Kpi]


def kpi_problems(found: Found) -> Iterator[Problem]:
    """Everything in the KPI that contradicts itself."""
    if found.record.direction is Direction.MAINTAIN:
        yield from _band(found)
    else:
        yield from _value(found)
        yield from _course(found)
        yield from _milestones(found)
    yield from _dates(found)


def mended_kpi(kpi: Kpi) -> Kpi:
    """The KPI without what contradicts itself, its milestones in order."""
    maintain = kpi.direction is Direction.MAINTAIN
    return kpi.model_copy(
        update={
            "target": _mended_target(kpi.target, maintain=maintain),
            "milestones": () if maintain else _mended_milestones(kpi),
            "method": Method.LINEAR if maintain else kpi.method,
        }
    )


def _band(found: Found) -> Iterator[Problem]:
    """A KPI to be kept within a band needs one, and nothing that leads elsewhere."""
    target = found.record.target
    if found.record.method is Method.GROWTH:
        message = "The method growth does not fit the direction maintain."
        yield error(
            found, ("method",), ("growth-maintain", message, "Delete the line, or write method: linear.")
        )
    if found.record.milestones:
        message = "A KPI with the direction maintain has no milestones on its way."
        yield error(
            found, ("milestones",), ("milestone-maintain", message, "Delete them, or change the direction.")
        )
    if target is None or (target.low is None and target.high is None):
        loc = ("target",) if target else ("direction",)
        message = "For the direction maintain the band to stay in is missing."
        remedy = "Give the target low, high or both, e.g. target: {date: 2027-12-31, low: 40, high: 60}."
        yield (error if target else warning)(found, loc, ("no-band", message, remedy))
    elif target.low is not None and target.high is not None and target.low >= target.high:
        message = f"The band runs from {_number(target.low)} to {_number(target.high)}, so nothing is in it."
        yield error(found, ("target", "low"), ("empty-band", message, "Write the smaller number as low."))
    elif target.value is not None:
        message = "With the direction maintain a target has low and high, no value."
        yield error(
            found, ("target", "value"), ("value-and-band", message, "Write low, high or both in its place.")
        )


def _value(found: Found) -> Iterator[Problem]:
    """A KPI to be moved needs a value to reach, no band."""
    target = found.record.target
    if not target:
        return
    if end := next((end for end in ("low", "high") if getattr(target, end) is not None), None):
        message = f"A target with {end} goes with the direction maintain, not {found.record.direction}."
        remedy = "Write value in its place, or direction: maintain."
        yield error(found, ("target", end), ("value-and-band", message, remedy))
    elif target.value is None:
        message = "The target has no value to reach."
        yield error(found, ("target",), ("no-target-value", message, "Add value: ... to the target."))


def _course(found: Found) -> Iterator[Problem]:
    """A target that is met at the start may be a wrong direction."""
    kpi = found.record
    if not kpi.baseline or kpi.baseline.value is None or not kpi.target or kpi.target.value is None:
        return
    base, aim = kpi.baseline.value, kpi.target.value
    if base < aim if kpi.direction is Direction.INCREASE else base > aim:
        return
    where = "equals" if base == aim else "is below" if aim < base else "is above"
    message = (
        f"The target {_number(aim)} {where} the baseline {_number(base)}, "
        f"although the direction is {kpi.direction}."
    )
    yield warning(
        found, ("target", "value"), ("met-at-start", message, "Check the direction and both numbers.")
    )


def _dates(found: Found) -> Iterator[Problem]:
    baseline, target = found.record.baseline, found.record.target
    if baseline and target and target.date <= baseline.date:
        message = f"The target's date {target.date} is not after the baseline's, {baseline.date}."
        yield error(
            found, ("target", "date"), ("target-before-baseline", message, "Correct one of the dates.")
        )


def _milestones(found: Found) -> Iterator[Problem]:
    kpi = found.record
    last: Milestone | None = None
    for number, milestone in enumerate(kpi.milestones):
        loc = ("milestones", number, "date")
        if not _on_the_way(kpi, milestone):
            message = f"The milestone's date {milestone.date} is not between the baseline's and the target's."
            yield error(
                found, loc, ("milestone-outside", message, "Correct the date, or delete the milestone.")
            )
        elif last and milestone.date == last.date:
            message = f"There are two milestones on {milestone.date}."
            yield error(found, loc, ("milestone-twice", message, "Keep one of them."))
        elif last and milestone.date < last.date:
            message = f"This milestone, {milestone.date}, comes before the one above, {last.date}."
            yield warning(found, loc, ("milestone-order", message, "Write milestones in order of time."))
        last = milestone


def _on_the_way(kpi: Kpi, milestone: Milestone) -> bool:
    return not (
        (kpi.baseline and milestone.date <= kpi.baseline.date)
        or (kpi.target and milestone.date >= kpi.target.date)
    )


def _mended_milestones(kpi: Kpi) -> tuple[Milestone, ...]:
    by_date = {
        milestone.date: milestone for milestone in reversed(kpi.milestones) if _on_the_way(kpi, milestone)
    }
    return tuple(by_date[day] for day in sorted(by_date))


def _mended_target(target: Target | None, *, maintain: bool) -> Target | None:
    """The target with what its direction knows, or None where nothing is left."""
    if target is None:
        return None
    if not maintain:
        return None if target.value is None else target.model_copy(update={"low": None, "high": None})
    if target.low is None and target.high is None:
        return None
    if target.low is not None and target.high is not None and target.low >= target.high:
        return None
    return target.model_copy(update={"value": None})


def _number(value: float) -> str:
    return f"{value:.12g}"
