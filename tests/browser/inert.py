"""What is wrong with the files of a site, as far as one can tell without a browser."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

TEXT_TAGS = {
    *("a", "blockquote", "br", "code", "div", "em", "hr", "img", "li", "ol", "p", "pre", "strong", "ul"),
    *("h3", "h4", "h5", "h6", "table", "tbody", "td", "th", "thead", "tr"),
    *("del", "ins"),
}
"""What a partner's Markdown may make, or a change of words: how many of them a page has hangs on the text."""
URLS = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "background",
    "xlink:href",
    "ping",
    "srcset",
    "cite",
}
SCHEMES = {"", "http", "https", "mailto"}
_A_NUMBER = re.compile(r"[-+]?[0-9.]+(?:e[-+]?[0-9]+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
Element = tuple[str, tuple[str, ...]]


class Shape(HTMLParser):
    """The elements of a page, by name and names of attributes, and what no page may have."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ours: Counter[Element] = Counter()
        self.texts: set[Element] = set()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count an element."""
        element = tag, tuple(sorted(name for name, _ in attrs))
        if tag in TEXT_TAGS:
            self.texts.add(element)
        else:
            self.ours[element] += 1
        for name, value in attrs:
            if name.startswith("on"):
                self.wrong.append(f"<{tag} {name}={value}>")
            if name in URLS and not is_harmless(value or ""):
                self.wrong.append(f"<{tag} {name}={value}>")

    def handle_decl(self, decl: str) -> None:
        """A document has one type, and that at its top."""
        if self.getpos() != (1, 0) and decl.lower() != "doctype html":
            self.wrong.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        """No page has such a thing."""
        self.wrong.append(f"<![{data}]>")

    def handle_pi(self, data: str) -> None:
        """Nor such a one."""
        self.wrong.append(f"<?{data}>")


def is_harmless(address: str) -> bool:
    """Whether an address is one of ours or leads to another site by the web or by mail."""
    bare = re.sub(r"[\x00-\x20]", "", address)
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", bare, re.IGNORECASE)
    return (scheme[1].lower() if scheme else "") in SCHEMES and not bare.startswith(("//", "\\", "/\\"))


def shape(html: str) -> Shape:
    """What a page is made of."""
    found = Shape()
    found.feed(html)
    found.close()
    return found


def faults(path: Path) -> Iterator[str]:
    """What is wrong with a file that is no page."""
    content = path.read_bytes()
    match path.suffix:
        case ".json":
            yield from _json(content.decode())
        case ".svg" | ".xml":
            yield from _xml(content, path.suffix)
        case ".ics":
            yield from _calendar(content)
        case ".csv":
            yield from _table(content.decode())


def _json(text: str) -> Iterator[str]:
    def refuse(word: str) -> None:
        raise ValueError(word)

    try:
        json.loads(text, parse_constant=refuse)
    except ValueError as error:
        yield f"no JSON: {error}"


def _xml(content: bytes, suffix: str) -> Iterator[str]:
    try:
        root = ET.fromstring(content)  # noqa: S314 (our own files)
    except ET.ParseError as error:
        yield f"no XML: {error}"
        return
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or content.count(b"<?") > 1:
        yield "a document type, an entity or a processing instruction"
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2].lower()
        if suffix == ".svg" and name in {
            "script",
            "foreignobject",
            "image",
            "iframe",
            "animate",
            "set",
            "a",
            "use",
        }:
            yield f"<{name}>"
        if name == "script" or "xhtml" in str(element.tag):
            yield f"<{element.tag}>"
        for attribute, value in element.attrib.items():
            short = attribute.rpartition("}")[2].lower()
            if short.startswith("on") or (short in URLS and not is_harmless(value)):
                yield f"<{name} {short}={value}>"
        if suffix == ".xml" and name in {"content", "summary", "title"} and element.get("type") == "html":
            yield from shape(element.text or "").wrong


def _calendar(content: bytes) -> Iterator[str]:
    if content.count(b"\n") != content.count(b"\r\n") or b"\r" in content.replace(b"\r\n", b""):
        yield "a line without its end"
    yield from (f"a line of {len(line)} octets" for line in content.split(b"\r\n") if len(line) > 75)
    lines = content.replace(b"\r\n ", b"").decode().split("\r\n")
    yield from (line for line in lines if line and re.split("[;:]", line, maxsplit=1)[0] not in _KNOWN)


_KNOWN = {
    *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "DTSTAMP", "DTSTART", "DTEND", "DUE"),
    *("SUMMARY", "DESCRIPTION", "URL", "CATEGORIES", "STATUS", "TRANSP", "SEQUENCE", "NAME", "X-WR-CALNAME"),
    *("LAST-MODIFIED", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "CREATED", "CLASS", "SOURCE", "COLOR"),
    *("X-WR-CALDESC", "RELATED-TO", "LOCATION", "ORGANIZER"),
}


def _table(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text, newline=""), strict=True):
        for cell in row:
            if cell.lstrip(" ").startswith(_FORMULA) and not _A_NUMBER.fullmatch(cell):
                yield f"a formula: {cell!r}"
