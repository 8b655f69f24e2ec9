"""What the build makes: pages and files by their place on the site."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: plain-text title and description (never HTML), and a safe HTML fragment.

    `path` is the place on the site without suffix: `index`, `goals/index`,
    `goals/fewer-complaints`. `search` is a lean HTML fragment with what search should find.
    `source` is the record's own file, relative to the repository, or empty. `section` is
    the label in the navigation of a section's index page, empty for all other pages.
    """

    path: str
    title: str
    description: str
    html: str
    search: str = ""
    source: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file that is published as it is, e.g. `api/v1/vision.json`."""

    path: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The whole site, in order of path."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
