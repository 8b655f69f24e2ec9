"""Makes the git repository that tells how "One front door" came about, the same commits on every run.

Usage: python examples/history/make.py [DIR]

The story is told backwards: from today's `vision/` and `kpi_data/`, each commit of `story.yml` is taken
back, the latest first. So the last commit always holds today's files, and a story that no longer fits
them is refused with the place that does not fit.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
STORY = Path(__file__).with_name("story.yml")
STAMP = "story"
"""A file in the git folder: what the repository was made from. A folder without it is not ours to replace."""

Files = dict[str, str]
Undo = Callable[[Files], None]
"""Takes one change back."""

LINE = re.compile(r"^ +- \{partner: (?P<by>[a-z0-9-]+),.*?\bon: (?P<on>[0-9-]{10})\b.*\}\n", re.MULTILINE)
"""A signature or a position on a line of its own."""
ANSWER_DAY = re.compile(r"^  on: ([0-9-]{10})$", re.MULTILINE)
"""The day of an idea's answer; to the parser used here the key `on` is a yes."""


SURVEYOR = "advice-hub"
"""The partner who asks all others' people."""


class Misfit(Exception):  # noqa: N818  (the story and the files do not fit)
    """What in the story does not fit today's files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """One commit, with what takes it back; `branch` is where it was made, `merges` what it brings in."""

    on: date
    by: str
    message: str
    undo: tuple[Undo, ...] = ()
    decision: str = ""
    branch: str = ""
    merges: str = ""


def main(arguments: list[str]) -> int:
    """Makes the repository in a folder, or leaves the one that is up to date alone."""
    folder = Path(arguments[0] if arguments else ".cache/history")
    if not shutil.which("git"):
        sys.stderr.write("There is no git here, so the example has no history.\n")
        return 0
    try:
        make(folder, ROOT)
    except Misfit as misfit:
        sys.stderr.write(f"examples/history/story.yml: {misfit}\n")
        return 1
    return 0


def make(folder: Path, root: Path) -> None:
    """Writes the repository unless it was made from the very same files."""
    files = today(root)
    stamp = fingerprint(files)
    mark = folder / ".git" / STAMP
    if mark.is_file() and mark.read_text() == stamp:
        return
    if folder.exists() and any(folder.iterdir()) and not mark.is_file():
        raise Misfit(f"{folder} was not made by this script, so it is left alone. Name another folder.")
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    write(fresh, stream(files, tell(files)))
    (fresh / ".git" / STAMP).write_text(stamp)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def today(root: Path) -> Files:
    """Path and text of each file that partners edit."""
    found = sorted(path for top in ("vision", "kpi_data") for path in (root / top).rglob("*"))
    found = [path for path in found if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in found}


def fingerprint(files: Files) -> str:
    """Of all that the repository is made from."""
    parts = [*sum(files.items(), ()), STORY.read_text("utf-8"), Path(__file__).read_text("utf-8")]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


# The story


def tell(files: Files) -> list[Commit]:
    """All commits, the earliest first: the story's own, then those that today's files tell by their dates."""
    story = parse(STORY.read_text("utf-8"))
    told = [commit for entry in story["commits"] for commit in chapter(entry, files)]
    known = {entry["decides"] for entry in story["commits"] if "decides" in entry}
    start = min(commit.on for commit in told)
    told += [*figures(story["figures"]), *records(files, start, known), *lines(files, start)]
    return sorted(told, key=lambda commit: commit.on)


def chapter(entry: Mapping[str, Any], files: Files) -> Iterator[Commit]:
    """The commits of one entry: one, or a proposal, its acceptance and the merge."""
    added = [*map(absent, entry.get("adds", ()))]
    changed = [replaced(**change) for change in reversed(entry.get("changes", ()))]
    changed += [moved(now, was) for now, was in entry.get("renames", {}).items()]
    changed += [present(path, text) for path, text in entry.get("removes", {}).items()]
    if "decides" in entry:
        yield from decided(entry, files, added, changed)
    else:
        on, by, message = entry["day"], entry["by"], entry["message"]
        decision = entry.get("decision", "")
        yield Commit(on=on, by=by, message=message, decision=decision, undo=(*changed, *added))


def decided(
    entry: Mapping[str, Any], files: Files, added: list[Undo], changed: list[Undo]
) -> Iterator[Commit]:
    """A decision taken in one commit, or proposed on a branch, decided there and merged."""
    name = entry["decides"]
    path = f"vision/decisions/{name}.yml"
    record = parse(files[path])
    on, by, title = record["date"], author(record), english(record["title"])
    message = entry.get("message", f"Decide: {title}")
    if "proposed" not in entry:
        yield Commit(on=on, by=by, message=message, undo=(*changed, absent(path), *added))
        return
    proposal = (absent(path), *added)
    yield Commit(
        on=entry["proposed"],
        by=entry.get("by", by),
        message=f"Propose: {title}",
        branch=name,
        undo=proposal,
    )
    yield Commit(
        on=on, by=by, message=message, branch=name, undo=(*changed, proposed(path, entry["proposed"]))
    )
    yield Commit(on=on, by=by, message=f"Merge branch '{name}'", merges=name)


def figures(days: Iterable[date]) -> Iterator[Commit]:
    """The figures up to the month before each of these days."""
    last = ""
    for day in days:
        until = f"{day.year - (day.month == 1)}-{day.month - 1 or 12:02}"
        message = f"Figures up to {until}"
        yield Commit(on=day, by="brightwater", message=message, undo=(rows_after(last),))
        last = until


def records(files: Files, start: date, known: set[str]) -> Iterator[Commit]:
    """A commit for each decision, update or idea on its own date, where the story does not tell it."""
    for path, text in files.items():
        record = parse(text) if path.endswith(".yml") else {}
        if isinstance(record.get("date"), date) and record["date"] > start and Path(path).stem not in known:
            added = [
                absent(path),
                *([absent(f"kpi_data/surveys/{Path(path).stem}.csv")] if "questions" in record else []),
            ]
            yield Commit(on=record["date"], by=author(record), message=subject(record), undo=tuple(added))
            yield from answered(path, record, files)


def answered(path: str, record: Mapping[str, Any], files: Files) -> Iterator[Commit]:
    """An idea's answer, and once there is a decision what came of it."""
    if not (answer := record.get("answer")):
        return
    on, title = date.fromisoformat(ANSWER_DAY.findall(files[path])[0]), english(record["title"])
    yield Commit(on=on, by=answer["by"], message=f"Answer: {title}", undo=(shortened(path, "answer"),))
    if decision := answer.get("decision"):
        decided = parse(files[f"vision/decisions/{decision}.yml"])["date"]
        undo = (shortened(path, "  decision"), shortened(path, "  initiative"))
        yield Commit(on=max(on, decided), by=answer["by"], message=f"What came of it: {title}", undo=undo)


