"""Which file that came is one that went, under another name."""

from collections.abc import Mapping
from typing import NamedTuple

from shared_vision.model.records import Record

_ALIKE = 0.6
"""The least share of what two records say that must be the same."""


class _Pair(NamedTuple):
    likeness: float
    path: str
    was: str


Versions = Mapping[str, tuple[str, Record]]
"""By path: the name of the content, the record in it."""


def pair_renamed(gone: Versions, come: Versions) -> dict[str, str]:
    """The old path of each file that was renamed: of the same kind, with the same content or much alike."""
    pairs = sorted(
        (
            _Pair(likeness, path, was)
            for path, (content, record) in come.items()
            for was, (old_content, old) in gone.items()
            if old.kind == record.kind
            and (likeness := 1.0 if content == old_content else _likeness(old, record)) >= _ALIKE
        ),
        key=lambda pair: (-pair.likeness, pair.path, pair.was),
    )
    found: dict[str, str] = {}
    for pair in pairs:
        if pair.path not in found and pair.was not in found.values():
            found[pair.path] = pair.was
    return found


def _likeness(one: Record, other: Record) -> float:
    """The share of the fields that either has set in which both are the same; a title counts twice."""
    names = (one.model_fields_set | other.model_fields_set) - {"id"}
    weights = {name: 2 if name == "title" else 1 for name in names}
    same = sum(weight for name, weight in weights.items() if getattr(one, name) == getattr(other, name))
    return same / sum(weights.values()) if weights else 0.0
