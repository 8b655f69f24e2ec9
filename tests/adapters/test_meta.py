from types import SimpleNamespace
from typing import Any, cast

from shared_vision.adapters.meta import with_meta


def _head(name: str, title: str) -> str:
    config = SimpleNamespace(site_name=name, site_description="", site_url="https://v.example/", theme={})
    page = SimpleNamespace(
        meta={"title": title}, title=title, canonical_url="https://v.example/", url="goals/"
    )
    return with_meta("<head></head>", cast("Any", page), cast("Any", config), "cards/vision.png")


def test_what_comes_as_html_is_escaped_once() -> None:
    head = _head("Fish &amp; Chips", "A &lt; B")
    assert '<meta property="og:site_name" content="Fish &amp; Chips">' in head
    assert '<meta property="og:title" content="A &lt; B">' in head


def test_names_become_no_markup() -> None:
    head = _head('"><script>', '"><script>')
    assert "<script>" not in head


def test_the_picture_has_a_whole_address() -> None:
    assert '<meta property="og:image" content="https://v.example/cards/vision.png">' in _head("V", "T")


def test_programs_find_the_feed() -> None:
    link = '<link rel="alternate " type="application/atom+xml" title="Fish &amp; Chips"'
    assert f'{link} href="../feed.xml">' in _head("Fish &amp; Chips", "T")
