"""How much time and memory something may cost: over that, the system stops the process, in C code too."""

import mmap
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

try:
    import resource
except ImportError:  # not on Windows: there, nothing is bounded
    resource = None  # type: ignore[assignment]

WAIT = 4
"""So many seconds may pass for each that is spent computing, where a disk or git is slow."""
NO_MEMORY = 75
"""What a process ends with where memory was refused to it; no command does so otherwise."""
_SHORTEN = "Shorten what was added last."


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that `what` may cost: seconds of computing, megabytes of data in memory; how to stay below."""

    what: str
    seconds: int
    megabytes: int
    remedy: str = _SHORTEN


READING = Limits(
    what="Reading the vision",
    seconds=7,
    megabytes=900,
    remedy=(
        "Shorten what was added last; where all of it is needed, mkdocs.yml can allow more: "
        "see most_seconds and most_megabytes in SECURITY.md."
    ),
)
"""Ten thousand records, or a million rows whose dates come again, take six seconds and half of it."""
PAGE = Limits(what="Making HTML of a page", seconds=5, megabytes=8192)
"""For a page written by hand: Markdown as MkDocs reads it takes minutes for some ten thousand brackets."""
_ALL = Limits(what="The whole command", seconds=1800, megabytes=8192)
"""Thousands of drawn charts included."""


class Notes:
    """What a process leaves for the one that waits for it, should it be stopped: its limits, its file."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, 4096)
        self.write(_ALL, "")

    def write(self, limits: Limits, path: str) -> None:
        """Leave word of what is in force, and of the file that is read."""
        text = f"{limits.what}\n{limits.remedy}\n{limits.seconds}\n{limits.megabytes}\n{path}".encode()
        text = text[: len(self._shared) - 1] + b"\0"
        self._shared[: len(text)] = text

    def read(self) -> tuple[Limits, str]:
        """What was in force, and the file."""
        text = self._shared[:].partition(b"\0")[0].decode(errors="ignore")
        what, remedy, seconds, megabytes, path = text.split("\n", 4)
        return Limits(what=what, remedy=remedy, seconds=int(seconds), megabytes=int(megabytes)), path


@dataclass(slots=True)
class _Bounded:
    """This process: what it has to keep to, which file it is at."""

    notes: Notes
    limits: Limits = _ALL
    path: str = ""


_bounded: _Bounded | None = None
"""None where nobody waits for this process, which could then say nothing when it is stopped."""


def can_bound() -> bool:
    """Whether this system stops a process that is over its limits."""
    return resource is not None and hasattr(os, "fork")


def begin(notes: Notes) -> None:
    """Let this process be bounded from now on; somebody who waits for it reads the notes."""
    global _bounded  # noqa: PLW0603 (there is one process, and it is bounded or not)
    _bounded = _Bounded(notes)
    _set(_bounded, _ALL, _ALL.seconds, _ALL.seconds * WAIT)


@contextmanager
def at_most(limits: Limits) -> Iterator[None]:
    """Let what is done within cost no more than this, where somebody waits for the process."""
    if (own := _bounded) is None:
        yield
        return
    outer, began = own.limits, (time.process_time(), time.monotonic())
    timers = [signal.getitimer(timer)[0] for timer in (signal.ITIMER_PROF, signal.ITIMER_REAL)]
    within = replace(limits, megabytes=min(limits.megabytes, outer.megabytes))
    _set(own, within, min(timers[0], within.seconds), min(timers[1], within.seconds * WAIT))
    try:
        yield
    except MemoryError:
        os._exit(NO_MEMORY)  # at once, as there is no memory to tidy up with
    finally:
        _set(
            own,
            outer,
            timers[0] - (time.process_time() - began[0]),
            timers[1] - (time.monotonic() - began[1]),
        )


def at_file(path: str) -> None:
    """Leave word that this file is read now."""
    if _bounded is not None:
        _bounded.path = path
        _bounded.notes.write(_bounded.limits, path)


def _set(own: _Bounded, limits: Limits, computing: float, passing: float) -> None:
    """Put limits in force with the seconds that are left."""
    own.limits = limits
    own.notes.write(limits, own.path)
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = limits.megabytes << 20
    resource.setrlimit(
        resource.RLIMIT_DATA, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most)
    )
    least = 0.001  # 0 would stop the timer
    signal.setitimer(signal.ITIMER_PROF, max(computing, least))
    signal.setitimer(signal.ITIMER_REAL, max(passing, least))
