"""The kinds of values that records are made of, each with its own grammar."""

import re
from datetime import date
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from shared_vision.model.by_language import ByLanguage
from shared_vision.model.dates import YEARS, Duration, parse_day, parse_duration

ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
LARGEST = 1e302
"""Beyond it in either direction a number cannot be reckoned with: several may add up to none any more."""
PAGED = ("goals", "kpis", "initiatives", "decisions", "partners", "ideas", "surveys")
"""The kinds whose records have a page each, and that others may refer to."""
KINDS = (*PAGED, "updates")

_ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*")


def is_id(text: str) -> bool:
    """Whether a text can be the id of a record."""
    return bool(re.fullmatch(ID_PATTERN, text))


def is_account(text: str) -> bool:
    """Whether a text can name an account on a forge, or a team as organisation/team."""
    return bool(_ACCOUNT.fullmatch(text))


def _day(value: object) -> date:
    if isinstance(value, str) and (day := parse_day(value)) and day.year in YEARS:
        return day
    raise PydanticCustomError("day", "expected a date")


def _duration(value: object) -> Duration:
    if isinstance(value, str) and (duration := parse_duration(value)):
        return duration
    raise PydanticCustomError("duration", "expected a duration")


def _data_file(value: str) -> str:
    parts = value.split("/")
    if "\\" in value or ":" in value or not all(parts) or any(part.startswith(".") for part in parts):
        raise PydanticCustomError("data_file", "expected a file below kpi_data/")
    if not value.endswith(".csv"):
        raise PydanticCustomError("data_suffix", "expected a .csv file")
    return value


def _account(value: str) -> str:
    if value and not is_account(value):
        raise PydanticCustomError("account", "expected an account")
    return value


def _scale(value: object) -> tuple[int, int]:
    match value:
        case [int(low), int(high)] if bool not in (type(low), type(high)):
            if 1 <= high - low <= 10 and abs(low) <= 1000:
                return low, high
    raise PydanticCustomError("scale", "expected a scale")


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Plain = Annotated[str, StringConstraints(strict=True, strip_whitespace=True)]
"""A text for programs, such as the name of a value in a data file; in no language."""
Term = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=300)]
"""A short one."""
Account = Annotated[Plain, AfterValidator(_account)]
"""An account on a forge, or a team in an organisation there."""
Text = Annotated[Plain, ByLanguage()]
"""A text for readers; it may be given by language."""
Title = Annotated[Term, ByLanguage()]
"""A short one."""
Id = Annotated[str, StringConstraints(strict=True, pattern=ID_PATTERN)]
RecordRef = Annotated[
    str,
    StringConstraints(
        strict=True, pattern=rf"^(vision/vision|({'|'.join(PAGED)})/[a-z0-9][a-z0-9-]{{0,63}})$"
    ),
]
Names = Annotated[
    tuple[Term, ...],
    BeforeValidator(_one_or_more),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One name or several."""
Number = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-LARGEST, le=LARGEST)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Span = Annotated[
    Duration, BeforeValidator(_duration), WithJsonSchema({"type": "string", "pattern": r"^P(\d+[YMWD])+$"})
]
DataFile = Annotated[str, StringConstraints(strict=True, min_length=1), AfterValidator(_data_file)]
Scale = Annotated[
    tuple[int, int],
    BeforeValidator(_scale),
    WithJsonSchema({"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}),
]
"""The lowest and the highest answer, with ten steps between them at most."""
Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(_one_or_more),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": ID_PATTERN}, {"type": "array", "items": {"type": "string"}}]}
    ),
]


class Part(BaseModel):
    """A piece of a record: frozen, and a key it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
