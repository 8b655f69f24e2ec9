"""The history of 1,000 records over 3,000 commits: CPU seconds to read and tell it, against git alone."""

import os
import random
import resource
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from shared_vision.adapters.project import Project
from shared_vision.history.tell import tell_story
from shared_vision.model.document import titles
from shared_vision.model.wording import Wording

COMMITS, RECORDS, FIRST = 3_000, 1_000, 100
RECORD = """title: KPI number {number}
summary: What it is about, in one sentence that is long enough.
unit: complaints
direction: decrease
frequency: monthly
baseline: {{date: 2024-01-31, value: 42}}
target: {{date: 2027-12-31, value: {value}}} # as agreed
"""


def stream() -> Iterator[str]:
    """What `git fast-import` reads: all records within the first commits, then two of them change in each."""
    chance = random.Random(1)  # noqa: S311 (the same repository each time)
    for commit in range(COMMITS):
        yield f"commit refs/heads/main\ncommitter A <a@north.example> {1_700_000_000 + commit * 3600} +0000\n"
        yield "data 5\nstep\n"
        share = RECORDS // FIRST
        numbers = (
            range(commit * share, (commit + 1) * share)
            if commit < FIRST
            else chance.sample(range(RECORDS), 2)
        )
        files = {
            f"vision/kpis/k{one}.yml": RECORD.format(number=one, value=chance.randint(1, 99))
            for one in numbers
        }
        files |= {"vision/vision.yml": "title: Large\n"} if not commit else {}
        for path, text in files.items():
            yield f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n"
        yield "\n"


def cpu(work: Callable[[], object]) -> float:
    """The CPU seconds that something takes, with those of the programs it runs."""
    before = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    work()
    after = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(b.ru_utime + b.ru_stime - a.ru_utime - a.ru_stime for a, b in zip(before, after, strict=True))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        root = Path(folder, "vision")
        subprocess.run(["git", "init", "-q", "-b", "main", root], check=True)
        subprocess.run(
            ["git", "fast-import", "--quiet"], cwd=root, input="".join(stream()).encode(), check=True
        )
        subprocess.run(["git", "reset", "-q", "--hard"], cwd=root, check=True)
        project = Project.find(root)
        document = project.read()
        git = cpu(
            lambda: subprocess.run(["git", "log", "-p", "-U0"], cwd=root, check=True, capture_output=True)
        )
        cold, warm = (cpu(lambda: project.recall(document)) for _ in range(2))
        history = project.recall(document)
        told = cpu(lambda: tell_story(history, titles(document), Wording()))
    print(f"{len(history.events)} steps over {RECORDS} records")
    print(f"git log -p -U0, which knows lines alone   {git:5.2f} s")
    print(f"read and compared, cold                   {cold:5.2f} s   {cold / git:4.1f} times git")
    print(f"the same, kept from before                {warm:5.2f} s   {warm / git:4.2f} times git")
    print(f"told in words                             {told:5.2f} s   {told / git:4.2f} times git")


if __name__ == "__main__":
    main()
