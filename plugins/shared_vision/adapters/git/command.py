"""The git command: one way to run it, whatever its user's settings."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

LARGEST = 4 * 1024 * 1024
"""The most bytes of a file's old version; a larger one is left unread."""


class GitError(Exception):
    """The git command failed; the text is what it said first."""


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints in a folder.

    Raises:
        FileNotFoundError: there is no git here.
        GitError: git failed.
    """
    # nothing around the program may lead git elsewhere, ask, fetch or write
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    safe = {
        "LC_ALL": "C",
        "TZ": "UTC",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_LITERAL_PATHSPECS": "1",
    }
    done = subprocess.run(  # noqa: S603 (no shell; names of others stand behind -- or --end-of-options)
        ["git", "--no-pager", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", *arguments],  # noqa: S607 (the user's own git)
        cwd=root,
        env={**kept, **safe},
        input=given,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", errors="replace").partition("\n")[0])
    return done.stdout


def contents(root: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The contents by the names that git has for them, but for those too large or not there."""
    wanted = _lines(sorted(set(names)))
    sizes = (line.split(b" ") for line in git(root, "cat-file", "--batch-check", given=wanted).splitlines())
    small = _lines(parts[0].decode() for parts in sizes if len(parts) == 3 and int(parts[2]) <= LARGEST)
    printed = git(root, "cat-file", "--batch", "--buffer", given=small)
    found: dict[str, bytes] = {}
    place = 0
    while place < len(printed):
        end = printed.index(b"\n", place)
        name, _, size = printed[place:end].split(b" ")
        place = end + 1
        found[name.decode()] = printed[place : place + int(size)]
        place += int(size) + 1
    return found


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()
