"""What a survey's file held each time that its results could be seen."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from shared_vision.adapters.git.command import GitError, contents, git

_NOTHING = "0" * 40
_ASKED = (
    "-z",
    "--first-parent",
    "--diff-merges=first-parent",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--no-ext-diff",
    "--no-show-signature",
    "--relative",
    "--format=%ct",
)


def versions(root: Path, data: str, record: str, closed: date, commit: str = "HEAD") -> list[bytes]:
    """The contents that `data` had on the main line from a day on, the earliest first.

    The last one before that day is the first of them: it is what could be seen on it. Only those count beside
    which the file `record` was there. Both are paths below `root`; without git, nothing is known.
    """
    try:
        printed = git(root, "log", *_ASKED, commit, "--", data, record)
        states = list(_states(printed.decode("utf-8", errors="surrogateescape"), data))
        before = [name for day, name in states if day < closed]
        names = [*before[-1:], *(name for day, name in states if day >= closed)]
        found = contents(root, names)
    except (FileNotFoundError, GitError):
        return []
    return [found[name] for name in names if name in found]


def _states(printed: str, data: str) -> Iterator[tuple[date, str]]:
    """The day of each commit that left both files there, with git's name of the one, the earliest first."""
    there = {True: "", False: ""}
    for day, changes in reversed(list(_commits(printed))):
        for path, name in changes:
            there[path == data] = name
        if all(there.values()):
            yield day, there[True]


def _commits(printed: str) -> Iterator[tuple[date, list[tuple[str, str]]]]:
    """The commits in what `git log -z --raw` printed: each with its day, and the files it left as what."""
    found: list[tuple[date, list[tuple[str, str]]]] = []
    tokens = iter(printed.split("\0"))
    for token in (one.strip("\n") for one in tokens):
        if token.startswith(":"):
            name = token.split(" ")[3]
            found[-1][1].append((next(tokens), "" if name.startswith(_NOTHING) else name))
        elif token:
            found.append((datetime.fromtimestamp(int(token), UTC).date(), []))
    return iter(found)
