"""The partners' files as a mapping from path to bytes."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from shared_vision.adapters.bounds import at_file
from shared_vision.model.limits import MOST_BYTES
from shared_vision.model.problem import Place, Problem

_TYPES = {
    stat.S_IFLNK: ("symbolic-link", "This is a symbolic link, which could point outside the vision."),
    stat.S_IFIFO: ("special-file", "This is a named pipe, not a file."),
    stat.S_IFSOCK: ("special-file", "This is a socket, not a file."),
    stat.S_IFBLK: ("special-file", "This is a device, not a file."),
    stat.S_IFCHR: ("special-file", "This is a device, not a file."),
}
_OTHER = ("special-file", "This is not an ordinary file.")
_CLOSED = (
    "unreadable",
    "The system does not let this be read.",
    "Give it a shorter path, or the right to be read.",
)
_REMEDY = "Put the file itself in its place."


class DiskSources(Mapping[str, bytes]):
    """The files below some folders, read when they are asked for.

    `folders` maps the name a folder has in the vision (`vision`, `kpi_data`) to where it is.
    Symbolic links and special files are not followed: each is one of `problems`. `unnameable` has one for
    each file whose name is no text.
    """

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._paths: dict[str, Path] = {}
        for name, folder in folders.items():
            if folder.is_symlink():
                self._refuse(name, *_TYPES[stat.S_IFLNK])
            elif folder.is_dir():
                self._scan(name, folder)
        self._paths = dict(sorted(self._paths.items()))
        self.problems = tuple(sorted(self.problems, key=lambda problem: problem.order))

    def __getitem__(self, path: str) -> bytes:
        at_file(path)
        # the file may have become a link, or a pipe that nobody writes to, since it was listed
        flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        descriptor = os.open(self._paths[path], os.O_RDONLY | flags)
        with os.fdopen(descriptor, "rb") as file:
            return file.read(min(os.fstat(descriptor).st_size, MOST_BYTES) + 1)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    @property
    def unnameable(self) -> tuple[Problem, ...]:
        """A problem for each file whose name cannot stand in an address."""
        return tuple(
            Problem(
                place=Place(path=path),
                code="bad-name",
                message="The name of this file is no text: some of its bytes are not UTF-8.",
                remedy="Rename it, with letters, digits and dashes.",
            )
            for path, file in self._paths.items()
            if any("\udc80" <= sign <= "\udcff" for sign in str(file))
        )

    def _scan(self, name: str, folder: Path) -> None:
        found = [(name, folder)]  # no recursion, as folders may lie in each other without end
        while found:
            within, below = found.pop()
            for entry in self._entries(within, below):
                path = f"{within}/{_readable(entry.name)}".removeprefix("/")
                kind = stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode)
                if kind == stat.S_IFDIR:
                    found.append((path, Path(entry.path)))
                elif kind != stat.S_IFREG:
                    self._refuse(path, *_TYPES.get(kind, _OTHER))
                elif os.access(entry.path, os.R_OK):
                    self._paths[path] = Path(entry.path)
                else:
                    self._refuse(path, *_CLOSED)

    def _entries(self, path: str, folder: Path) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return list(entries)
        except OSError:
            self._refuse(path, *_CLOSED)
            return []

    def _refuse(self, path: str, code: str, message: str, remedy: str = _REMEDY) -> None:
        problem = Problem(place=Place(path=path), code=code, message=message, remedy=remedy)
        self.problems = (*self.problems, problem)


def _readable(name: str) -> str:
    """A file's name as text that can be written anywhere, whatever bytes it is made of."""
    return os.fsencode(name).decode("utf-8", errors="backslashreplace")
