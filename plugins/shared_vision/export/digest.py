"""A digest or an agenda as Markdown, as plain text and as a mail."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from html import escape
from textwrap import fill

from shared_vision.model.digest import Digest, Item, Picture
from shared_vision.model.inert import in_markdown, no_command, without_controls
from shared_vision.model.settings import Settings
from shared_vision.model.told import Mark, shown
from shared_vision.model.wording import Wording

Drawn = Mapping[str, tuple[Picture, str]]
"""Charts with their addresses, by KPI."""

_WIDTH = 76
_PLAIN = {Mark.NAME: ("", ""), Mark.GONE: ("[-", "-]"), Mark.COME: ("[+", "+]")}
_CHANGES = {Mark.GONE: ("~~", "~~"), Mark.COME: ("**", "**")}
_TAGS = {Mark.GONE: ("<del>", "</del>"), Mark.COME: ("<ins>", "</ins>")}


def digest_markdown(digest: Digest, settings: Settings) -> str:
    """The whole as Markdown for an issue or a wiki, in which partners' text does nothing."""
    return "\n".join(_markdown(digest, settings)).rstrip() + "\n"


def _markdown(digest: Digest, settings: Settings) -> Iterator[str]:
    yield f"# {in_markdown(digest.title)}\n"
    yield f"*{in_markdown(digest.days)}*\n"
    if digest.lead:
        yield f"{in_markdown(digest.lead)}\n"
    for section in digest.sections:
        yield f"## {in_markdown(section.heading)}\n"
        for item in section.items:
            link = _address(item, settings)
            signs = {Mark.NAME: ("[", f"]({link})") if link else ("*", "*"), **_CHANGES}
            yield f"- {shown(item.text, _in_markdown, signs)}"
            if item.note:
                yield f"  <br>{_in_markdown(item.note)}"
        if section.more:
            yield f"- {in_markdown(section.more)}"
        yield ""
    if digest.foot:
        yield f"*{in_markdown(digest.foot)}*"


def _in_markdown(text: str) -> str:
    return in_markdown(without_controls(text))


def digest_text(digest: Digest, settings: Settings) -> str:
    """The whole as plain text, for a mail or a terminal."""
    return no_command("\n".join(_text(digest, settings)).rstrip() + "\n")


def _text(digest: Digest, settings: Settings) -> Iterator[str]:
    title = without_controls(digest.title)
    yield from (title, "=" * min(len(title), _WIDTH), without_controls(digest.days), "")
    if digest.lead:
        yield from (_filled(digest.lead, ""), "")
    for section in digest.sections:
        heading = without_controls(section.heading)
        yield from (heading, "-" * min(len(heading), _WIDTH))
        for item in section.items:
            yield _filled(shown(item.text, str, _PLAIN), "* ")
            if item.note:
                yield _filled(item.note, "  ")
            if link := _address(item, settings):
                yield f"  {link}"
        if section.more:
            yield _filled(section.more, "* ")
        yield ""
    if digest.foot:
        yield _filled(digest.foot, "")


def _filled(text: str, before: str) -> str:
    return fill(
        without_controls(text),
        width=_WIDTH,
        initial_indent=before,
        subsequent_indent=" " * len(before),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _address(item: Item, settings: Settings) -> str:
    return settings.address(item.path) if item.path and settings.site_url else ""


def digest_html(digest: Digest, settings: Settings, pictures: Mapping[str, bytes]) -> str:
    """One HTML file with its pictures (PNG by KPI) inside, for reading in a browser or a mail."""
    return _html(digest, settings, pictures, lambda kpi: _data(pictures[kpi]))


def _data(picture: bytes) -> str:
    return f"data:image/png;base64,{b64encode(picture).decode()}"


_STYLE = """\
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  body, .page { background: #10161c !important; color: #e9edf0 !important; }
  .card { background: #182027 !important; border-color: #2c363f !important; }
  .quiet { color: #a3adb6 !important; } h1, h2 { color: #e9edf0 !important; } a { color: #5cc2c0 !important; }
}
@media (max-width: 640px) { .card { padding: 20px 18px !important; border-radius: 0 !important; } }
"""
_SANS = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
_SERIF = "font-family:'Source Serif 4',Charter,Georgia,serif"


def _html(
    digest: Digest, settings: Settings, pictures: Mapping[str, bytes], source: Callable[[str], str]
) -> str:
    """Tables and styles at each element, as programs for mail know little else."""
    drawn = {one.kpi: (one, source(one.kpi)) for one in digest.pictures if one.kpi in pictures}
    parts = "".join(_part(digest, settings, drawn))
    title, language = escape(without_controls(digest.title)), escape(settings.language)
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n"
        f'<body style="margin:0;background:#fbfaf6;color:#18212b;{_SANS}">'
        '<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" '
        'style="background:#fbfaf6"><tr><td align="center" style="padding:24px 0">'
        '<table role="presentation" width="600" cellpadding="0" cellspacing="0" '
        'style="width:100%;max-width:600px"><tr><td class="card" style="padding:32px 36px;'
        'background:#fff;border:1px solid #e5e0d6;border-radius:14px">\n'
        f"{parts}</td></tr></table></td></tr></table></body></html>\n"
    )


