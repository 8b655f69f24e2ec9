"""What stands in the partners' calendar."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that happens on a day: `key` is the same in every build, `path` the page that tells more.

    `partners` are the ids of those whom it concerns; where it is empty, it concerns all.
    """

    key: str
    day: date
    title: str
    path: str
    partners: tuple[str, ...] = ()
