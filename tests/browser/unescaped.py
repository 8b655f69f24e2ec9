"""Pages of a site that escapes nothing: they show that what watches for payloads sees them."""

import json
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from unicodedata import normalize

import markdown
from markdown_it import MarkdownIt

_EXTENSIONS = ["abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables"]
_TRUSTING = MarkdownIt("commonmark", {"html": True})
_TRUSTING.validateLink = bool  # type: ignore[assignment]
_PLACES: tuple[Callable[[str], str], ...] = (
    lambda text: markdown.markdown(text, extensions=_EXTENSIONS),
    lambda text: text,
    lambda text: str(_TRUSTING.render(text)),
    lambda text: unescape(unescape(text)),
    lambda text: normalize("NFKC", text),
    lambda text: f"<p id=x></p><script>x.innerHTML = JSON.parse({_json(text)});</script>",
    lambda text: f"<p id=x></p><script>x.innerHTML = {_string(text)}; x.innerHTML = x.innerHTML</script>",
    lambda text: text.replace("<script>", "", 1),
    lambda text: text.replace("<![CDATA[", ""),
    lambda text: f'<a href="{text}" title="{text}">go</a><input title="{text}">',
    lambda text: f"<a href='{text}' title='{text}'>go</a><input title='{text}'>",
    lambda text: f"<input title={text}>",
    lambda text: f'<script>var words = "{text}";</script>',
    lambda text: f"<script>var words = '{text}';</script>",
    lambda text: f"<script>var words = `{text}`;</script>",
    lambda text: f"<script>var words = {text[:1] + text};</script>",
    lambda text: '<script>var words = "' + text.replace('"', '\\"') + '";</script>',
    lambda text: f"<title>{text}</title>",
    lambda text: f"<textarea>{text}</textarea>",
    lambda text: f"<style>b {{{text}}} b {{ x: '{text}'</style><b>b</b>",
    lambda text: f"<svg><!-- {text} --><desc>{text}</desc></svg>",
    lambda text: f"<svg><![CDATA[{text}]]></svg>",
    lambda text: f"<template>{text}</template>",
    lambda text: f"<b {text}>b</b>",
    lambda text: f"<script>{text}</script>",
)
_XHTML = '<html xmlns="http://www.w3.org/1999/xhtml">{}</html>'


def pages(text: str) -> Iterator[tuple[str, str]]:
    """Pages with the text in one place after the other, as it is, each with the suffix of its file."""
    for place in _PLACES:
        yield "html", f"<!DOCTYPE html>\n<meta charset=utf-8>\n<body>{place(text)}\n<p>words</p>"
    yield "xhtml", _XHTML.format(text)
    yield "xhtml", text + _XHTML.format("")


def careless_reader(words: Iterable[str]) -> str:
    """What a program shows that takes the HTML in a feed as it is."""
    return "<!DOCTYPE html>\n<meta charset=utf-8>\n<title>Feed</title>\n" + "\n<hr>\n".join(words)


def _json(text: str) -> str:
    return _string(f'"{text}"')


def _string(text: str) -> str:
    return json.dumps(text).replace("</", "<\\/").replace("<!--", "<\\!--")
