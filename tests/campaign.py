"""Throws strange files at the program for as long as one likes, and keeps those that it cannot bear.

`PYTHONPATH=tests python tests/campaign.py --minutes 30 --target records --target data`. What is thrown comes
from the project's own files, changed at random; an input that brings something new (a message, or with
`atheris` installed a branch of the code) is changed further. Each input has two seconds and 300 MB. Findings
are kept as files below `--keep`; `--again FILE` throws one of them alone.
"""

import argparse
import hashlib
import importlib
import os
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any, NoReturn

LONGEST = 2.0
"""Seconds of processor time for one input."""
HANGS = 20
"""Seconds of processor time after which it is stopped."""
MOST_MEMORY = 300 * 1024
"""How many kB the process may grow by."""
_ROOM = 6 * 1024**3
_LARGEST = 128 * 1024
"""Bytes of an input, now and then made of one piece over and over."""
_INSTRUMENTED = [
    "shared_vision.load",
    "shared_vision.join",
    "shared_vision.model",
    "shared_vision.render.markdown",
]


class _HangsError(Exception):
    """An input takes so long that nobody waits for it."""


@dataclass(slots=True)
class Watch:
    """Counts what was thrown at one target, and keeps what it could not bear."""

    name: str
    take: Callable[[bytes], frozenset[str]]
    keep: Path
    runs: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, bytes] = (0.0, b"")
    known: set[str] = field(default_factory=set)
    _smallest: dict[str, int] = field(default_factory=dict)

    def throw(self, data: bytes) -> bool:
        """Throw one input; whether it brought something new."""
        self.runs += 1
        memory, began = _memory(), time.process_time()
        words: frozenset[str] = frozenset()
        try:
            words = self._in_time(data)
        except Exception as error:  # noqa: BLE001 (whatever it is, it is a finding)
            self._found(_where(error), data)
        took = time.process_time() - began
        self.slowest = max(self.slowest, (took, data))
        if took > LONGEST:
            self._found(f"slow-{took:.0f}s", data)
        if _memory() - memory > MOST_MEMORY:
            self._found("memory", data)
        new = not words <= self.known
        self.known |= words
        return new

    def _in_time(self, data: bytes) -> frozenset[str]:
        signal.setitimer(signal.ITIMER_PROF, HANGS)
        try:
            return self.take(data)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    def _found(self, kind: str, data: bytes) -> None:
        self.kinds[kind] += 1
        if len(data) >= self._smallest.get(kind, len(data) + 1):
            return
        self._smallest[kind] = len(data)
        self.keep.mkdir(parents=True, exist_ok=True)
        name = f"{self.name}-{hashlib.sha256(kind.encode()).hexdigest()[:8]}"
        (self.keep / name).write_bytes(data)
        print(f"{self.name}: {kind}: {len(data)} bytes in {self.keep / name}", flush=True)

    def tell(self, minutes: float) -> None:
        """Print what came of it."""
        took, data = self.slowest
        print(f"{self.name}: {self.runs:,} inputs in {minutes:.1f} minutes, {len(self.known):,} words")
        print(f"{self.name}: the slowest took {took:.2f} s: {data[:120]!r}")
        for kind, count in self.kinds.most_common():
            print(f"{self.name}: {count:,} times {kind}")
        print(f"{self.name}: {len(self.kinds)} kinds of findings", flush=True)


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _where(error: Exception) -> str:
    """What went wrong at which line: what happens there again is the same finding."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise _HangsError


def _changer(target: Any, seeds: Sequence[bytes]) -> Callable[[bytes, Random], bytes]:
    others = [seed.decode("utf-8", "replace") for seed in seeds]

    def change(data: bytes, chance: Random) -> bytes:
        if chance.randrange(20) == 0:
            at = chance.randint(0, len(data))
            return data[:at] + chance.randbytes(chance.randint(0, 3)) + data[at + chance.randint(0, 3) :]
        if chance.randrange(200) == 0:
            at, length = chance.randint(0, len(data)), chance.randint(1, 30)
            return (data[:at] + data[at : at + length] * (_LARGEST // length))[:_LARGEST] + data[at:]
        start = data[:2] if chance.randrange(4) else chance.randbytes(2)
        text = target.change(data[2:].decode("utf-8", "replace"), others, chance)
        return bytes(start + text.encode("utf-8", "surrogatepass"))[:_LARGEST]

    return change


def unguided(watch: Watch, target: Any, minutes: float, chance: Random) -> None:
    """Go on from inputs that brought a message nobody had seen."""
    seeds = list(target.seeds())
    change = _changer(target, seeds)
    end = time.monotonic() + 60 * minutes
    known = iter(chance.sample(seeds, len(seeds)))
    while time.monotonic() < end:
        data = next(known, None) or change(chance.choice(seeds), chance)
        if watch.throw(data):
            seeds.append(data)
    watch.tell(minutes)


def guided(watch: Watch, target: Any, minutes: float, chance: Random, atheris: Any) -> NoReturn:
    """Go on from inputs that reached a branch nobody had reached; it ends the process."""
    seeds = list(target.seeds())
    change = _changer(target, seeds)
    corpus = watch.keep / f"corpus-{watch.name}"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    end = time.monotonic() + 60 * minutes

    def one(data: bytes) -> None:
        watch.throw(data)
        if time.monotonic() > end:
            watch.tell(minutes)
            os._exit(0)

    def changed(data: bytes, most: int, seed: int) -> bytes:
        steer = Random(seed)  # noqa: S311 (nothing secret)
        made = atheris.Mutate(data, most) if steer.randrange(5) == 0 else change(data, steer)
        return bytes(made[: max(most, 2)])

    arguments = [
        "campaign",
        str(corpus),
        f"-max_len={_LARGEST}",
        "-timeout=60",
        "-rss_limit_mb=0",
        "-verbosity=0",
    ]
    atheris.Setup([*arguments, f"-seed={chance.randrange(1, 1 << 30)}"], one, custom_mutator=changed)
    atheris.Fuzz()
    os._exit(1)  # libFuzzer does not come back


def main() -> None:
    """Throw for the time given at each target in turn."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=5, help="for each target")
    parser.add_argument("--target", action="append", help="may be given several times; left out, all")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**6, help="where chance begins")
    parser.add_argument("--keep", type=Path, default=Path(".cache/campaign"), help="where findings go")
    parser.add_argument("--again", type=Path, help="a kept finding to throw once more, without a net")
    given = parser.parse_args()
    atheris = importlib.import_module("atheris") if find_spec("atheris") and not given.again else None
    if atheris:
        with atheris.instrument_imports(include=_INSTRUMENTED, enable_loader_override=False):
            importlib.import_module("shared_vision.build")
    targets = importlib.import_module("targets").TARGETS  # after the code was made ready for guidance
    if given.again:
        targets[given.again.name.partition("-")[0]].take(given.again.read_bytes())
        return
    resource.setrlimit(resource.RLIMIT_AS, (_ROOM, _ROOM))
    signal.signal(signal.SIGPROF, _stop)
    print(f"seed {given.seed}, {'guided by branches' if atheris else 'guided by messages'}", flush=True)
    found = 0
    for name in given.target or targets:
        child = os.fork()
        if not child:
            watch, chance = Watch(name, targets[name].take, given.keep), Random(given.seed)  # noqa: S311
            if atheris:
                guided(watch, targets[name], given.minutes, chance, atheris)
            unguided(watch, targets[name], given.minutes, chance)
            os._exit(bool(watch.kinds))
        found |= os.waitpid(child, 0)[1]
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
