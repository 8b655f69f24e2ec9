"""The log of a vision's repository."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from shared_vision.adapters.git.command import GitError, contents, git
from shared_vision.model.fields import is_id
from shared_vision.model.log import FileChange, Gap, Log, Step

_FORMAT = "%H%n%P%n%ct%n%ae%n%(trailers:key=Decision,valueonly,separator=%x2C)"
_PLAIN = ("-z", "--no-show-signature", f"--format={_FORMAT}")
_RAW = (
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--diff-merges=first-parent",
)
# every commit is listed, since the main line is found by walking it; the changes are those of the folders
_ALL = ("--full-history", "--sparse", "--relative")
_NOTHING = re.compile("0+")
_DOMAIN = re.compile(r"[a-z0-9.-]{1,253}")
_FILES = {"100644", "100755"}
"""The modes of ordinary files: links and other repositories have no content of their own."""


@dataclass(frozen=True, slots=True)
class _Commit:
    name: str
    parents: tuple[str, ...]
    day: date
    domain: str
    decisions: tuple[str, ...]
    changes: tuple[FileChange, ...] = ()


def read_log(root: Path, folders: Mapping[str, str], until: date | None = None) -> Log:
    """All steps that changed a file below the folders, the oldest first, up to the end of a day.

    `root` lies in a repository; `folders` maps the name that a folder has in the vision to its place
    below `root`.
    """
    try:
        if (gap := find_gap(root)) and gap is not Gap.SHALLOW:
            return Log(gap=gap)
        printed = git(root, "log", *_PLAIN, *_RAW, *_ALL, "HEAD", "--", *folders.values())
        commits = list(_commits(printed, folders))
        steps = tuple(_steps(commits, until, keep_first=gap is Gap.SHALLOW))
        wanted = {name for step in steps for change in step.changes for name in (change.before, change.after)}
        newest = commits[0].name if commits else ""
        return Log(steps=steps, contents=contents(root, wanted - {""}), gap=gap, commit=newest)
    except GitError:
        return Log(gap=Gap.UNREADABLE)


def find_gap(root: Path) -> Gap | None:
    """Why git does not know everything about a folder, if so."""
    if not root.is_dir():
        return Gap.NO_REPOSITORY
    try:
        shallow = git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except FileNotFoundError:
        return Gap.NO_GIT
    except GitError as error:
        return Gap.FOREIGN_OWNER if "dubious ownership" in str(error) else Gap.NO_REPOSITORY
    try:
        git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    except GitError:
        return Gap.NO_COMMIT
    return Gap.SHALLOW if shallow else None


def _commits(printed: bytes, folders: Mapping[str, str]) -> Iterator[_Commit]:
    """The commits in what `git log -z` printed, the newest first."""
    tokens = iter(printed.decode("utf-8", errors="surrogateescape").split("\0"))
    head: str | None = None
    changes: list[FileChange] = []
    for token in (token.removeprefix("\n") for token in tokens):
        if token.startswith(":"):
            changes += _change(token, next(tokens), folders)
        elif token:
            if head is not None:
                yield _commit(head, changes)
            head, changes = token, []
    if head is not None:
        yield _commit(head, changes)


def _commit(head: str, changes: list[FileChange]) -> _Commit:
    name, parents, seconds, mail, decisions = head.split("\n", 4)
    domain = mail.rpartition("@")[2].strip().lower()
    return _Commit(
        name=name,
        parents=tuple(parents.split()),
        day=day_of(seconds),
        domain=domain if _DOMAIN.fullmatch(domain) else "",
        decisions=tuple(found for one in decisions.split(",") if is_id(found := one.strip())),
        changes=tuple(changes),
    )


def day_of(seconds: str) -> date:
    """The day of a commit, which anybody may set to anything, or leave out: then it is yet to come."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (OverflowError, ValueError, OSError):
        return date.max


def _change(entry: str, path: str, folders: Mapping[str, str]) -> Iterator[FileChange]:
    """A change of an ordinary file, with its path as the vision names it."""
    old_mode, new_mode, old, new, _ = entry[1:].split(" ")
    before, after = (
        name if mode in _FILES and not _NOTHING.fullmatch(name) else ""
        for mode, name in ((old_mode, old), (new_mode, new))
    )
    for name, folder in folders.items():
        if path.startswith(f"{folder}/") and (before or after):
            yield FileChange(path=f"{name}/{path.removeprefix(folder + '/')}", before=before, after=after)


def _steps(commits: list[_Commit], until: date | None, *, keep_first: bool) -> Iterator[Step]:
    """The main line's commits that changed something, the oldest first."""
    by_name = {commit.name: commit for commit in commits}
    line = _main_line(commits, by_name)
    brought = _brought(line, by_name)
    for number, commit in enumerate(reversed(line)):
        in_time = until is None or commit.day <= until
        if in_time and (commit.changes or (keep_first and not number)):
            merged = brought.get(commit.name, ())
            yield _step(commit, merged or (commit,), (commit, *merged))


def _step(commit: _Commit, writers: Iterable[_Commit], all_of: Iterable[_Commit]) -> Step:
    """A step by those who wrote it: who merged is not who wrote, where there is somebody who did."""
    return Step(
        commit=commit.name,
        day=commit.day,
        domains=_once(one.domain for one in writers),
        decisions=_once(name for one in all_of for name in one.decisions),
        changes=commit.changes,
    )


def _brought(line: list[_Commit], by_name: Mapping[str, _Commit]) -> dict[str, tuple[_Commit, ...]]:
    """What each merge on the main line brought in; every commit came with the first merge that had it."""
    seen = {commit.name for commit in line}
    brought: dict[str, tuple[_Commit, ...]] = {}
    for commit in reversed(line):
        waiting, found = list(commit.parents[1:]), []
        while waiting:
            name = waiting.pop()
            if name not in seen and name in by_name:
                seen.add(name)
                found.append(by_name[name])
                waiting += by_name[name].parents
        brought[commit.name] = tuple(one for one in found if one.changes)
    return brought


def _main_line(commits: list[_Commit], by_name: Mapping[str, _Commit]) -> list[_Commit]:
    line, commit = [], commits[0] if commits else None
    while commit:
        line.append(commit)
        commit = by_name.get(commit.parents[0]) if commit.parents else None
    return line


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name}))
