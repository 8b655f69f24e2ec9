"""The Content-Security-Policy of a site: its pages run and load what the site's makers chose, nothing else.

Trusted is what mkdocs.yml, the theme and pages written by hand say, as only a reviewed change brings them in:
their scripts and styles are allowed by hash, the hosts they load from by name. Whatever a record's text may
smuggle in is neither. See https://www.w3.org/TR/CSP3/.
"""

import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import urlsplit

import click
from jinja2 import Environment, TemplateNotFound
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_relative_url

from shared_vision.adapters.project import ProjectError

_ALWAYS: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'self'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "style-src-attr": ("'unsafe-inline'",),  # widths of bars; what they could load is held by img-src
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'", "data:"),
    "connect-src": ("'self'",),
    "worker-src": ("'self'", "blob:"),
    "frame-src": ("'self'",),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}
_LOADS = {
    "script": ("script-src",),
    "link stylesheet": ("style-src",),
    "link preconnect": ("font-src",),
    "img": ("img-src",),
    "iframe": ("frame-src",),
    "video": ("media-src",),
    "audio": ("media-src",),
    "source": ("media-src",),
    "form": ("form-action",),
}
"""Which directive allows the host that an element names; Material says by `preconnect` where fonts are."""
_INLINE = {"script": "script-src", "style": "style-src"}
_WORD = re.compile(r"""[^\s;,"<>&]+""")
_HEAD = re.compile(r"<meta charset=[^>]*>|<head>(?!\s*<meta charset=)", re.IGNORECASE)


class Policy:
    """What the pages of a build may run and load; the same for all, as the theme puts one in another's place.

    `more` is what mkdocs.yml says under `content_security_policy`: sources that are allowed besides, by
    directive, or false for no policy at all. A preview has none, as MkDocs puts a script into its pages.

    Raises:
        ProjectError: `more` is something else.
    """

    def __init__(self, more: object) -> None:
        self._off = more is False or _is_preview()
        self._sources: defaultdict[str, set[str]] = defaultdict(set)
        if isinstance(more, Mapping):
            for directive, sources in more.items():
                self._sources[_word(directive)].update(map(_word, _each(sources)))

    def trust(self, html: str) -> None:
        """Allow what this HTML runs and loads."""
        parser = _Trusted(self._sources)
        parser.feed(html)
        parser.close()

    def trust_theme(self, env: Environment, files: Files, config: MkDocsConfig) -> None:
        """Allow what the theme itself puts on each page: on one without words, in a folder as deep.

        Raises:
            ProjectError: a page asks for a template that the theme has not.
        """
        places = {
            (str((page.meta or {}).get("template", "main.html")), get_relative_url(".", page.url)): page
            for file in files.documentation_pages()
            if (page := file.page)
        }
        for (name, base), page in sorted(places.items(), key=lambda place: place[0]):
            try:
                template = env.get_template(name)
            except TemplateNotFound as error:
                raise ProjectError(
                    f"{page.file.src_uri}: The theme has no template {name!r}. Take the line away, or name "
                    "one that it has, such as main.html."
                ) from error
            bare = _bare("x/" * base.count(".."), config)
            self.trust(template.render(get_context(Navigation([], []), [], config, bare)))
        if "404.html" in config.theme.static_templates:
            base = urlsplit(config.site_url or "/").path
            context = get_context(Navigation([], []), [], config, base_url=base)
            self.trust(env.get_template("404.html").render(context))

    def in_head(self, html: str) -> str:
        """The page with the policy in its head, before all that it is about."""
        if self._off:
            return html
        tag = f'<meta http-equiv="Content-Security-Policy" content="{self}">'
        return _HEAD.sub(lambda found: f"{found[0]}{tag}", html, count=1)

    def __str__(self) -> str:
        directives = dict.fromkeys((*_ALWAYS, *sorted(self._sources)))
        return "; ".join(f"{one} {' '.join(self._of(one))}" for one in directives)

    def _of(self, directive: str) -> list[str]:
        always = _ALWAYS.get(directive, ("'self'",))
        return [*always, *sorted(self._sources[directive].difference(always))]


class _Trusted(HTMLParser):
    """Gathers what some HTML runs and loads, by directive."""

    def __init__(self, sources: defaultdict[str, set[str]]) -> None:
        super().__init__()
        self._sources = sources
        self._inline: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        address = values.get("href" if tag == "link" else "action" if tag == "form" else "src", "")
        for directive in _LOADS.get(f"link {values.get('rel')}" if tag == "link" else tag, ()):
            self._allow(directive, address)
        if tag in _INLINE and not address and "json" not in values.get("type", ""):
            self._inline = []

    def handle_data(self, data: str) -> None:
        if self._inline is not None:
            self._inline.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in _INLINE and self._inline is not None:
            digest = b64encode(sha256("".join(self._inline).encode()).digest()).decode()
            self._sources[_INLINE[tag]].add(f"'sha256-{digest}'")
            self._inline = None

    def _allow(self, directive: str, address: str) -> None:
        try:
            parts = urlsplit(address)
        except ValueError:  # an address that leads nowhere
            return
        host = f"{parts.scheme or 'https'}://{parts.netloc}"
        if parts.netloc and _WORD.fullmatch(host):
            self._sources[directive].add(host)


def _is_preview() -> bool:
    """Whether `vision serve` or `mkdocs serve` asks."""
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "serve"


def _each(sources: object) -> Iterable[object]:
    return sources if isinstance(sources, list) else [sources]


def _word(text: object) -> str:
    if not isinstance(text, str) or not _WORD.fullmatch(text):
        raise ProjectError(
            f"content_security_policy: {text!r} is no source. Write e.g. {{img-src: [https://maps.example.org]}}."
        )
    return text


def _bare(folder: str, config: MkDocsConfig) -> Page:
    """A page without words."""
    page = Page("", File.generated(config, f"{folder}index.md", content=""), config)
    page.content, page.meta, page.toc = "", {}, TableOfContents([])
    return page
