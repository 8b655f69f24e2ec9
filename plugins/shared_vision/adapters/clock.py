"""Which day it is: stated where it can be, else read off the clock."""

import os
from datetime import UTC, date, datetime, timedelta

_EPOCH = "SOURCE_DATE_EPOCH"


def today(stated: date | None) -> date:
    """The stated day, else that of SOURCE_DATE_EPOCH, else the clock's; in UTC.

    Raises:
        ValueError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    if stated:
        return stated
    if seconds := os.environ.get(_EPOCH):
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))).date()
    return datetime.now(tz=UTC).date()


def pin(day: date) -> None:
    """Let MkDocs stamp what it writes (the site map) with `day`, unless a time is pinned already."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    os.environ[_EPOCH] = os.environ.get(_EPOCH) or str(max(0, int(midnight.timestamp())))