def lines(files: Files, start: date) -> Iterator[Commit]:
    """A commit for what a partner signed on one day, or answered after a decision was written down."""
    found: dict[tuple[date, str], list[Undo]] = {}
    for path, text in files.items():
        if not path.endswith(".yml"):
            continue
        begun = max(start, parse(text).get("date", start))
        for match in LINE.finditer(text):
            day = date.fromisoformat(match["on"])
            if day > begun:
                found.setdefault((day, match["by"]), []).append(unsigned(path, match[0]))
    for (day, by), undo in found.items():
        name = english(parse(files[f"vision/partners/{by}.yml"])["title"])
        yield Commit(on=day, by=by, message=f"Our answer: {name}", undo=tuple(undo))


def author(record: Mapping[str, Any]) -> str:
    """The partner who wrote a record down."""
    found = record.get("by") or record.get("decided_by")
    if not found:
        found = record["options"][0]["proposed_by"] if "options" in record else SURVEYOR
    return str(found if isinstance(found, str) else found[0])


def subject(record: Mapping[str, Any]) -> str:
    """The first line of the commit that added a record."""
    if "title" not in record:
        return f"What is new, {record['date']}"
    if "questions" in record:
        verb = "What people said"
    else:
        verb = (
            "Propose" if record.get("status") == "proposed" else "Decide" if "status" in record else "Suggest"
        )
    return f"{verb}: {english(record['title'])}"


