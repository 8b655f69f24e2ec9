"""Partners' Markdown as safe HTML."""

import re
from collections.abc import Sequence
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from shared_vision.render.html import Markup, escape, safe

_TOP = 3
"""The level of a partner's highest heading: below the page's title and our sections."""
_PLAIN_LINE = re.compile(r"""[^\W\d_][^\\`*_\[\]<>&!|~"\x00-\x1f\x7f-\xa0\u2028\u2029]*""")
_OWN_PICTURE = re.compile(r"(?:\.{1,2}/)*[\w-][\w.-]*(?:/[\w-][\w.-]*)*", re.ASCII)
_MOST_SIGNS = 2_000
"""So many brackets and the like, and the parser would work for seconds: such a text is shown as it is."""
_SIGNS = re.compile(r"[\[\]<>*_`~!|]")
_TAGS = {
    *("a", "blockquote", "br", "code", "div", "em", "hr", "img", "li", "ol", "p", "pre", "strong", "ul"),
    *("h3", "h4", "h5", "h6", "table", "tbody", "td", "th", "thead", "tr"),
}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={
        "a": {"href", "title"},
        "img": {"src", "alt", "title"},
        "ol": {"start"},
        "div": {"tabindex"},
    },
    allowed_classes={"div": {"sv-scroll"}, "table": {"sv-table"}},
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener nofollow",
)


@lru_cache(maxsize=4096)
def markdown(text: str) -> Markup:
    """The HTML of a partner's text: no raw HTML, no pictures of other hosts, headings below ours."""
    plain = _plain(text)
    if plain is not None:
        return safe(plain)
    if len(_SIGNS.findall(text)) > _MOST_SIGNS:
        return safe(f"<pre>{escape(text)}</pre>\n")
    tokens = _PARSER.parse(text)
    _demote(tokens)
    _keep_own_pictures(tokens)
    _unlink_other_hosts(tokens)
    return safe(_CLEANER.clean(_PARSER.renderer.render(tokens, _PARSER.options, {})))


def words_of(text: str) -> str:
    """A partner's text without the signs of Markdown; the other signs stay as they are."""
    if len(_SIGNS.findall(text)) > _MOST_SIGNS:
        return text
    pieces = ("".join(map(_word, token.children or [token])) for token in _PARSER.parse(text))
    return " ".join(piece for piece in pieces if piece)


def _word(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return token.content if token.type in {"text", "code_inline", "code_block", "fence"} else ""


def _plain(text: str) -> str | None:
    """Paragraphs without any sign that Markdown knows, where the text has nothing else."""
    paragraphs = re.split(r"\n{2,}", text.strip("\n"))
    for paragraph in paragraphs:
        for line in paragraph.split("\n"):
            if not _PLAIN_LINE.fullmatch(line) or line[-1] == " ":
                return None
    return "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("table")
    parser.add_render_rule(
        "table_open", lambda *_: '<div class="sv-scroll" tabindex="0"><table class="sv-table">'
    )
    parser.add_render_rule("table_close", lambda *_: "</table></div>\n")
    return parser


_PARSER = _parser()


def _demote(tokens: Sequence[Token]) -> None:
    used = sorted({token.tag for token in tokens if token.type == "heading_open"})
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(6, _TOP + used.index(token.tag))}"


def _keep_own_pictures(tokens: Sequence[Token]) -> None:
    for token in tokens:
        for child in token.children or ():
            if child.type == "image" and not _OWN_PICTURE.fullmatch(str(child.attrGet("src"))):
                _make_text(child)


def _unlink_other_hosts(tokens: Sequence[Token]) -> None:
    """Keep only the words of links to `//host`: where they lead hangs on how the page was opened."""
    for token in tokens:
        within = False
        for child in token.children or ():
            if child.type == "link_open" and str(child.attrGet("href")).startswith("//"):
                within = True
                _make_text(child)
            elif child.type == "link_close" and within:
                within = False
                _make_text(child)


def _make_text(token: Token) -> None:
    token.type, token.tag, token.nesting = "text", "", 0
