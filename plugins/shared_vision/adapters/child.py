"""A command in a process of its own: where the system stops that, whoever waits says why."""

import ctypes
import functools
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import click

from shared_vision.adapters.bounds import NO_MEMORY, WAIT, Notes, begin, can_bound
from shared_vision.adapters.report import as_text
from shared_vision.adapters.terminal import has_colours
from shared_vision.model.problem import Place, Problem

_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG, as Linux calls it in prctl(2)."""


def _tell(problem: Problem, **_: Any) -> None:
    click.echo(as_text([problem], colours=has_colours(sys.stderr)), nl=False, err=True)


def bounded(command: Callable[..., None], tell: Callable[..., None] = _tell) -> Callable[..., None]:
    """The command in a child process; where that is stopped, `tell` is given the problem, and the options."""

    @functools.wraps(command)
    def run(**options: Any) -> None:
        if not _would_be_heard():
            command(**options)
            return
        notes, parent = Notes(), os.getpid()
        sys.stdout.flush()
        sys.stderr.flush()
        if process := os.fork():
            ended = _waited(process)
            if problem := _stopped(ended, notes):
                tell(problem, **options)
            sys.exit(ended if ended in {0, 1, 2} else 1)
        _die_with(parent)
        begin(notes)
        try:
            command(**options)
        except MemoryError:
            os._exit(NO_MEMORY)

    return run


def _would_be_heard() -> bool:
    """Whether a child could say anything: in tests, what is said is caught within the process."""
    try:
        return can_bound() and sys.stdout.fileno() >= 0
    except (AttributeError, OSError, ValueError):  # there may be no output at all
        return False


def _die_with(parent: int) -> None:
    """Let this process be killed with the one that waits for it, as far as the system can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:  # it died before
            os._exit(1)


def _waited(process: int) -> int:
    """How the child ended: its exit code, or minus the signal that ended it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the child is interrupted too, and says so
    signal.signal(signal.SIGTERM, lambda *_: os.kill(process, signal.SIGTERM))
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _stopped(ended: int, notes: Notes) -> Problem | None:
    """Why the child was stopped; None where it ended by itself, or where somebody wanted it to."""
    if ended in {-signal.SIGINT, -signal.SIGTERM} or (ended >= 0 and ended != NO_MEMORY):
        return None
    limits, path = notes.read()
    over = {
        -signal.SIGPROF: f"{limits.seconds} seconds of computing",
        -signal.SIGALRM: f"{limits.seconds * WAIT} seconds",
        NO_MEMORY: f"{limits.megabytes} MB of memory",
    }
    if ended in over:
        return Problem(
            place=Place(path=path),
            code="too-costly",
            message=f"{limits.what} takes more than {over[ended]}; it came as far as this file.",
            remedy=limits.remedy,
        )
    return Problem(
        place=Place(path=path),
        code="stopped",
        message=f"The program was ended by signal {-ended} when it had come as far as this file.",
        remedy="Take back what was changed last in it, and tell the makers of the program.",
    )
