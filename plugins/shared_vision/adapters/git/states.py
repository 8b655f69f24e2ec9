"""The files of surveys as the main line had them, day by day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from shared_vision.adapters.git.command import git
from shared_vision.adapters.git.log import day_of

_ASKED = (
    "-z",
    "--reverse",
    "--first-parent",
    "--diff-merges=first-parent",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--no-ext-diff",
    "--no-show-signature",
    "-O/dev/null",
    "--relative",
    "--format=at %ct",
)
_FILES = {"100644", "100755"}
_RECORDS = ("vision.yml", "partners", "surveys")
"""What of a vision a survey's results depend on, besides its data."""


@dataclass(frozen=True, slots=True)
class State:
    """What git calls the content of each file, by its path in the vision, from one day to another."""

    first: date
    last: date
    names: Mapping[str, str]


def states(root: Path, folders: Mapping[str, str], commit: str, today: date) -> Iterator[State]:
    """Every state of the records and data that surveys depend on, the earliest first.

    `folders` maps the name that a folder has in the vision to its place below `root`.

    Raises:
        FileNotFoundError: there is no git here.
        GitError: git knows nothing of it.
    """
    places = [f"{folders['vision']}/{one}" for one in _RECORDS] + [folders["kpi_data"]]
    printed = git(root, "-c", "log.showRoot=true", "log", *_ASKED, commit, "--", *places)
    steps = list(_steps(printed.decode("utf-8", errors="surrogateescape")))
    names: dict[str, str] = {}
    for at, (day, changes) in enumerate(steps):
        for path, name in changes:
            for folder, place in folders.items():
                if path.startswith(f"{place}/"):
                    names[f"{folder}/{path.removeprefix(f'{place}/')}"] = name
        last = max(day, steps[at + 1][0] - timedelta(days=1)) if at + 1 < len(steps) else today
        yield State(day, last, {path: name for path, name in names.items() if name})


def _steps(printed: str) -> Iterator[tuple[date, list[tuple[str, str]]]]:
    """The commits that `git log -z --raw` printed: each with its day, and what it left of which file."""
    found: list[tuple[date, list[tuple[str, str]]]] = []
    tokens = iter(printed.split("\0"))
    for token in (one.strip("\n") for one in tokens):
        if token.startswith(":"):
            _, mode, _, name, _ = token[1:].split(" ")
            found[-1][1].append((next(tokens), name if mode in _FILES else ""))
        elif token:
            found.append((day_of(token.removeprefix("at ")), []))
    return iter(found)
