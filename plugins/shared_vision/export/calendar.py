"""The calendar as iCalendar files, for all and for each partner."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from shared_vision.model.calendar import Entry
from shared_vision.model.document import Document
from shared_vision.model.inert import without_controls
from shared_vision.model.settings import Settings
from shared_vision.model.site import Asset


def export_calendar(
    entries: tuple[Entry, ...], document: Document, today: date, settings: Settings
) -> Iterator[Asset]:
    """`calendar.ics`, then `partners/<id>.ics` with what concerns a partner: all-day events by RFC 5545.

    An event has the same UID in every build; its DTSTAMP is the day of the site.
    """
    title, events = document.vision.title, [_event(entry, today, settings) for entry in entries]
    yield Asset(path="calendar.ics", content=_calendar(title, events))
    for partner in document.partners.values():
        own = [
            event
            for entry, event in zip(entries, events, strict=True)
            if not entry.partners or partner.id in entry.partners
        ]
        content = _calendar(f"{title}: {partner.title}", own)
        yield Asset(path=f"partners/{partner.id}.ics", content=content)


def _calendar(title: str, events: Iterable[bytes]) -> bytes:
    """A calendar around events that are written already: most stand in several."""
    # it takes a while to import, and most commands make no calendar
    from icalendar import Calendar, vText  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", "-//shared-vision//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(without_controls(title)))
    head, end, _ = calendar.to_ical().rpartition(b"END:VCALENDAR")
    return b"".join((head, *events, end, b"\r\n"))


def _event(entry: Entry, today: date, settings: Settings) -> bytes:
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    event.add("uid", f"{entry.key}@{_place(settings.site_url)}")
    event.add("dtstamp", datetime(today.year, today.month, today.day, tzinfo=UTC))
    event.add("dtstart", entry.day)
    event.add("dtend", _next(entry.day))
    event.add("summary", without_controls(entry.title))
    event.add("transp", "TRANSPARENT")
    if settings.site_url:
        event.add("url", settings.address(entry.path))
    return bytes(event.to_ical())


def _place(address: str) -> str:
    """What tells this site's events from those of others on the same host."""
    parts = urlsplit(address)
    return "-".join((parts.hostname or "shared-vision", *filter(None, parts.path.split("/"))))


def _next(day: date) -> date:
    """The day after, which an all-day event ends before."""
    return day if day == date.max else day + timedelta(days=1)