def parse(text: str) -> Any:
    """What a YAML file says, read by the parser that reads the vision."""
    return yaml.load(text, yaml.CSafeLoader)


def english(text: str | Mapping[str, str]) -> str:
    """A text in English, where it is given by language."""
    return text if isinstance(text, str) else text["en"]


# What takes a change back


def absent(pattern: str) -> Undo:
    """Files that were added: all that are left and match."""

    def undo(files: Files) -> None:
        found = [path for path in files if fnmatch(path, pattern)]
        if not found:
            raise Misfit(f"there is no {pattern} to add.")
        for path in found:
            del files[path]

    return undo


def present(path: str, text: str) -> Undo:
    """A file that was removed."""

    def undo(files: Files) -> None:
        files[path] = text

    return undo


def moved(now: str, was: str) -> Undo:
    """A file that had another name."""

    def undo(files: Files) -> None:
        files[was] = files.pop(now)

    return undo


def replaced(*, file: str, now: str, was: str) -> Undo:
    """A text that read differently; it stands in the file exactly once."""

    def undo(files: Files) -> None:
        count = files.get(file, "").count(now)
        if count != 1:
            raise Misfit(f"{file} has this text {count} times in place of once: {now!r}")
        files[file] = files[file].replace(now, was)

    return undo


def rows_after(month: str) -> Undo:
    """Rows that were added to the data since a month; a file without rows was not there."""

    def undo(files: Files) -> None:
        for path in [path for path in files if fnmatch(path, "kpi_data/*.csv") and "surveys" not in path]:
            head, *rows = files[path].splitlines(keepends=True)
            kept = [row for row in rows if month_of(row.split(",")[0]) <= month]
            files[path] = "".join([head, *kept])
            if not kept:
                del files[path]

    return undo


def month_of(period: str) -> str:
    """The last month of a period: 2025-06 of 2025-Q2 and of 2025-06-30, 2025-12 of 2025."""
    year, _, rest = period.partition("-")
    return f"{year}-{int(rest[1]) * 3:02}" if rest.startswith("Q") else f"{year}-{rest[:2] or '12'}"


def unsigned(path: str, line: str) -> Undo:
    """A line that was added to a list, with the key above it where it was the first one."""

    def undo(files: Files) -> None:
        moved_to = path if path in files else next((each for each in files if line in files[each]), "")
        if moved_to:
            text = files[moved_to].replace(line, "")
            files[moved_to] = re.sub(r"^(?:signed|positions):\n(?! )", "", text, flags=re.MULTILINE)

    return undo


def shortened(path: str, key: str) -> Undo:
    """A key that was added, with all below it."""

    def undo(files: Files) -> None:
        files[path] = without(files[path], key)

    return undo


def proposed(path: str, on: date) -> Undo:
    """A decision as it read when it was proposed: nothing chosen, nobody asked yet."""

    def undo(files: Files) -> None:
        text = files[path]
        for key in ("positions", "decision", "body", r"    outcome", r"    because"):
            text = without(text, key)
        text = re.sub(r"^status: .*$", "status: proposed", text, count=1, flags=re.MULTILINE)
        files[path] = re.sub(r"^date: .*$", f"date: {on}", text, count=1, flags=re.MULTILINE)

    return undo


def without(text: str, key: str) -> str:
    """The text without a key and all that is indented deeper below it."""
    deeper = " " * (len(key) - len(key.lstrip()) + 1)
    return re.sub(rf"^{key}:.*\n(?:{deeper}.*\n|\n)*", "", text, flags=re.MULTILINE)


