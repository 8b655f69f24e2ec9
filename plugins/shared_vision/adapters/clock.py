"""Which day it is: stated where it can be, else read off the clock."""

import os
from datetime import UTC, date, datetime, timedelta

_EPOCH = "SOURCE_DATE_EPOCH"
_LATEST = 2**32 - 1
"""What fits into the time stamp of a compressed site map."""


def today(stated: date | None) -> date:
    """The stated day, else that of SOURCE_DATE_EPOCH, else the clock's; in UTC.

    Raises:
        ValueError: SOURCE_DATE_EPOCH is no number of seconds; the text says so.
    """
    return stated or _pinned() or datetime.now(tz=UTC).date()


def pin(day: date) -> None:
    """Let MkDocs stamp what it writes (the site map) with `day`, unless a time is pinned already.

    Raises:
        ValueError: a time is pinned, but not as a number of seconds.
    """
    if not _pinned():
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
        os.environ[_EPOCH] = str(max(0, int(midnight.timestamp())))


def _pinned() -> date | None:
    """The day that SOURCE_DATE_EPOCH names, if it is set."""
    seconds = os.environ.get(_EPOCH)
    if not seconds:
        return None
    if not seconds.isdecimal() or int(seconds) > _LATEST:
        raise ValueError(f"{_EPOCH} must be a number of seconds since 1970, not {seconds!r}.")
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))).date()
