"""Tries every hostile case on the command and prints what came of them."""

import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from queue import SimpleQueue

import click

from adversary.builds import Fault, batches, faults
from adversary.case import Accepted, Case
from adversary.checks import Checked, check
from adversary.every import CASES
from adversary.warm import Warm

AT_ONCE = 2
_KINDS = ("wrong", "crash", "hang", "traceback", "memory")


def main(groups: Sequence[str]) -> int:
    """1 where any case went otherwise than it has to; `groups` are those to try, or all."""
    cases = [case for case in CASES if not groups or case.group in groups]
    start = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        checked = _check(cases, pool)
        built = list(pool.map(lambda batch: (batch, tuple(faults(batch))), batches(cases)))
    found = [fault for _, some in built for fault in some]
    _print_table(checked, found, {str(case) for batch, _ in built for case in batch})
    _print_faults(checked, found)
    click.echo(f"{len(cases)} cases in {time.monotonic() - start:.0f} s")
    return 1 if found or any(one.kind for one in checked) else 0


def _check(cases: Sequence[Case], pool: Executor) -> list[Checked]:
    """All of them, the slowest first, so that none is left alone at the end."""
    idle: SimpleQueue[Warm] = SimpleQueue()
    for _ in range(AT_ONCE):
        idle.put(Warm(dict(os.environ)))

    def one(case: Case) -> Checked:
        warm = idle.get()
        try:
            return check(case, warm)
        finally:
            idle.put(warm)

    try:
        return list(pool.map(one, sorted(cases, key=lambda case: not case.heavy)))
    finally:
        for _ in range(AT_ONCE):
            idle.get().close()


def _print_table(checked: Sequence[Checked], found: Sequence[Fault], built: set[str]) -> None:
    heads = ("group", "cases", "refused", "accepted", "built", *_KINDS, "worst s", "worst MB")
    click.echo("".join(f"{head:>10}" for head in heads))
    for group in (*dict.fromkeys(one.case.group for one in checked), ""):
        rows = [one for one in checked if group in {one.case.group, ""}]
        faulty = [fault for fault in found if group in {fault.case.group, ""}]
        click.echo("".join(f"{cell:>10}" for cell in (group or "all", *_counts(rows, faulty, built))))


def _counts(rows: Sequence[Checked], faulty: Sequence[Fault], built: set[str]) -> tuple[object, ...]:
    good = [one for one in rows if not one.kind]
    kinds = [*(one.kind for one in rows), *(fault.kind for fault in faulty)]
    blamed = {str(fault.case) for fault in faulty}
    return (
        len(rows),
        sum(not isinstance(one.case.expected, Accepted) for one in good),
        sum(isinstance(one.case.expected, Accepted) for one in good),
        len({str(one.case) for one in rows} & built - blamed),
        *(kinds.count(kind) for kind in _KINDS),
        f"{max(one.run.seconds for one in rows):.1f}",
        max(one.run.megabytes for one in rows),
    )


def _print_faults(checked: Sequence[Checked], found: Sequence[Fault]) -> None:
    for one in checked:
        if one.kind:
            click.echo(f"check {one.case}: {one.kind}: {_line(one.said)}")
    for fault in found:
        click.echo(f"build {fault.case}: {fault.kind}: {_line(fault.said)}")


def _line(text: str) -> str:
    """On one line, and without what would act in a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)[-500:]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
