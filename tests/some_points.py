"""Series for tests: values in a row, at a frequency."""

from collections.abc import Sequence
from datetime import date

from shared_vision.model.dates import add_months, month_end
from shared_vision.model.records import Frequency
from shared_vision.model.series import Point

_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}


def in_a_row(
    values: Sequence[float | None], frequency: Frequency = Frequency.MONTHLY, first: date = date(2024, 1, 1)
) -> tuple[Point, ...]:
    """A point for each value, a period each; None is a period without one."""
    months = _MONTHS[frequency]
    starts = [add_months(first, months * place) for place in range(len(values))]
    return tuple(
        Point(start=start, end=month_end(add_months(start, months - 1)), value=value, line=line)
        for line, (start, value) in enumerate(zip(starts, values, strict=True), start=2)
        if value is not None
    )
