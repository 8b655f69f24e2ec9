"""The one place where text is declared to be safe HTML."""

from markupsafe import Markup, escape

__all__ = ["Markup", "escape", "safe"]


def safe(html: str) -> Markup:
    """HTML whose every piece of foreign text was escaped or cleaned by the caller."""
    return Markup(html)  # noqa: S704 (callers put it together from escaped pieces)
