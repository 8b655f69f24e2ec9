"""Builds one commit of a vision under ten other circumstances, and compares the sites byte for byte.

As a program: `PYTHONPATH=tests python tests/same_bytes.py FOLDER`, for the vision in a folder.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

VISION = Path(sys.executable).parent / "vision"
EPOCH = "1780000000"
_SHUFFLED = """
import os

_listdir, _scandir = os.listdir, os.scandir


class _Backwards:
    def __init__(self, *given):
        with _scandir(*given) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass


os.listdir = lambda *given: sorted(_listdir(*given), reverse=True)
os.scandir = _Backwards
"""
"""Lists every folder backwards, in whichever order the disk has it."""


def plain(folder: Path) -> subprocess.CompletedProcess[str]:
    """The usual build."""
    return run(folder)


def run(
    folder: Path, *before: str, umask: int = 0o022, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Build the vision in a folder, with an environment of its own."""
    kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH") if key in os.environ}
    home = tempfile.mkdtemp(prefix="home-", dir=folder.parent)
    return subprocess.run(
        [*before, VISION, "build"],
        cwd=folder,
        env={"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "HOME": home} | kept | environment,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )


def another_clock(folder: Path) -> subprocess.CompletedProcess[str]:
    """Years later, as `faketime` pretends."""
    return run(folder, "faketime", "2031-02-28 23:59:58")


def another_place(folder: Path) -> subprocess.CompletedProcess[str]:
    """In a folder with another name, another depth, a space and a letter that is not ASCII."""
    elsewhere = folder.parent / "anderswo hin" / "größer"
    elsewhere.parent.mkdir()
    folder.rename(elsewhere)
    done = run(elsewhere)
    elsewhere.rename(folder)
    return done


def another_order(folder: Path) -> subprocess.CompletedProcess[str]:
    """Where the disk lists its folders backwards."""
    site = Path(tempfile.mkdtemp(dir=folder.parent))
    (site / "sitecustomize.py").write_text(_SHUFFLED, encoding="utf-8")
    return run(folder, PYTHONPATH=f"{site}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")


def other_line_ends(folder: Path) -> subprocess.CompletedProcess[str]:
    """As git checks files out on Windows."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    there = folder.parent / "there"
    subprocess.run(
        ["git", "clone", "-q", "-c", "core.autocrlf=true", "-c", "core.eol=crlf", folder, there], check=True
    )
    for path in folder.iterdir():  # what git does not keep, such as the example's made-up past
        if not (there / path.name).exists():
            path.rename(there / path.name)
    shutil.rmtree(folder)
    there.rename(folder)
    return run(folder)


AXES: Mapping[str, Callable[[Path], subprocess.CompletedProcess[str]]] = {
    "clock": another_clock,
    "time zone": lambda folder: run(folder, TZ="Pacific/Kiritimati"),
    "locale": lambda folder: run(folder, LC_ALL="C", LANG="C", PYTHONUTF8="0"),
    "hash seed": lambda folder: run(folder, PYTHONHASHSEED="4711"),
    "path": another_place,
    "user": lambda folder: run(folder, "unshare", "--user", USER="nobody", LOGNAME="nobody"),
    "umask": lambda folder: run(folder, umask=0o077),
    "cores": lambda folder: run(folder, "taskset", "-c", "0", OPENBLAS_NUM_THREADS="1"),
    "line ends": other_line_ends,
    "file order": another_order,
}
"""What the site may not depend on, each with a build where it is otherwise."""
NEEDS = {"clock": "faketime", "cores": "taskset", "user": "unshare"}


def lacking(axis: str) -> str:
    """Why an axis cannot be tried here; empty where it can."""
    if axis not in NEEDS:
        return ""
    if not shutil.which(NEEDS[axis]):
        return f"{NEEDS[axis]} is not installed"
    alone = subprocess.run(["unshare", "--user", "true"], capture_output=True, check=False)
    return "the system lets nobody become another user" if axis == "user" and alone.returncode else ""


def difference(vision: Path, axis: str, first: Mapping[str, bytes], around: Path) -> str:
    """The first difference from a site that is built where an axis is otherwise; empty where none."""
    folder = copy(vision, around)
    done = AXES[axis](folder)
    if done.returncode:
        return done.stderr
    other = tree(folder / "site")
    unlike = sorted(path for path in {*first, *other} if first.get(path) != other.get(path))
    return f"{len(unlike)} files differ, the first is {unlike[0]}" if unlike else ""


def copy(vision: Path, around: Path) -> Path:
    """The vision once more, with its history."""
    folder = around / "vision"
    shutil.copytree(vision, folder, symlinks=True, ignore=shutil.ignore_patterns("site", ".venv"))
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def main() -> None:
    """Try all axes on the vision in a folder, and say what differs."""
    vision = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as around:
        folder = copy(vision, Path(around))
        done = plain(folder)
        if done.returncode:
            sys.exit(done.stderr)
        first = tree(folder / "site")
    sys.stdout.write(f"{len(first)} files, {sum(map(len, first.values())):,} bytes\n")
    failed = False
    for axis in AXES:
        with tempfile.TemporaryDirectory() as around:
            Path(around).chmod(0o755)
            said = lacking(axis) or difference(vision, axis, first, Path(around))
        failed = failed or bool(said)
        sys.stdout.write(f"{axis:12}{said or 'the same bytes'}\n")
    sys.exit(failed)


if __name__ == "__main__":
    main()
