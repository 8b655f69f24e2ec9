"""Builds many cases as one site; where that fails, finds the case that is to blame."""

import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from adversary.case import Accepted, Case
from adversary.judge import misbehaved
from adversary.lay import lay
from adversary.measured import Run, run

MOST_SECONDS = 60.0
"""So long may a site take, which has hundreds of pages of cases."""
_SHOWN = {".html", ".xml", ".svg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What no build may do, with the case that makes it do so."""

    case: Case
    kind: str
    said: str


def batches(cases: Iterable[Case]) -> Iterator[tuple[Case, ...]]:
    """Cases that can be built together: good ones of a group, bad ones of a group, and each on its own."""
    together: dict[tuple[str, bool, bool], list[Case]] = {}
    for case in cases:
        if not case.built:
            continue
        if case.alone or case.unbuildable:
            yield (case,)
        else:
            key = (case.group, isinstance(case.expected, Accepted), case.heavy)
            together.setdefault(key, []).append(case)
    yield from map(tuple, together.values())


def faults(cases: Sequence[Case]) -> Iterator[Fault]:
    """Each case of a batch with which the build does what it may not."""
    fault = _build(cases)
    if fault and len(cases) > 1:
        middle = len(cases) // 2
        yield from faults(cases[:middle])
        yield from faults(cases[middle:])
    elif fault:
        yield fault


def clear(root: Path) -> None:
    """Remove a folder however deep it is: shutil ends where Python's stack does."""
    subprocess.run(["rm", "-rf", "--", root], check=False)


def _build(cases: Sequence[Case]) -> Fault | None:
    root = Path(tempfile.mkdtemp(prefix="adversary-")) / "vision"
    root.mkdir()
    try:
        lay(cases, root)
        done = run(root, "build", most=MOST_SECONDS)
        kind, said = _judged(cases, done, root / "site")
        return Fault(case=cases[0], kind=kind, said=said) if kind else None
    finally:
        clear(root.parent)


def _judged(cases: Sequence[Case], done: Run, site: Path) -> tuple[str, str]:
    """What kind of fault it is, if any, with what tells it."""
    said = done.err.decode("utf-8", "replace").strip()[-300:]
    if kind := misbehaved(done, MOST_SECONDS):
        return kind, f"{done.seconds:.0f} s, {done.megabytes} MB: {said}"
    if path := cases[0].unbuildable:
        named = path.rpartition("/")[2].encode("utf-8", "surrogateescape") in done.err + done.out
        return (
            ("", "")
            if done.code == 1 and named
            else ("wrong", f"exit {done.code}, not naming {path}: {said}")
        )
    if done.code:
        return "wrong", f"build refused: {said}"
    for found in _acting(site, {text for case in cases for text in case.never}):
        return "wrong", found
    return "", ""


def _acting(site: Path, never: set[bytes]) -> Iterator[str]:
    """Pages and feeds that hold what may not be in any."""
    for path in sorted(site.rglob("*")):
        if path.suffix in _SHOWN and path.is_file():
            content = path.read_bytes().replace(b'<link rel="icon" href="data:,">', b"")  # ours
            yield from (f"{path.relative_to(site)} has {text!r}" for text in never if text in content)
