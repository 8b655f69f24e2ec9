"""The partners' files as a mapping from path to bytes."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from shared_vision.model.problem import Place, Problem

_TYPES = {
    stat.S_IFLNK: ("symbolic-link", "This is a symbolic link, which could point outside the vision."),
    stat.S_IFIFO: ("special-file", "This is a named pipe, not a file."),
    stat.S_IFSOCK: ("special-file", "This is a socket, not a file."),
    stat.S_IFBLK: ("special-file", "This is a device, not a file."),
    stat.S_IFCHR: ("special-file", "This is a device, not a file."),
}
_REMEDY = "Put the file itself in its place."


class DiskSources(Mapping[str, bytes]):
    """The files below some folders, read when they are asked for.

    `folders` maps the name a folder has in the vision (`vision`, `kpi_data`) to where it is.
    Symbolic links and special files are not followed: each is one of `problems`.
    """

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._paths: dict[str, Path] = {}
        for name, folder in folders.items():
            if folder.is_symlink():
                self._refuse(name, stat.S_IFLNK)
            elif folder.is_dir():
                self._scan(name, folder)

    def __getitem__(self, path: str) -> bytes:
        # O_NOFOLLOW: the file may have become a link since it was listed
        descriptor = os.open(self._paths[path], os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as file:
            return file.read()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def _scan(self, name: str, folder: Path) -> None:
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            path = f"{name}/{_readable(entry.name)}".removeprefix("/")
            kind = stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode)
            if kind == stat.S_IFDIR:
                self._scan(path, Path(entry.path))
            elif kind == stat.S_IFREG:
                self._paths[path] = Path(entry.path)
            else:
                self._refuse(path, kind)

    def _refuse(self, path: str, kind: int) -> None:
        code, message = _TYPES.get(kind, ("special-file", "This is not an ordinary file."))
        problem = Problem(place=Place(path=path), code=code, message=message, remedy=_REMEDY)
        self.problems = (*self.problems, problem)


def _readable(name: str) -> str:
    """A file's name as text that can be written anywhere, whatever bytes it is made of."""
    return os.fsencode(name).decode("utf-8", errors="backslashreplace")
