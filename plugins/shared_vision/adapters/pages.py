"""Our pages as MkDocs sees them."""

import os
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import nest_paths
from mkdocs.utils.yaml import yaml_load

from shared_vision.adapters.project import Project
from shared_vision.model import forge
from shared_vision.model.site import Page, Site


class VisionPage(MkDocsPage):
    """A page whose HTML is there already: no Markdown is read or converted.

    While plugins look at its content (search reads every page with a slow parser) it shows
    the lean `Page.search`; `reveal` puts the whole HTML in its place. MkDocs and themes
    write titles and descriptions into HTML as they are, so they are escaped here.
    """

    def __init__(self, made: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(made.section) if made.section else None, file, config)
        self._made = made

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 (MkDocs's signature)
        """Take title and description from the page as made."""
        self.markdown = ""
        self.meta: dict[str, Any] = {
            "title": escape(self._made.title),
            "description": escape(self._made.description),
            "hide": ["navigation", "toc"],
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 (MkDocs's signature)
        """Show what search should find."""
        self.content = self._made.search or self._made.html
        self.toc = TableOfContents([AnchorLink(escape(self._made.title), "sv-title", 1)])
        self.present_anchor_ids = None

    def reveal(self) -> None:
        """Show the page itself."""
        self.content = self._made.html


def with_site(files: Files, site: Site, project: Project, config: MkDocsConfig) -> Files:
    """MkDocs' files with those of a vision's site; a page written by hand replaces one that is made."""
    by_hand = {file.src_uri for file in files}
    if config.nav is None:
        config.nav = _nav(site, files)
    pages = (_page_file(page, project, config) for page in site.pages if f"{page.path}.md" not in by_hand)
    assets = (
        File.generated(config, asset.path, content=asset.content)
        for asset in site.assets
        if asset.path not in by_hand
    )
    return Files([*files, *pages, *assets])


def edit_uri(project: Project, config: MkDocsConfig) -> str | None:
    """Where the forge edits what is in docs_dir: None where nobody can tell, empty where none is wanted.

    What MkDocs fills in itself is for few forges, for a branch `master` and a folder `docs`.
    """
    if not config.repo_url:
        return config.edit_uri
    docs = Path(os.path.relpath(config.docs_dir, project.root)).as_posix()
    return forge.edit_uri(config.repo_url, docs, config.edit_uri if _says_edit_uri(config) else None)


def _says_edit_uri(config: MkDocsConfig) -> bool:
    """Whether mkdocs.yml itself does, and not MkDocs in its place."""
    with Path(config.config_file_path).open("rb") as file:
        return yaml_load(file).get("edit_uri") is not None


def edit_url(project: Project, config: MkDocsConfig) -> str:
    """The start of the links that open a file for editing: edit_uri leads to docs_dir, from there go up."""
    if not config.repo_url or not config.edit_uri:
        return ""
    docs = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri)
    return urljoin(docs, _from_docs(project.root, config)).rstrip("/") + "/"


def _page_file(made: Page, project: Project, config: MkDocsConfig) -> File:
    """A file of MkDocs whose page is ours; every page in the nav would make the build quadratic."""
    inclusion = InclusionLevel.INCLUDED if made.section else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, f"{made.path}.md", content="", inclusion=inclusion)
    if made.source:
        file.edit_uri = _from_docs(project.root / project.path_on_disk(made.source), config)
    VisionPage(made, file, config)
    return file


def _nav(site: Site, files: Files) -> list[Any]:
    """Our sections first, then the hand-written pages as MkDocs would list them."""
    sections: list[Any] = [{page.section: f"{page.path}.md"} for page in site.pages if page.section]
    ours = {f"{page.path}.md" for page in site.pages if page.section}
    by_hand = (file.src_uri for file in files.documentation_pages() if file.inclusion.is_in_nav())
    return [*sections, *nest_paths(path for path in by_hand if path not in ours)]


def _from_docs(path: Path, config: MkDocsConfig) -> str:
    return Path(os.path.relpath(path, config.docs_dir)).as_posix()
