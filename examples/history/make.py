"""Makes a git repository whose commits tell how the example vision came about.

    python examples/history/make.py .cache/history

The last commit holds today's `vision/` and `kpi_data/`; `story.yml` tells what they were before.
The same files give the same commits. A repository that tells today's story already is left alone.
"""

import calendar
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from shared_vision.load.yaml_text.events import Tree, read_tree

ROOT = Path(__file__).parents[2]
FIGURES = "brightwater"  # gathers everybody's figures by the tenth of each month
LAST = "~"  # later than any partner's name
PROPOSED = timedelta(days=14)
STATED = re.compile(r"^\s+- \{partner: ([a-z-]+),.* on: (\d{4}-\d\d-\d\d)")
BLOCK = re.compile(r"^(?:signed|positions):\n(?=\S|\Z)", re.MULTILINE)
Moment = tuple[str, str]
"""A day, and who acts on it: several partners may on the same day."""


@dataclass
class Commit:
    """What a partner did on a day; what is `merged` was written on a branch."""

    moment: Moment
    by: str
    message: str
    files: list[str] = field(default_factory=list)
    decision: str = ""
    merged: bool = False


class Story:
    """Today's files and what they were before."""

    def __init__(self, folder: Path) -> None:
        told = _yaml((Path(__file__).parent / "story.yml").read_text(encoding="utf-8"))
        self.today = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for name in ("vision", "kpi_data")
            for path in sorted((folder / name).rglob("*"))
            if path.is_file()
        }
        self.born, self.changed = told["born"], sorted(told["changed"], key=lambda one: str(one["day"]))
        self.renamed = {one["file"]: one for one in told["renamed"]}
        self.gone = {one["path"]: one for one in told["gone"]}
        self.records = {path: _yaml(text) for path, text in self.today.items() if path.endswith(".yml")}

    def commits(self) -> list[Commit]:
        """Every commit, the oldest first; what a partner did on a day for one reason is one."""
        made: dict[tuple[Moment, str], Commit] = {}
        for one in (*self._births(), *self._changes(), *self._figures()):
            known = made.get((one.moment, one.message), one)
            made[one.moment, one.message] = replace(known, files=[*known.files, *one.files])
        return sorted(made.values(), key=lambda one: one.moment)

    def _births(self) -> Iterator[Commit]:
        for one in self.born:
            files = [path for path in self.today if any(path.startswith(start) for start in one["files"])]
            yield Commit((str(one["day"]), one["by"]), one["by"], one["message"], files)
        for path, record in self.records.items():
            kind, name = path.split("/")[1], Path(path).stem
            if kind == "partners":
                yield Commit((str(record["since"]), name), name, f"{_title(record)} joins", [path])
            if kind == "updates":
                yield Commit((str(record["date"]), record["by"]), record["by"], "Our update", [path])
            if kind == "initiatives":
                start = min(str(record["start"]), "2026-05-19")
                yield Commit((start, record["owner"]), record["owner"], f"Plan: {_title(record)}", [path])
            if kind == "decisions":
                yield from self._decision(path, name, record)

    def _decision(self, path: str, name: str, record: dict[str, Any]) -> Iterator[Commit]:
        decided = record.get("decided_by") or next(
            (one["proposed_by"] for one in record.get("options", ())), "northgate"
        )
        by = decided if isinstance(decided, str) else decided[0]
        first = min([str(record["date"]), *(when for when, _ in _stated(self.today[path]))])
        proposed = str(date.fromisoformat(first) - PROPOSED)
        still = record["status"] == "proposed"
        yield Commit((first if still else proposed, by), by, f"Propose: {_title(record)}", [path])
        if not still:
            files = [path, *(one["file"] for one in self.changed if one.get("decision") == name)]
            old = record.get("supersedes") or []
            files += [f"vision/decisions/{one}.yml" for one in ([old] if isinstance(old, str) else old)]
            message = f"Decide: {_title(record)}"
            yield Commit((str(record["date"]), LAST), by, message, files, name, merged=True)

    def _changes(self) -> Iterator[Commit]:
        for one in (*self.changed, *self.renamed.values()):
            if not one.get("decision"):
                yield Commit((str(one["day"]), one["by"]), one["by"], one["message"], [one["file"]])
        for path, one in self.gone.items():
            yield Commit((str(one["from"]), one["by"]), one["by"], f"Add {Path(path).stem}", [path])
            yield Commit((str(one["until"]), one["by"]), one["by"], one["message"], [path])
        for path, text in self.today.items():
            for when, who in _stated(text):
                agreed = "\nsigned:" in text
                what = "We agree" if agreed else f"Our position on {_title(self.records[path])}"
                yield Commit((when, who), who, what, [path])

    def _figures(self) -> Iterator[Commit]:
        data = [path for path in self.today if path.endswith(".csv")]
        day = date(2024, 2, 10)
        while str(day) <= max(_known(line) for path in data for line in self.today[path].splitlines()[1:]):
            month = day.replace(day=1) - timedelta(days=1)
            yield Commit((str(day), FIGURES), FIGURES, f"Figures of {month:%B %Y}", data)
            day = date(day.year + day.month // 12, day.month % 12 + 1, 10)

    def as_of(self, path: str, moment: Moment) -> tuple[str, str]:
        """Path and text of a file then; no text before it is there."""
        if path in self.gone:
            one = self.gone[path]
            there = (str(one["from"]), one["by"]) <= moment < (str(one["until"]), one["by"])
            return path, one["text"] if there else ""
        text = self.today[path]
        for one in reversed(self.changed):
            if one["file"] == path and moment < (str(one["day"]), LAST if one.get("decision") else one["by"]):
                if text.count(one["now"]) != 1:
                    raise ValueError(f"{path}: {one['now']!r} is there {text.count(one['now'])} times")
                text = text.replace(one["now"], one["was"])
        if path.endswith(".csv"):
            head, *rows = text.splitlines(keepends=True)
            text = head + "".join(row for row in rows if (_known(row), FIGURES) <= moment)
        elif path.startswith("vision/decisions/"):
            text = self._status_then(path, text, moment)
        text = "".join(line for line in text.splitlines(keepends=True) if _is_past(line, moment))
        text = BLOCK.sub("", text)
        if (one := self.renamed.get(path)) and moment < (str(one["day"]), one["by"]):
            path = one["was"]
        return path, text

    def _status_then(self, path: str, text: str, moment: Moment) -> str:
        record, status = self.records[path], "proposed"
        if moment >= (str(record["date"]), LAST):
            status = record["status"]
            later = [
                other for other in self.records.values() if Path(path).stem in (other.get("supersedes") or ())
            ]
            if status == "superseded" and later and moment < (str(later[0]["date"]), LAST):
                status = "accepted"
        return re.sub(r"^status: .*$", f"status: {status}", text, count=1, flags=re.MULTILINE)


def _yaml(text: str) -> dict[str, Any]:
    tree = read_tree(text, "story.yml")
    if not isinstance(tree, Tree):
        raise TypeError(f"This is no YAML: {tree}")
    return tree.value


def _title(record: dict[str, Any]) -> str:
    title = record["title"]
    return title if isinstance(title, str) else title["en"]


def _stated(text: str) -> list[tuple[str, str]]:
    return [(found[2], found[1]) for line in text.splitlines() if (found := STATED.match(line))]


def _is_past(line: str, moment: Moment) -> bool:
    found = STATED.match(line)
    return not found or (found[2], found[1]) <= moment


def _known(row: str) -> str:
    """The day on which a row's figure is known: the tenth of the month after its period."""
    when = row.split(",", maxsplit=1)[0].strip()
    year, _, rest = when.partition("-")
    month = int(rest[1:]) * 3 if rest.startswith("Q") else int(rest[:2] or 12)
    end = date(int(year), month, calendar.monthrange(int(year), month)[1])
    return str(max(date(end.year + end.month // 12, end.month % 12 + 1, 10), date(2024, 2, 10)))


def stream(story: Story) -> Iterator[str]:
    """What `git fast-import` reads."""
    people = {Path(path).stem: record for path, record in story.records.items() if "/partners/" in path}
    tree: dict[str, tuple[str, str]] = {}
    mark = 0
    for commit in story.commits():
        changes = []
        for path in dict.fromkeys(commit.files):
            now, before = story.as_of(path, commit.moment), tree.get(path, (path, ""))
            if now != before and (now[1] or before[1]):
                changes += [f"D {before[0]}\n"] if before[1] and (before[0] != now[0] or not now[1]) else []
                changes += [f"M 100644 inline {now[0]}\n{_data(now[1])}"] if now[1] else []
                tree[path] = now
        if changes:
            partner = people[commit.by]
            who = f"{_title(partner)} <office@{partner['domains'][0]}>"
            when = int(datetime.fromisoformat(f"{commit.moment[0]}T09:00:00+00:00").timestamp()) + mark
            mark += 1
            trailer = f"\n\nDecision: {commit.decision}" if commit.decision else ""
            branch = "proposal" if commit.merged else "main"
            reset = f"from :{mark - 1}\n" if mark > 1 else ""
            yield f"commit refs/heads/{branch}\nmark :{mark}\n"
            yield f"author {who} {when} +0000\ncommitter {who} {when} +0000\n"
            yield _data(commit.message + trailer) + reset + "".join(changes) + "\n"
            if commit.merged:
                chair = f"{_title(people['northgate'])} <office@{people['northgate']['domains'][0]}>"
                mark += 1
                yield f"commit refs/heads/main\nmark :{mark}\nauthor {chair} {when + 60} +0000\n"
                yield f"committer {chair} {when + 60} +0000\n{_data('Merge: ' + commit.message)}"
                yield f"from :{mark - 2}\nmerge :{mark - 1}\n" + "".join(changes) + "\n"
    missing = {path: tree.get(path) for path, text in story.today.items() if tree.get(path) != (path, text)}
    if missing:
        raise ValueError(f"The story does not lead to today: {sorted(missing)}")


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}\n"


def make(target: Path, folder: Path = ROOT) -> None:
    """Make the repository in `target`, unless it is there and tells the same."""
    told = "".join(stream(Story(folder))).encode()
    stamp = target / ".git" / "story"
    name = hashlib.sha256(told).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == name:
        return
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    clean |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*arguments: str, given: bytes = b"") -> None:
        subprocess.run(["git", *arguments], cwd=target, env=clean, input=given, check=True)

    git("init", "-q", "-b", "main")
    git("config", "core.autocrlf", "false")
    git("fast-import", "--quiet", given=told)
    git("reset", "-q", "--hard")
    git("branch", "-q", "-D", "proposal")
    stamp.write_text(name, encoding="ascii")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