# The repository


def stream(files: Files, commits: list[Commit]) -> bytes:
    """What `git fast-import` reads: each commit with the files that it changed."""
    places, domains = {"main": 0}, domains_of(files)
    touched: dict[str, dict[str, str | None]] = {}
    out = []
    for mark, (commit, changes) in enumerate(zip(commits, differences(files, commits), strict=True), 1):
        branch, parent = commit.branch or "main", places.get(commit.branch, places["main"])
        if commit.merges:
            changes = touched.pop(commit.merges)  # noqa: PLW2901  (a merge brings in what its branch changed)
        elif commit.branch:
            touched.setdefault(branch, {}).update(changes)
        elif any(changes.keys() & other.keys() for other in touched.values()):
            raise Misfit(f"{commit.on}, {commit.message}: a branch is open on the same file.")
        out.append(head(commit, mark, *domains[commit.by]))
        out += [f"from :{parent}\n".encode()] if parent else []
        if commit.merges:
            out.append(f"merge :{places.pop(commit.merges)}\n".encode())
        out += [change(path, text) for path, text in changes.items()]
        places[branch] = mark
    return b"".join([*out, f"reset refs/heads/main\nfrom :{places['main']}\n\ndone\n".encode()])


def differences(files: Files, commits: list[Commit]) -> list[dict[str, str | None]]:
    """For each commit the files that it changed with their text after it, None for one that it removed."""
    now, found = dict(files), []
    for commit in reversed(commits):
        was = dict(now)
        for undo in commit.undo:
            undo(was)
        paths = sorted(was.keys() | now.keys())
        found.append({path: now.get(path) for path in paths if was.get(path) != now.get(path)})
        now = was
    if now:
        raise Misfit(f"nothing adds {', '.join(sorted(now))}.")
    return found[::-1]


def domains_of(files: Files) -> dict[str, tuple[str, str]]:
    """Name and mail domain of each partner."""
    found = {}
    for path, text in files.items():
        if path.startswith("vision/partners/"):
            record = parse(text)
            found[Path(path).stem] = (english(record["title"]), record["domains"][0])
    return found


def head(commit: Commit, mark: int, name: str, domain: str) -> bytes:
    """The head of a commit: where, who, when, why. Commits of one day follow each other by a minute."""
    moment = datetime(commit.on.year, commit.on.month, commit.on.day, 9, tzinfo=UTC)
    who = f"{name} <vision@{domain}> {int(moment.timestamp()) + 60 * mark} +0000"
    message = commit.message.strip() + (f"\n\nDecision: {commit.decision}" if commit.decision else "") + "\n"
    where = f"commit refs/heads/{commit.branch or 'main'}\nmark :{mark}\nauthor {who}\ncommitter {who}\n"
    return where.encode() + data(message)


def change(path: str, text: str | None) -> bytes:
    """A file as a commit left it."""
    return f"D {path}\n".encode() if text is None else f"M 100644 inline {path}\n".encode() + data(text)


def data(text: str) -> bytes:
    """A text with its length in front."""
    found = text.encode()
    return b"data %d\n%s\n" % (len(found), found)


def write(folder: Path, commits: bytes) -> None:
    """A new repository with these commits, whatever this machine's own settings of git are."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}

    def git(*arguments: str, given: bytes = b"") -> bytes:
        command = ["git", "-c", "core.autocrlf=false", "-c", "gc.auto=0", *arguments]
        return subprocess.run(command, input=given, env=environment, check=True, capture_output=True).stdout

    git("init", "-q", "-b", "main", "--template=", str(folder))
    inside = ("-C", str(folder))
    git(*inside, "fast-import", "--quiet", "--done", given=commits)
    merged = git(*inside, "for-each-ref", "--format=delete %(refname)", "refs/heads", "--no-contains=main")
    git(*inside, "update-ref", "--stdin", given=merged)
    git(*inside, "reset", "-q", "--hard", "main")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
