"""What git knows of a vision's files: who changed which, when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Gap(StrEnum):
    """Why git knows nothing, or not everything."""

    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    NO_COMMIT = "no-commit"
    FOREIGN_OWNER = "foreign-owner"
    SHALLOW = "shallow"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """One file in one step; `before` and `after` name its contents, empty where it is not there."""

    path: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One commit on the main line, with all that a merge brought in.

    `domains` are the mail domains of those who wrote it (nothing else of their addresses is kept),
    `decisions` the ids that its message names in lines `Decision: <id>`.
    """

    commit: str
    day: date
    domains: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    changes: tuple[FileChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """Every step that changed a file, the oldest first; `contents` maps what a change names to bytes.

    With a `gap` there is no step, but for `SHALLOW`: then the first step is all that was there
    when the known part begins, and what happened before is not known. `commit` is the newest one.
    """

    steps: tuple[Step, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    gap: Gap | None = None
    commit: str = ""
