"""How much time and memory partners' files may cost: a command is a child process that is stopped in time."""

import ctypes
import functools
import mmap
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import click

from shared_vision.adapters.report import as_text
from shared_vision.adapters.terminal import has_colours
from shared_vision.model.problem import Place, Problem

try:
    import resource
except ImportError:  # not on Windows: there, nothing is bounded
    resource = None  # type: ignore[assignment]

_WAIT = 4
"""So many seconds may pass for each that is spent computing, where a disk or git is slow."""
_ALLOW_MORE = (
    "Shorten what was added last; where all of it is needed, mkdocs.yml can allow more: "
    "see most_seconds and most_megabytes in SECURITY.md."
)
_NO_MEMORY = 75
"""What the child ends with where memory was refused to it; no command does so otherwise."""
_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG, as Linux calls it in prctl(2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that `what` may cost: seconds of computing, megabytes of data in memory."""

    what: str
    seconds: int
    megabytes: int


READING = Limits(what="Reading the vision", seconds=7, megabytes=900)
"""Ten thousand records, or a million rows whose dates come again, take six seconds and half of it."""
PAGE = Limits(what="Making HTML of a page", seconds=5, megabytes=8192)
"""For a page written by hand: Markdown as MkDocs reads it takes minutes for some ten thousand brackets."""
_ALL = Limits(what="The whole command", seconds=1800, megabytes=8192)
"""Thousands of drawn charts included."""


@dataclass(slots=True)
class _Child:
    """What the process that works leaves for the one that waits: its limits, the file it is at."""

    notes: mmap.mmap = field(default_factory=lambda: mmap.mmap(-1, 4096))
    limits: Limits = _ALL
    path: str = ""

    def note(self) -> None:
        limits = self.limits
        text = f"{limits.what}\n{limits.seconds}\n{limits.megabytes}\n{self.path}".encode()
        room = len(self.notes) - 1
        self.notes[: len(text[:room]) + 1] = text[:room] + b"\0"

    def noted(self) -> tuple[str, ...]:
        """What it was at, its seconds and megabytes, the file."""
        return tuple(self.notes[:].partition(b"\0")[0].decode(errors="ignore").split("\n", 3))


_child: _Child | None = None
"""None where nobody waits for this process, which could then say nothing when it is stopped."""


def _tell(problem: Problem, **_: Any) -> None:
    click.echo(as_text([problem], colours=has_colours(sys.stderr)), nl=False, err=True)


def bounded(command: Callable[..., None], tell: Callable[..., None] = _tell) -> Callable[..., None]:
    """The command in a child process; where that is stopped, `tell` is given the problem, and the options."""

    @functools.wraps(command)
    def run(**options: Any) -> None:
        if not _can_fork():
            command(**options)
            return
        child, parent = _Child(), os.getpid()
        child.note()
        sys.stdout.flush()
        sys.stderr.flush()
        if process := os.fork():
            ended = _waited(process)
            if problem := _stopped(ended, child):
                tell(problem, **options)
            sys.exit(ended if ended in {0, 1, 2} else 1)
        _begin(child, parent)
        try:
            command(**options)
        except MemoryError:
            os._exit(_NO_MEMORY)

    return run


@contextmanager
def at_most(limits: Limits) -> Iterator[None]:
    """Let what is done within cost no more than this, where somebody waits for the process."""
    if _child is None:
        yield
        return
    outer, began = _child.limits, (time.process_time(), time.monotonic())
    timers = [signal.getitimer(timer)[0] for timer in (signal.ITIMER_PROF, signal.ITIMER_REAL)]
    within = replace(limits, megabytes=min(limits.megabytes, outer.megabytes))
    _set(within, min(timers[0], within.seconds), min(timers[1], within.seconds * _WAIT))
    try:
        yield
    except MemoryError:
        os._exit(_NO_MEMORY)  # at once, as there is no memory to tidy up with
    finally:
        _set(
            outer,
            timers[0] - (time.process_time() - began[0]),
            timers[1] - (time.monotonic() - began[1]),
        )


def at_file(path: str) -> None:
    """Leave word that this file is read now."""
    if _child is not None:
        _child.path = path
        _child.note()


def _can_fork() -> bool:
    """Whether a child could be heard: in tests, what is said is caught within the process."""
    try:
        return resource is not None and hasattr(os, "fork") and sys.stdout.fileno() >= 0
    except (AttributeError, OSError, ValueError):  # there may be no output at all
        return False


def _begin(child: _Child, parent: int) -> None:
    global _child  # noqa: PLW0603 (there is one process, and it is either the child or not)
    _child = child
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:  # it died before
            os._exit(1)
    _set(_ALL, _ALL.seconds, _ALL.seconds * _WAIT)


def _set(limits: Limits, computing: float, passing: float) -> None:
    """Put limits in force with the seconds that are left; whoever is over them is stopped by the system."""
    assert _child is not None  # noqa: S101 (only a child is stopped)
    _child.limits = limits
    _child.note()
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = limits.megabytes << 20
    resource.setrlimit(
        resource.RLIMIT_DATA, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most)
    )
    least = 0.001  # 0 would stop the timer
    signal.setitimer(signal.ITIMER_PROF, max(computing, least))
    signal.setitimer(signal.ITIMER_REAL, max(passing, least))


def _waited(process: int) -> int:
    """How the child ended: its exit code, or minus the signal that ended it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the child is interrupted too, and says so
    signal.signal(signal.SIGTERM, lambda *_: os.kill(process, signal.SIGTERM))
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _stopped(ended: int, child: _Child) -> Problem | None:
    """Why the child was stopped; None where it ended by itself, or where somebody wanted it to."""
    if ended in {-signal.SIGINT, -signal.SIGTERM} or (ended >= 0 and ended != _NO_MEMORY):
        return None
    what, seconds, megabytes, path = child.noted()
    most = {
        -signal.SIGPROF: f"takes more than {seconds} seconds of computing",
        -signal.SIGALRM: f"takes more than {int(seconds) * _WAIT} seconds",
        _NO_MEMORY: f"takes more than {megabytes} MB of memory",
    }
    cost = most.get(ended)
    return Problem(
        place=Place(path=path),
        code="too-costly" if cost else "stopped",
        message=f"{what} {cost}; it came as far as this file."
        if cost
        else f"The program was ended by signal {-ended} when it had come as far as this file.",
        remedy=(_ALLOW_MORE if what == READING.what else "Shorten what was added last.")
        if cost
        else "Take back what was changed last in it, and tell the makers of the program.",
    )
