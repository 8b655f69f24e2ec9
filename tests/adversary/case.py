"""What a hostile contribution is, with what has to come of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link, in place of a file."""

    target: str


@dataclass(frozen=True, slots=True)
class Same:
    """The bytes of another file of the case; a thousand of them take the room of one on the disk."""

    path: str


@dataclass(frozen=True, slots=True)
class Special:
    """What is no file: a named pipe, a socket or a folder with nothing in it."""

    kind: str


Content = bytes | Link | Same | Special | Callable[[], bytes]
"""What lies at a path; large bytes are made when they are asked for."""

ANYWHERE = "*"


@dataclass(frozen=True, slots=True)
class Refused:
    """The check ends with this error.

    `path` may be ANYWHERE, where the mistake lies in no single file. Unless `others` are allowed, no further
    error may be there that has another path, line or code.
    """

    code: str
    path: str
    line: int = 0
    others: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """The check ends well, with warnings of exactly these codes."""

    warnings: tuple[str, ...] = ()


FINE = Accepted()
"""Without a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit as git takes it from anybody: the texts after `author`, and all that follows the empty line.

    Each changes the vision a bit, so that the site has something to tell of it.
    """

    message: bytes = b"Change a goal"
    author: bytes = b"Ann <ann@northgate.example> 1767225600 +0000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Files that somebody proposes, and what has to come of them.

    Files take the place of those of the small vision, or lie beside them. `unbuildable` is the file that a
    build has to name as it refuses; `never` is what may not be in any page or feed of the site, `heavy` tells
    that a case is only tried by the command, `alone` that it cannot be built in one vision with others. What
    is `costly` may as well be ended for what it costs. What
    is not `built` would be a site of which each page is fine, while there are too many for a short run.
    """

    name: str
    group: str
    files: Mapping[str, Content] = field(default_factory=dict)
    expected: Refused | Accepted = FINE
    commits: tuple[Commit, ...] = ()
    unbuildable: str = ""
    never: tuple[bytes, ...] = ()
    heavy: bool = False
    alone: bool = False
    built: bool = True
    costly: bool = False

    def __str__(self) -> str:
        return f"{self.group}/{self.name}"
