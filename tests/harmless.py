"""What must hold of everything that is published, whatever a record says."""

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import NoReturn
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from shared_vision.model.site import Site

_DANGEROUS = frozenset(
    (
        "script",
        "iframe",
        "object",
        "embed",
        "base",
        "meta",
        "link",
        "style",
        "form",
        "foreignobject",
        "template",
    )
)
_OF_MARKDOWN = {
    **dict.fromkeys(
        ("blockquote", "br", "code", "em", "hr", "li", "p", "pre", "strong", "ul"), frozenset[str]()
    ),
    **dict.fromkeys(("h3", "h4", "h5", "h6", "tbody", "td", "th", "thead", "tr"), frozenset[str]()),
    "a": frozenset(("href", "title", "rel")),
    "div": frozenset(("class", "tabindex")),
    "img": frozenset(("src", "alt", "title")),
    "ol": frozenset(("start",)),
    "table": frozenset(("class",)),
}
_WITHOUT_END = frozenset(("br", "hr", "img", "input", "link"))
_SCHEMES = frozenset(("", "http", "https", "mailto"))


class _Reader(HTMLParser):
    """Meets every tag of a page."""

    def __init__(self, *, of_markdown: bool) -> None:
        super().__init__()
        self.of_markdown = of_markdown
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in _DANGEROUS - {"link"}, tag
        assert tag != "link" or _is_ours(dict(attrs)), attrs
        if self.of_markdown:
            assert tag in _OF_MARKDOWN, tag
            assert {name for name, _ in attrs} <= _OF_MARKDOWN[tag], (tag, attrs)
        for name, value in attrs:
            harmless_attribute(name, value or "")
        if tag not in _WITHOUT_END:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _WITHOUT_END:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in _WITHOUT_END:
            assert self.open, tag
            assert self.open.pop() == tag, tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def _is_ours(link: Mapping[str, str | None]) -> bool:
    """What is printed brings its own style."""
    return link.get("rel") == "stylesheet" and str(link["href"]).endswith("../assets/shared-vision/paper.css")


def harmless_attribute(name: str, value: str) -> None:
    """It runs nothing, and leads nowhere but to pages."""
    assert not name.startswith("on"), (name, value)
    assert name not in {"srcdoc", "srcset", "formaction", "background"}, (name, value)
    if name.rpartition(":")[2] in {"href", "src", "action", "cite", "poster"}:
        scheme = urlsplit(re.sub(r"[\x00-\x20]", "", value)).scheme
        assert scheme in _SCHEMES, (name, value)


def harmless(html: str, *, of_markdown: bool = False) -> None:
    """A fragment of HTML runs nothing, and leaves no tag open that would swallow what comes after it."""
    reader = _Reader(of_markdown=of_markdown)
    reader.feed(html)
    reader.close()
    assert not reader.open, reader.open


def harmless_site(site: Site) -> None:
    """Every page and file of a site can be read by those that it is for, and runs nothing."""
    for page in site.pages:
        harmless(str(page.html))
        harmless(str(page.search))
    for asset in site.assets:
        suffix = asset.path.rpartition(".")[2]
        if suffix == "json":
            json.loads(asset.content, parse_constant=_no_constant)
        elif suffix in {"svg", "xml"}:
            for element in ET.fromstring(asset.content).iter():  # noqa: S314 (it is ours)
                assert str(element.tag).rpartition("}")[2].lower() not in _DANGEROUS - {"link", "style"}, (
                    asset.path
                )
                for name, value in element.attrib.items():
                    harmless_attribute(name.rpartition("}")[2], value)


def _no_constant(name: str) -> NoReturn:
    raise AssertionError(name)
