"""Lays a case on the disk, on top of a small good vision."""

import os
import socket
from collections.abc import Iterable, Mapping
from pathlib import Path

from adversary.case import Case, Content, Link, Same, Special
from adversary.past import make_past
from small_vision import SMALL

GOOD: Mapping[str, Content] = {path: text.encode() for path, text in SMALL.items()}


def lay(cases: Iterable[Case], root: Path) -> None:
    """Write the small vision with the files of all the cases; commit what they commit."""
    many = tuple(cases)
    files = {**GOOD, **{path: content for case in many for path, content in case.files.items()}}
    for path, content in sorted(files.items(), key=lambda item: isinstance(item[1], Same)):
        _put(root, path, content)
    commits = [commit for case in many for commit in case.commits]
    if commits:
        make_past(root, commits)


def _put(root: Path, path: str, content: Content) -> None:
    file = root / path
    if isinstance(content, Special) and content.kind == "absent":
        return
    _make_folders(root, path)
    match content:
        case Link(target):
            file.symlink_to(target)
        case Same(other):
            os.link(root / other, file)
        case Special(kind):
            _put_special(file, kind)
        case bytes():
            file.write_bytes(content)
        case _:
            file.write_bytes(content())


def _make_folders(root: Path, path: str) -> None:
    """One after the other, as pathlib fails where they are very deep."""
    folder = str(root)
    for part in ("", *path.split("/")[:-1]):
        folder = f"{folder}/{part}" if part else folder
        if not Path(folder).is_dir():
            Path(folder).mkdir()


def _put_special(file: Path, kind: str) -> None:
    match kind:
        case "pipe":
            os.mkfifo(file)
        case "folder":
            file.mkdir()
        case "socket":
            _put_socket(file)


def _put_socket(file: Path) -> None:
    """Bind from within its folder, as the name of a socket may have a hundred characters only."""
    before = Path.cwd()
    os.chdir(file.parent)
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(file.name)
    finally:
        os.chdir(before)
