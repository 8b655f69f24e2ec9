"""Checks a case by the command, as a pull request is checked."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from adversary.builds import clear
from adversary.case import Case
from adversary.judge import found_in, misbehaved, unexpected
from adversary.lay import lay
from adversary.measured import Run, run_warm
from adversary.warm import Warm
from shared_vision.model.problem import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How the check of a case went; `kind` is empty where all is well."""

    case: Case
    run: Run
    kind: str = ""
    said: str = ""


def check(case: Case, warm: Warm) -> Checked:
    """Lay the case in a folder of its own, check it, judge it."""
    root = Path(tempfile.mkdtemp(prefix="adversary-")) / "vision"
    root.mkdir()
    try:
        lay([case], root)
        done = run_warm(warm, root, "check", "--format", "json")
    finally:
        clear(root.parent)
    kind, said = _judged(case, done)
    return Checked(case=case, run=done, kind=kind, said=said)


def _judged(case: Case, done: Run) -> tuple[str, str]:
    err = done.err.decode("utf-8", "replace").strip()[-300:]
    if kind := misbehaved(done):
        return kind, f"{done.seconds:.1f} s, {done.megabytes} MB, exit {done.code}: {err}"
    found = found_in(done.out)
    if found is None:
        return "wrong", f"exit {done.code} without a list of problems: {err}"
    if said := unexpected(case, found):
        return "wrong", said
    code = 1 if any(one[0] == Severity.ERROR for one in found) else 0
    return ("", "") if done.code == code else ("wrong", f"exit {done.code}, not {code}")
