"""How a hostile vision's site is read: every file is opened, a page of each kind is used like by a reader."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import quote

import markdown

from browser.payloads import Payload
from browser.unescaped import careless_reader, pages
from browser.watching import LOOK, TOUCH, Watcher, wait_until

OPENED = {".html", ".xml", ".svg", ".json", ".csv", ".ics", ".txt"}
_WORDS = (
    "img",
    "script",
    "go",
    "words",
    "svg",
    "HTML",
    "onerror",
    "javascript",
    '"><img src=x onerror=__ran=1>',
)
_PARTS = (
    ("hover", ".sv-plot", 2),
    ("hover", ".sv-plot circle", 3),
    ("hover", "article [title]", 5),
    ("hover", "article a[href]", 4),
    ("click", "article summary", 4),
    ("click", "article thead button", 2),
    ("click", "[data-png]:not([hidden])", 1),
    ("focus", "article a, article button, article select, .sv-plot", 6),
)

_SEARCHED = """() => {
    document.querySelector('[data-md-component=search-query]').dispatchEvent(new Event('keyup'));
    return !!document.querySelector('.md-search-result__item')
        || document.querySelector('.md-search-result__meta').textContent.includes('No matching');
}"""
"""Whether the search has looked; it is asked again, as it takes a while until it listens."""


@dataclass(slots=True)
class Tally:
    """How much was done."""

    files: int = 0
    elements: int = 0
    hovered: int = 0
    clicked: int = 0
    results: int = 0
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def note(self, where: str, told: Sequence[str]) -> None:
        """Keep what is wrong somewhere."""
        if told:
            self.wrong[where] = [one[:200] for one in told][:5]


def files_of(site: Path) -> list[str]:
    """What a site has beside the theme's own files."""
    found = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.suffix in OPENED)
    return [path for path in found if not path.removeprefix("fr/").startswith("assets/")]


def kinds_of(site: Path) -> list[str]:
    """One page of each kind, by the class of its outermost part, and of each that has none."""
    found: dict[str, str] = {}
    for path in (path for path in files_of(site) if path.endswith(".html")):
        named = re.search(r'<div class="(sv sv-[^"]*)"', (site / path).read_text(encoding="utf-8"))
        language = "fr" if path.startswith("fr/") else ""
        kind = named[1] if named else "embed" if "embed" in path else path
        if not language or kind in {"sv sv-home-page", "sv sv-kpi-page", "sv sv-goal-page"}:
            found.setdefault(f"{language}{kind}", path)
    return list(found.values())


def open_all(watcher: Watcher, paths: Sequence[str], tally: Tally) -> None:
    """Open each file, let every event happen to every element."""
    for path in paths:
        tally.note(path, watcher.open(quote(path)))
    tally.files += len(paths)
    tally.elements += watcher.elements


def use(watcher: Watcher, path: str, tally: Tally) -> None:
    """Open a page, point at things and click on them as people do."""
    page = watcher.go(quote(path))
    for act, parts, most in _PARTS:
        for part in page.locator(parts).all()[:most]:
            if part.is_visible():
                getattr(part, act)(**({} if act == "focus" else {"force": True, "no_wait_after": True}))
                tally.hovered += act != "click"
                tally.clicked += act == "click"
    tally.note(path, list(dict.fromkeys([*watcher.told, *page.evaluate(LOOK)])))


def search(watcher: Watcher, tally: Tally) -> None:
    """Type into the theme's search, open all that it finds."""
    page = watcher.go("")
    for word in _WORDS:
        page.locator("[data-md-component=search-query]").evaluate("(field) => field.focus()")
        page.locator("[data-md-component=search-query]").fill(word)
        wait_until(page, _SEARCHED)
        page.wait_for_timeout(200)
        tally.results += page.locator(".md-search-result__item").count()
        tally.elements += page.evaluate(TOUCH)
        watcher.told += page.evaluate(LOOK)
    tally.note("search", list(dict.fromkeys(watcher.told)))


def follow(watcher: Watcher, tally: Tally) -> None:
    """Go from page to page by the theme's quick way, which puts parts of one page into another."""
    page = watcher.go("")
    for number in range(page.locator(".md-tabs__link").count()):
        before = page.title()
        page.locator(".md-tabs__link").nth(number).evaluate("(link) => link.click()")
        page.wait_for_timeout(300)
        tally.clicked += before != page.title()
        watcher.told += page.evaluate(LOOK)
        tally.elements += page.evaluate(TOUCH)
    tally.note("instant navigation", list(dict.fromkeys(watcher.told)))


def told_elsewhere(root: Path, site: Path) -> Iterator[tuple[str, str]]:
    """Pages of what others show of a vision: feeds by a careless reader, digests with HTML let through."""
    feed = (site / "feed.xml").read_text(encoding="utf-8")
    typed = re.findall(r'<(?:content|summary|title)[^>]*type="html"[^>]*>(.*?)</', feed, re.DOTALL)
    items = json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]
    assert typed or items
    yield (
        "feed.html",
        careless_reader([*map(unescape, typed), *(one.get("content_html", "") for one in items)]),
    )
    digest = ("digest", "--since", "2026-01-01", "--format")
    yield "digest.html", careless_reader([_said(root, *digest, "html")])
    for name, arguments in (("digest-text", (*digest, "markdown")), ("diff", ("diff", "HEAD~8"))):
        html = markdown.markdown(_said(root, *arguments), extensions=["attr_list", "md_in_html", "tables"])
        yield f"{name}.html", careless_reader([html])


def _said(root: Path, *arguments: str) -> str:
    command = Path(sys.executable).parent / "vision"
    done = subprocess.run([command, *arguments], cwd=root, check=False, capture_output=True, text=True)
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def seen_unescaped(watcher: Watcher, folder: Path, payload: Payload) -> str:
    """What is seen of a payload where nothing is escaped: `ran`, else `noticed`, else nothing."""
    noticed = ""
    own = (
        f"RAN {payload.number}",
        f"asked for https://p{payload.number}.",
        f"asked for http://p{payload.number}.",
    )
    for number, (suffix, page) in enumerate(pages(payload.text)):
        (folder / f"x.{suffix}").write_text(page, encoding="utf-8")
        told = watcher.open(f"x.{suffix}?{payload.number}-{number}")
        if any(one.startswith(own) for one in told):
            return "ran"
        if any(not one.startswith(("error", "input")) for one in told):
            noticed = noticed or "noticed"
            if number > 2:
                return noticed
    return noticed
