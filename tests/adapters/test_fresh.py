"""A folder that is replaced as a whole, whatever happens while the new one is filled."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from shared_vision.adapters import fresh
from shared_vision.adapters.command import main
from shared_vision.adapters.fresh import replaced
from small_vision import SMALL, Written

FILES = 40
FILLING = f"""
import sys, time
from pathlib import Path
from shared_vision.adapters.fresh import replaced

target, word, pause = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
with replaced(target) as folder:
    for number in range({FILES}):
        (folder / f"{{number}}.html").write_text(word)
        time.sleep(pause)
        print(number, flush=True)
"""


def _fill(target: Path, word: str, pause: float = 0.0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", FILLING, str(target), word, str(pause)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _words(target: Path) -> set[str]:
    """What the files of a site say; there must be all of them."""
    files = list(target.iterdir())
    assert len(files) == FILES
    return {file.read_text() for file in files}


def _old(target: Path) -> None:
    target.mkdir()
    for number in range(FILES):
        (target / f"{number}.html").write_text("old")


@pytest.mark.parametrize("after", range(0, FILES, 3))
def test_killed_at_any_point_it_leaves_the_old_or_the_new_and_the_next_run_clears_up(
    after: int, tmp_path: Path
) -> None:
    target = tmp_path / "site"
    _old(target)
    run = _fill(target, "new")
    assert run.stdout
    for line in run.stdout:
        if int(line) == after:
            run.send_signal(signal.SIGKILL)
            break
    run.wait()
    run.stdout.close()
    assert len(_words(target)) == 1
    with replaced(target) as folder:
        for number in range(FILES):
            (folder / f"{number}.html").write_text("newest")
    assert _words(target) == {"newest"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_several_at_once_do_not_mix(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for _ in range(5):
        runs = [_fill(target, str(number), 0.001) for number in range(4)]
        for run in runs:
            run.communicate()
            assert run.returncode == 0
        assert len(_words(target)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def _replace(target: Path) -> None:
    with replaced(target) as folder:
        (folder / "index.html").write_text("new")


def test_what_fails_leaves_the_old(tmp_path: Path) -> None:
    target = tmp_path / "site"
    _old(target)

    def fill() -> None:
        with replaced(target) as folder:
            (folder / "index.html").write_text("new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill()
    assert _words(target) == {"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("at_one_stroke", [True, False])
def test_it_takes_the_place_of_what_was_there(
    at_one_stroke: bool,  # noqa: FBT001 (a parameter of the test)
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not at_one_stroke:  # as on systems that cannot
        monkeypatch.setattr(fresh, "_exchanged", lambda _one, _other: False)
    target = tmp_path / "deep/site"
    _replace(target)
    assert [path.name for path in target.iterdir()] == ["index.html"]
    (target / "gone.html").write_text("old")
    (target / ".git").mkdir()
    (target / ".git/config").write_text("kept")
    (target / ".nojekyll").write_text("")
    _replace(target)
    assert sorted(path.name for path in target.iterdir()) == [".git", ".nojekyll", "index.html"]
    assert (target / ".git/config").read_text() == "kept"
    assert [path.name for path in target.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("call", ["rename", "mkdir", "chmod"])
def test_where_a_call_fails_the_old_stays(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "site"
    _old(target)

    def fails(*_arguments: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(fresh, "_exchanged", lambda _one, _other: False)
    monkeypatch.setattr(Path, call, fails)
    with pytest.raises(OSError, match="No space left on device"):
        _replace(target)
    monkeypatch.undo()
    assert _words(target) == {"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_second_rename_failing_brings_the_old_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, rename = tmp_path / "site", Path.rename
    _old(target)

    def fails(one: Path, other: Path) -> Path:
        if other == target and one.name != "old":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(one, other)

    monkeypatch.setattr(fresh, "_exchanged", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="Input/output error"):
        _replace(target)
    assert _words(target) == {"old"}


def test_a_link_to_a_folder_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    _replace(tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "real/index.html").read_text() == "new"


def test_a_build_that_stops_leaves_the_site_that_is_there(write_vision: Written) -> None:
    root = write_vision(SMALL)
    runner = CliRunner()
    assert runner.invoke(main, ["build"]).exit_code == 0
    before = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    (root / "vision/goals/fewer-complaints.yml").write_text("title: [")
    found = runner.invoke(main, ["build", "--strict"])
    assert found.exit_code == 1
    assert {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()} == before


def test_a_site_that_cannot_be_written_is_told_in_a_line(write_vision: Written) -> None:
    root = write_vision(SMALL)
    (root / "taken").write_text("a file")
    found = CliRunner().invoke(main, ["build", "--site-dir", "taken"])
    told = "Error: Nothing is published: taken: Not a directory."
    assert (found.exit_code, found.output.splitlines()[-1]) == (1, told)
    assert (root / "taken").read_text() == "a file"
