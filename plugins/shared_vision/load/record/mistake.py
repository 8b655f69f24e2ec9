"""One error of the validator, with what a message about it needs to know."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from shared_vision.load.quote import quote
from shared_vision.model.fields import Part
from shared_vision.model.loaded import Key, Spot

Words = tuple[str, str, str]
"""Code, message and remedy."""
Known = Mapping[str, Collection[str]]
"""The ids of each kind for which there is a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """What is wrong with a value, where it stands, and what could have stood there.

    `around` is the mapping or list that the value is in, `around_spot` its spot; `part` is the model of
    that mapping, `inner` that of the value if it should be one. `within` is the record, as `goals/x`.
    """

    error: ErrorDetails
    spot: Spot
    around: Any
    around_spot: Spot
    part: type[Part]
    inner: type[Part]
    known: Known
    within: str

    @property
    def value(self) -> Any:
        """The value as read."""
        return self.error["input"]

    @property
    def text(self) -> str:
        """The value as written, where it is a single one."""
        return self.spot.text

    @property
    def key(self) -> str:
        """The key of the value, which may be missing or unknown."""
        return str(self.error["loc"][-1])

    @property
    def is_entry(self) -> bool:
        """Whether the value is an entry of a list, or stands in place of one."""
        return isinstance(self.error["loc"][-1], int)

    @property
    def in_braces(self) -> bool:
        """Whether the mapping around the value is in braces."""
        return len(self.error["loc"]) > 1 and _has_braces(self.around_spot)

    @property
    def in_brackets(self) -> bool:
        """Whether the list around the value is in brackets: they begin on the line of the key."""
        return self.is_entry and self.around_spot.line == self.around_spot.key_line

    @property
    def limits(self) -> Mapping[str, Any]:
        """What the validator adds: choices, bounds, a pattern."""
        return self.error.get("ctx", {})

    @property
    def found(self) -> str:
        """The value, as one names it in a sentence."""
        if isinstance(self.value, str):
            return quote(self.value)
        if isinstance(self.value, bool):
            return f"the yes-or-no value {self.text}"
        if isinstance(self.value, int | float):
            return f"the number {quote(self.text)[1:-1]}"
        return "a list" if isinstance(self.value, list) else "keys with values"


def value_at(value: Any, loc: tuple[Key, ...]) -> Any:
    """The value at a path inside another, or the innermost one around it that there is."""
    for key in loc:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            break
    return value


def listed(words: list[str], link: str) -> str:
    """Words as a list in a sentence."""
    return f" {link} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _has_braces(spot: Spot) -> bool:
    """A mapping without braces begins with its first key."""
    first = next(iter(spot.parts.values()), None)
    return first is None or (first.key_line, first.key_column) != (spot.line, spot.column)
