"""Runs the command as its users do, with a watch and a scale."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from adversary.warm import Warm

VISION = Path(sys.executable).parent / "vision"
MOST_SECONDS = 10.0
MOST_MEGABYTES = 1024
_PATIENCE = 60.0
"""So long may a process take that waits for the machine, or for a pipe that nobody writes to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a command ended; `seconds` are those of the processor, so that a busy machine accuses nobody.

    One that had to be ended has taken at least as long as it may.
    """

    code: int
    seconds: float
    megabytes: int
    out: bytes
    err: bytes

    @property
    def crash(self) -> bool:
        """Whether a signal ended it, or the interpreter itself."""
        return self.code < 0 or b"Fatal Python error" in self.err

    @property
    def traceback(self) -> bool:
        """Whether it shows its inside."""
        return b"Traceback (most recent call last)" in self.err + self.out


def run(root: Path, *arguments: str, most: float = MOST_SECONDS) -> Run:
    """`vision` with some arguments in a folder; ended where it takes far longer than it may."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([VISION, *arguments], cwd=root, stdout=out, stderr=err, env=around(root))
        limit = int(most) + 2
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (limit, limit))
        process.returncode, usage, ended = _wait(process.pid, time.monotonic() + most + _PATIENCE)
        out.seek(0)
        err.seek(0)
        return Run(
            code=process.returncode,
            seconds=max(usage.ru_utime + usage.ru_stime, most + 1 if ended else 0),
            megabytes=usage.ru_maxrss // 1024,
            out=out.read(),
            err=err.read(),
        )


def run_warm(warm: Warm, root: Path, *arguments: str) -> Run:
    """The same in a process that need not load the program first."""
    out, err = root.parent / "out", root.parent / "err"
    told = warm.ask(
        {
            "root": str(root),
            "arguments": arguments,
            "around": around(root),
            "out": str(out),
            "err": str(err),
            "most": int(MOST_SECONDS) + 2,
            "patience": int(MOST_SECONDS + _PATIENCE),
        }
    )
    return Run(
        code=told["code"],
        seconds=max(told["seconds"], MOST_SECONDS + 1 if told["ended"] else 0),
        megabytes=told["kilobytes"] // 1024,
        out=out.read_bytes(),
        err=err.read_bytes(),
    )


def _wait(pid: int, until: float) -> tuple[int, resource.struct_rusage, bool]:
    """The exit code, or the signal below zero, what it used, and whether it had to be ended."""
    while True:
        ended, status, usage = os.wait4(pid, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status), usage, False
        if time.monotonic() > until:
            os.kill(pid, signal.SIGKILL)
            _, status, usage = os.wait4(pid, 0)
            return os.waitstatus_to_exitcode(status), usage, True
        time.sleep(0.01)


def around(root: Path) -> dict[str, str]:
    """The variables of a bare machine, with a cache that no other case has written to."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    home = root.parent / f"{root.name}-home"
    return kept | {"HOME": str(home), "XDG_CACHE_HOME": str(home), "NO_MKDOCS_2_WARNING": "1"}
