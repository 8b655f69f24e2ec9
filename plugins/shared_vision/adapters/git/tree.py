"""The partners' files as they were at a commit."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from shared_vision.adapters.git.command import GitError, contents, git
from shared_vision.adapters.git.log import day_of
from shared_vision.model.dates import parse_day

_FILE = "blob"
_MODES = {"100644", "100755"}


def sources_at(root: Path, folders: Mapping[str, str], commit: str) -> dict[str, bytes]:
    """The files below some folders as they were at a commit, by their paths in the vision.

    `folders` maps the name that a folder has in the vision to its place below `root`.

    Raises:
        FileNotFoundError: there is no git here.
        GitError: git cannot read it.
    """
    printed = git(root, "ls-tree", "-r", "-z", commit, "--", *(f"{place}/" for place in folders.values()))
    names: dict[str, str] = {}
    for entry in printed.decode("utf-8", errors="surrogateescape").split("\0"):
        about, _, path = entry.partition("\t")
        if about and about.split(" ")[0] in _MODES:
            names |= {
                f"{name}/{path.removeprefix(place + '/')}": about.split(" ")[2]
                for name, place in folders.items()
                if path.startswith(f"{place}/")
            }
    found = contents(root, names.values())
    return {path: found[name] for path, name in names.items() if name in found}


def commit_named(root: Path, named: str) -> str:
    """The commit that a revision (`main`, `HEAD~2`, `1f3c9ab`) or a day (the last one by its end) names.

    Raises:
        FileNotFoundError: there is no git here.
        GitError: there is no such commit.
    """
    if day := parse_day(named):
        return commit_by(root, day)
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}")
    return found.decode().strip()


def commit_by(root: Path, day: date) -> str:
    """The last commit of the main line by the end of a day.

    Raises:
        FileNotFoundError: there is no git here.
        GitError: there is none.
    """
    printed = git(
        root,
        "log",
        "-z",
        "--first-parent",
        "--no-show-signature",
        "--format=%H %cd",
        "--date=format-local:%Y-%m-%d",
        "HEAD",
    )
    for line in printed.decode().split("\0"):
        commit, _, when = line.strip().partition(" ")
        if when and when <= day.isoformat():
            return commit
    raise GitError(f"There is no commit by {day}.")


def commit_day(root: Path, commit: str) -> date:
    """The day of a commit, in UTC.

    Raises:
        FileNotFoundError: there is no git here.
        GitError: there is no such commit.
    """
    printed = git(root, "log", "-1", "--no-show-signature", "--format=%ct", commit, "--")
    return day_of(printed.decode())


def commits_since(root: Path, commit: str) -> frozenset[str]:
    """All commits of today's line of work that came after one.

    Raises:
        FileNotFoundError: there is no git here.
        GitError: there is no such commit.
    """
    return frozenset(git(root, "rev-list", f"{commit}..HEAD", "--").decode().split())


def where_they_part(root: Path, one: str, other: str) -> str:
    """The commit from which two others went apart; the first of them where they have none in common.

    Raises:
        FileNotFoundError: there is no git here.
        GitError: git cannot read them.
    """
    try:
        return git(root, "merge-base", one, other).decode().strip()
    except GitError:
        return one
