"""Writes commits that the git command itself would not write."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from adversary.case import Commit

GOAL = "vision/goals/fewer-complaints.yml"


def make_past(root: Path, commits: Sequence[Commit]) -> None:
    """A repository in which each commit gives the goal another reason; the first has all other files."""
    _git(root, "init", "-q", "-b", "main")
    goal = (root / GOAL).read_bytes()
    parent = ""
    for number, commit in enumerate(commits):
        (root / GOAL).write_bytes(goal + b"why: Reason %d.\n" % number)
        _git(root, "add", "-A")
        parent = _commit(root, _git(root, "write-tree").decode().strip(), parent, commit)
    _git(root, "update-ref", "refs/heads/main", parent)


def _commit(root: Path, tree: str, parent: str, commit: Commit) -> str:
    head = [f"tree {tree}".encode(), *([f"parent {parent}".encode()] if parent else [])]
    head += [b"author " + commit.author, b"committer " + commit.author]
    whole = b"\n".join(head) + b"\n\n" + commit.message
    return (
        _git(root, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=whole)
        .decode()
        .strip()
    )


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    command = ["git", "-c", "core.hooksPath=/dev/null", "-c", "gc.auto=0", *arguments]
    return subprocess.run(command, cwd=root, input=given, capture_output=True, check=True).stdout
