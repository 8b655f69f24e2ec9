"""The example repository: its last commit holds today's files, the others tell how they came about."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from shared_vision.read import read

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "examples/history/make.py"

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def made(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), str(folder)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


def git(folder: Path, *arguments: str) -> str:
    return subprocess.check_output(["git", "-C", str(folder), *arguments], text=True)


def files_at(folder: Path, commit: str) -> dict[str, bytes]:
    listed = git(folder, "ls-tree", "-r", "-z", "--name-only", commit).split("\0")[:-1]
    asked = "".join(f"{commit}:{path}\n" for path in listed).encode()
    answer = subprocess.run(
        ["git", "-C", str(folder), "cat-file", "--batch"], input=asked, capture_output=True, check=True
    ).stdout
    found, place = {}, 0
    for path in listed:
        head, _, _ = answer[place:].partition(b"\n")
        start = place + len(head) + 1
        place = start + int(head.split()[2]) + 1
        found[path] = answer[start : place - 1]
    return found


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example") / "history"
    result = made(folder)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    return folder


@needs_git
def test_the_last_commit_holds_todays_files(past: Path) -> None:
    paths = [path for top in ("vision", "kpi_data") for path in (ROOT / top).rglob("*") if path.is_file()]
    expected = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}
    assert files_at(past, "HEAD") == expected
    assert git(past, "status", "--porcelain") == ""


@needs_git
def test_the_repository_is_whole_and_long_enough(past: Path) -> None:
    assert git(past, "fsck", "--strict", "--no-dangling") == ""
    assert int(git(past, "rev-list", "--count", "HEAD")) >= 90
    assert int(git(past, "rev-list", "--count", "--merges", "HEAD")) >= 10
    assert git(past, "branch", "--format=%(refname:short)") == "main\n"


@needs_git
def test_days_go_forward_and_end_before_the_day_of_the_example(past: Path) -> None:
    days = git(past, "log", "--reverse", "--topo-order", "--first-parent", "--format=%cs").split()
    assert days == sorted(days)
    assert (days[0], days[-1] <= "2026-11-23") == ("2024-02-05", True)


@needs_git
def test_every_commit_is_by_a_partner(past: Path) -> None:
    partners = read(files_at(past, "HEAD")).partners.values()
    domains = {domain for partner in partners for domain in partner.domains}
    assert {mail.rpartition("@")[2] for mail in git(past, "log", "--format=%ae%n%ce").split()} == domains


@needs_git
def test_every_version_can_be_read_without_an_error(past: Path) -> None:
    for commit in git(past, "rev-list", "HEAD").split():
        errors = [str(one) for one in read(files_at(past, commit)).problems if one.severity == "error"]
        assert errors == [], git(past, "log", "-1", "--format=%cs %s", commit)


@needs_git
def test_decisions_that_commits_name_exist(past: Path) -> None:
    named = git(past, "log", "--format=%(trailers:key=Decision,valueonly)").split()
    assert len(named) == 6
    assert set(named) <= read(files_at(past, "HEAD")).decisions.keys()


@needs_git
def test_no_update_or_decision_is_told_before_its_day(past: Path) -> None:
    log = git(past, "log", "--diff-filter=A", "--name-only", "--format=@%cs", "--", "vision/updates")
    told = re.findall(r"@(\S+)\n\nvision/updates/(\d{4}-\d\d-\d\d)", log)
    assert len(told) == 81
    assert all(commit == update for commit, update in told)


@needs_git
def test_it_is_left_alone_when_nothing_changed_and_is_the_same_when_made_again(
    past: Path, tmp_path: Path
) -> None:
    before = (past / ".git").stat().st_mtime_ns
    made(past)
    assert (past / ".git").stat().st_mtime_ns == before
    made(tmp_path / "again", GIT_AUTHOR_NAME="Somebody", GIT_DIR="elsewhere", TZ="Asia/Tokyo")
    assert git(tmp_path / "again", "rev-parse", "HEAD") == git(past, "rev-parse", "HEAD")


@needs_git
def test_a_folder_that_it_did_not_make_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    result = made(tmp_path)
    assert result.returncode == 1
    assert result.stderr == (
        f"examples/history/story.yml: {tmp_path} was not made by this script, so it is left alone. Name"
        " another folder.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_without_git_it_says_so_and_the_site_goes_on(tmp_path: Path) -> None:
    result = made(tmp_path / "history", PATH=str(tmp_path))
    assert (result.returncode, result.stderr) == (
        0,
        "There is no git here, so the example has no history.\n",
    )
    assert list(tmp_path.iterdir()) == []