def _part(digest: Digest, settings: Settings, drawn: Drawn) -> Iterator[str]:
    quiet = f"margin:0 0 18px;color:#55606c;font-size:14px;{_SANS}"
    yield (
        f'<h1 style="margin:0 0 6px;font-weight:400;font-size:28px;line-height:1.2;{_SERIF}">'
        f"{_say(digest.title)}</h1>\n"
    )
    yield f'<p class="quiet" style="{quiet}">{_say(digest.days)}</p>\n'
    if digest.lead:
        yield f'<p style="margin:0 0 18px;font-size:16px;line-height:1.5">{_say(digest.lead)}</p>\n'
    for section in digest.sections:
        yield f'<h2 style="margin:28px 0 8px;font-size:18px;line-height:1.3">{_say(section.heading)}</h2>\n'
        yield '<ul style="margin:0;padding:0 0 0 18px">\n'
        yield from (_item(item, settings, drawn) for item in section.items)
        if section.more:
            yield f'<li class="quiet" style="color:#55606c;font-size:14px">{_say(section.more)}</li>\n'
        yield "</ul>\n"
    if digest.foot:
        yield f'<p class="quiet" style="{quiet};padding-top:18px">{_say(digest.foot)}</p>\n'


def _say(text: str) -> str:
    return escape(without_controls(text))


def _item(item: Item, settings: Settings, drawn: Drawn) -> str:
    link = _address(item, settings)
    opened = f'<a href="{escape(link)}" style="color:#0d5c63">' if link else "<strong>"
    signs = {Mark.NAME: (opened, "</a>" if link else "</strong>"), **_TAGS}
    note = f'<br><span class="quiet" style="color:#55606c;font-size:14px">{_say(item.note)}</span>'
    text = shown(item.text, lambda piece: escape(without_controls(piece)), signs)
    charts = "".join(_picture(*drawn[kpi], item, settings) for kpi in item.kpis if kpi in drawn)
    said = f"{text}{note if item.note else ''}{charts}"
    return f'<li style="margin:0 0 8px;font-size:15px;line-height:1.5">{said}</li>\n'


def _picture(one: Picture, source: str, item: Item, settings: Settings) -> str:
    """A chart below an item, and above it what the item does not say."""
    link = settings.address(f"kpis/{one.kpi}") if settings.site_url else ""
    image = (
        f'<img src="{source}" width="528" alt="{_say(f"{one.title}: {one.said}")}" '
        'style="display:block;width:100%;max-width:528px;height:auto;border:0;border-radius:8px">'
    )
    shown_at = f'<a href="{escape(link)}">{image}</a>' if link else image
    title = f"<strong>{_say(one.title)}</strong><br>" if len(item.kpis) > 1 else ""
    words = title + (_say(one.said) if one.said != item.note else "")
    caption = f'<p style="margin:6px 0;font-size:14px;line-height:1.4">{words}</p>' if words else ""
    return f"{caption}{shown_at}\n"


def digest_mail(  # noqa: PLR0913 (a mail has these parts)
    digest: Digest,
    settings: Settings,
    pictures: Mapping[str, bytes],
    wording: Wording,
    *,
    sender: str,
    to: tuple[str, ...],
) -> bytes:
    """The same as a mail by RFC 5322: plain text, and HTML with its pictures attached.

    The same digest gives the same bytes. `sender` and `to` are addresses such as `a@b.example`.

    Raises:
        ValueError: one of the addresses is none.
    """
    mail = EmailMessage(policy=SMTP)
    subject = wording.say("{vision}, {days}", vision=digest.title, days=digest.days)
    mail["Subject"] = " ".join(without_controls(subject).split())
    mail["From"] = _mailbox(sender)
    mail["To"] = tuple(map(_mailbox, to))
    text = digest_text(digest, settings)
    key = sha256(f"{sender}\n{to}\n{text}".encode()).hexdigest()[:24]
    day = digest.until
    mail["Date"] = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    mail["Message-ID"] = f"<{key}@{_mailbox(sender).domain}>"
    mail.set_content(text, cte="quoted-printable")
    names = {one.kpi: f"{one.kpi}.{key}" for one in digest.pictures if one.kpi in pictures}
    html = _html(digest, settings, pictures, lambda kpi: f"cid:{names[kpi]}")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    body = mail.get_payload()[1]  # type: ignore[index]  # the second way to read it
    for kpi, cid in names.items():
        body.add_related(  # type: ignore[union-attr]
            pictures[kpi], "image", "png", cid=f"<{cid}>", filename=f"{kpi}.png", disposition="inline"
        )
    for number, part in enumerate(one for one in mail.walk() if one.is_multipart()):
        part.set_boundary(f"={key}-{number}=")
    return mail.as_bytes()


def _mailbox(address: str) -> Address:
    """An address in its parts; letters only, as programs for mail disagree on the rest."""
    name, at, domain = address.partition("@")
    if not (name and at and domain) or any(sign.isspace() or sign in '<>,;:"()[]@' for sign in name + domain):
        raise ValueError(f"{address!r} is no mail address.")
    return Address(username=name, domain=domain)
