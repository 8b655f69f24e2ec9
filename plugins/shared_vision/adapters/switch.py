"""The way from a page to the same page in another language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import url_filter

from shared_vision.model.languages import own_name


class _Ready(str):
    """An address that is relative to the page already, maybe to a page outside of this build."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """The languages of a site with the address of its root; `missing` tells which pages each has not."""

    languages: tuple[str, ...]
    site_url: str
    directory_urls: bool
    missing: Mapping[str, frozenset[str]]

    def folder(self, language: str) -> str:
        """Where the pages in a language lie, seen from the root."""
        return "" if language == self.languages[0] else f"{language}/"

    def from_page(self, file: File, language: str) -> list[dict[str, str]]:
        """The switch on a page, in the theme's form: to the same page, or home where there is none."""
        here = self._place(language, file)
        places = {tag: self._place(tag, file) for tag in self.languages}
        return [_entry(tag, get_relative_url(place, here)) for tag, place in places.items()]

    def from_nowhere(self) -> list[dict[str, str]]:
        """The switch on a page whose own address is not known, such as that for a wrong one: home."""
        root = urlsplit(self.site_url or "/").path
        return [_entry(tag, root + self.folder(tag)) for tag in self.languages]

    def in_head(self, html: str, file: File, language: str) -> str:
        """The page with what search engines read of its languages, and our script after a quick change.

        The space in `rel` hides the links from Material's script, which takes each for the
        start of a site with a site map of its own.
        """
        entries = self.from_page(file, language)
        for entry in entries:
            theirs = f'<link rel="alternate" href="{entry["link"]}" hreflang="{entry["lang"]}">'
            html = html.replace(theirs, "", 1)
        ways = " ".join(f"{entry['lang']} {entry['link']}" for entry in entries)
        tags = "".join(self._alternates(file, language))
        meta = f'<meta name="sv-languages" content="{escape(ways)}">'
        return html.replace("</head>", f"{tags}{meta}</head>", 1)

    def _alternates(self, file: File, language: str) -> Iterator[str]:
        here = self._place(language, file)
        there = [tag for tag in self.languages if file.src_uri not in self.missing[tag]]
        for name, tag in [*((tag, tag) for tag in there), ("x-default", there[0])]:
            place = self._place(tag, file)
            address = urljoin(self.site_url, place) if self.site_url else get_relative_url(place, here)
            yield f'<link rel="alternate " hreflang="{name}" href="{escape(address)}">\n'

    def _place(self, language: str, file: File) -> str:
        """The address of a page in a language, seen from the root."""
        home = "./" if self.directory_urls else "index.html"
        url = home if file.src_uri in self.missing[language] else file.url
        return f"{self.folder(language)}{url}".replace("/./", "/")


def let_through(env: Environment) -> None:
    """Let templates take the addresses of a switch as they are: MkDocs knows no page outside of its build."""

    @pass_context
    def url(context: Context, value: Any) -> str:
        return value if isinstance(value, _Ready) else str(url_filter(context, value))  # type: ignore[arg-type]

    env.filters["url"] = url


def _entry(language: str, address: str) -> dict[str, str]:
    return {"name": own_name(language), "link": _Ready(address), "lang": language}
