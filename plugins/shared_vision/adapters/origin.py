"""Where a site comes from: the commit that its files are in."""

from collections.abc import Iterable
from pathlib import Path

from shared_vision.adapters.git.command import GitError, git
from shared_vision.model.settings import Origin


def origin_of(root: Path, paths: Iterable[str], commit: str = "") -> Origin:
    """The commit that a site is built from, and whether the files at some paths are other than it has them.

    `commit` is the one that was asked for; else it is the newest, or none where git knows of none.
    """
    if commit:
        return Origin(commit=commit)
    try:
        newest = git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").decode().strip()
        changed = git(root, "status", "--porcelain", "-z", "--", *paths)
    except (GitError, OSError):
        return Origin()
    return Origin(commit=newest, changed=bool(changed))
