"""The checksums of a built site: written when it is done, checked wherever a copy of it lies."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from shared_vision.model.integrity import FILE, UNKNOWN, Integrity, checksum
from shared_vision.model.settings import Origin

_PAGE = ".html"


def sum_up(site: Path, origin: Origin, as_of: str) -> Integrity:
    """Write the checksums of all files of a site into it, that of the whole also where its pages name it."""
    naming = []
    files = {}
    for path, content in _contents(site):
        files[path] = checksum(content)
        if path.endswith(_PAGE) and UNKNOWN.encode() in content:
            naming.append((path, content))
    found = Integrity(commit=origin.commit, changed=origin.changed, as_of=as_of, files=files)
    for path, content in naming:
        (site / path).write_bytes(content.replace(UNKNOWN.encode(), found.tree.encode()))
    (site / FILE).write_bytes(found.as_json())
    return found


def checksums(site: Path, tree: str) -> dict[str, str]:
    """The checksums that the files of a site have now; in its pages, `tree` stands for that of the whole."""
    return {
        path: checksum(content, tree if path.endswith(_PAGE) else UNKNOWN)
        for path, content in _contents(site)
    }


def _contents(site: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a site but for hidden ones, such as .git: a build writes none; a link counts as empty."""
    for folder, names, files in os.walk(site):
        links = [name for name in names if Path(folder, name).is_symlink()]
        names[:] = [name for name in names if not name.startswith(".")]
        for name in (*files, *links):
            path = Path(folder, name)
            inside = path.relative_to(site).as_posix()
            if not name.startswith(".") and inside != FILE:
                yield inside, path.read_bytes() if stat.S_ISREG(path.lstat().st_mode) else b""
