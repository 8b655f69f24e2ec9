"""What cannot be right about a KPI's `source`, whatever the data file says."""

from collections.abc import Iterator

from shared_vision.load.quote import quote
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Problem
from shared_vision.model.records import Aggregate, Frequency, Kpi, Source


def source_problems(kpi: LoadedRecord[Kpi]) -> Iterator[Problem]:
    """Everything in the source that makes its values unusable."""
    source = kpi.record.source
    if source.per and source.aggregate not in (None, Aggregate.SUM):
        message = f"With `per`, both columns are summed before dividing; {source.aggregate} does not fit."
        yield in_source(kpi, ("source", "aggregate"), "ratio-aggregate", message, "Leave out `aggregate`.")
    if source.scale == 0:
        message = "With scale: 0 every value is 0."
        yield in_source(
            kpi, ("source", "scale"), "zero-scale", message, "Write another number, or delete it."
        )
    yield from _same_columns(kpi, source)
    yield from _computed(kpi, source)


_WITH_COMPUTED = {"computed", "scale"}


def _computed(kpi: LoadedRecord[Kpi], source: Source) -> Iterator[Problem]:
    """A key that says how a file is read, where there is none."""
    if source.computed:
        for key in sorted(source.model_fields_set - _WITH_COMPUTED):
            message = (
                f"The values are computed from the records, so there is no file that `{key}` could be about."
            )
            yield in_source(kpi, ("source", key), "computed-and-file", message, "Leave out one of the two.")
        if kpi.record.frequency in {Frequency.DAILY, Frequency.WEEKLY}:
            message = "Values are computed for months, quarters and years only."
            remedy = "Write frequency: monthly, or a longer one; irregular for what surveys say."
            yield in_source(kpi, ("source", "computed"), "computed-too-often", message, remedy)


def in_source(kpi: LoadedRecord[Kpi], loc: tuple[str, ...], code: str, message: str, remedy: str) -> Problem:
    """A problem with a value of the source."""
    return Problem(place=kpi.place(*loc), code=code, message=message, remedy=remedy, field=".".join(loc))


def _same_columns(kpi: LoadedRecord[Kpi], source: Source) -> Iterator[Problem]:
    """One column in two roles that do not go together; where rows are counted, any column is a value."""
    value = None if source.aggregate is Aggregate.COUNT else source.value
    for key, column, role, others in (
        ("value", value, "hold the values", (source.date,)),
        ("per", source.per, "be what to divide by", (source.date, value)),
        ("by", source.by, "be the breakdown", (source.date, value, source.per)),
        ("status", source.status, "say which are provisional", (source.date, value, source.per, source.by)),
    ):
        if column and column in others:
            message = f"The column {quote(column)} cannot also {role}."
            yield in_source(kpi, ("source", key), "same-column", message, "Name another column.")
