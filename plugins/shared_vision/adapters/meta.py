"""What other sites show of a page when somebody shares its address (Open Graph, X cards)."""

from html import escape, unescape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

_END = "</head>"


def with_meta(html: str, page: Page, config: MkDocsConfig, card: str) -> str:
    """A page's HTML with its title, description, address and `card`, the place of a picture, in its head."""
    # MkDocs hands titles on as HTML, and so is the name of a site in another language
    title = unescape(str(page.meta.get("title") or page.title or config.site_name))
    said = unescape(str(page.meta.get("description") or config.site_description or ""))
    tags = [
        _property("og:type", "website"),
        _property("og:site_name", unescape(config.site_name)),
        _property("og:title", title),
        _property("og:description", said),
        _property("og:url", page.canonical_url or ""),
        _property("og:locale", (config.theme.get("language") or "en").replace("-", "_")),
    ]
    if card and config.site_url:
        address = f"{config.site_url.rstrip('/')}/{card}"
        tags += [
            _property("og:image", address),
            _property("og:image:width", "1200"),
            _property("og:image:height", "630"),
            '<meta name="twitter:card" content="summary_large_image">',
        ]
    if config.site_url:
        # relative, so that a preview leads to its own feed
        tags.append(_feed(get_relative_url("feed.xml", page.url), unescape(config.site_name)))
    return html.replace(_END, f"{''.join(tags)}{_END}", 1)


def _feed(address: str, name: str) -> str:
    # the space: the theme's script asks for a site map beside each link that is rel="alternate" to the letter
    return (
        f'<link rel="alternate " type="application/atom+xml" title="{escape(name)}" href="{escape(address)}">'
    )


def _property(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{escape(content)}">' if content else ""
