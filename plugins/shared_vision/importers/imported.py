"""What an import makes of another tool's files."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class LeftOut:
    """Something of the source that did not arrive as it was: where, what, why."""

    path: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The files of the new vision by their path in its folder, with all that was left out or changed."""

    files: Mapping[str, bytes]
    left_out: tuple[LeftOut, ...] = ()
