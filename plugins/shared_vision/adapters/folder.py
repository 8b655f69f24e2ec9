"""The site as a folder of pages that any site generator can take."""

import json
from dataclasses import replace
from pathlib import Path

from shared_vision.model.site import Page, Site


def write_folder(site: Site, directory: Path) -> None:
    """Write each page as Markdown with its title on top, each file as it is; files of other names stay."""
    for page in site.pages:
        _write(directory / f"{page.path}.md", _markdown(page).encode())
    for asset in site.assets:
        _write(directory / asset.path, asset.content)


def write_below(site: Site, directory: Path) -> None:
    """Write the site of another language, which finds the look of the pages above it."""
    own = tuple(asset for asset in site.assets if not asset.path.startswith("assets/"))
    write_folder(replace(site, assets=own), directory)


def _markdown(page: Page) -> str:
    # JSON strings are YAML strings; no blank line may end the HTML block early
    head = f"title: {json.dumps(page.title)}\ndescription: {json.dumps(page.description)}\n"
    body = "\n".join(line for line in page.html.splitlines() if line.strip())
    return f"---\n{head}hide: [navigation, toc]\n---\n\n{body}\n"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
