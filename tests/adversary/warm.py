"""Forks the command, once it is loaded, for each of hundreds of cases, as starting Python takes longest.

A line of standard input is an order as JSON, a line of standard output how the process ended. Run as a
program of its own, so that no thread is alive when it forks.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

from shared_vision.adapters.command import main


class Warm:
    """Such a program, for one order after the other."""

    def __init__(self, around: dict[str, str]) -> None:
        command = [sys.executable, "-m", "adversary.warm"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=around, text=True
        )

    def ask(self, order: dict[str, Any]) -> dict[str, Any]:
        """How a command ended: its exit code, seconds and kilobytes."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def close(self) -> None:
        """Let it end."""
        self._process.communicate()


def serve() -> None:
    """Carry out each order in a process of its own."""
    main.get_command(None, "check")  # type: ignore[arg-type] # which loads what a check needs
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork() or _become(order)
        signal.signal(signal.SIGALRM, lambda *_, pid=pid: os.kill(pid, signal.SIGKILL))
        signal.alarm(order["patience"])
        _, status, usage = os.wait4(pid, 0)
        told = {
            "code": os.waitstatus_to_exitcode(status),
            "ended": signal.alarm(0) == 0,
            "seconds": usage.ru_utime + usage.ru_stime,
            "kilobytes": usage.ru_maxrss,
        }
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def _become(order: dict[str, Any]) -> NoReturn:
    """The command itself, in the folder of a case, with files for what it says."""
    resource.setrlimit(resource.RLIMIT_CPU, (order["most"], order["most"]))
    os.environ.update(order["around"])
    os.chdir(order["root"])
    for number, path in enumerate((os.devnull, order["out"], order["err"])):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT), number)
    try:
        main(order["arguments"], prog_name="vision")
    except SystemExit as ending:
        sys.stdout.flush()
        os._exit(ending.code if isinstance(ending.code, int) else 1)
    except BaseException:  # noqa: BLE001 (as the interpreter itself would tell it)
        sys.excepthook(*sys.exc_info())
        sys.stderr.flush()
    os._exit(1)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    serve()
