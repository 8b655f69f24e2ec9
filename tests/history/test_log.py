"""What git knows, and what it does not."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from shared_vision.adapters.git.log import read_log
from shared_vision.adapters.git.states import states
from shared_vision.adapters.git.tree import commit_day
from shared_vision.model.log import Gap
from small_repository import Repository, told

FOLDERS = {"vision": "vision", "kpi_data": "kpi_data"}
VISION = "title: Small\nstatement: Heard.\n"


def test_a_shallow_clone_begins_with_what_was_there(repository: Repository, tmp_path: Path) -> None:
    repository.write({"vision/vision.yml": VISION})
    repository.commit()
    repository.write({"vision/partners/northgate.yml": "title: Northgate\n"})
    repository.commit()
    repository.edit("vision/vision.yml", "Heard.", "Answered.")
    repository.commit()
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth=2", f"file://{repository.root}", str(clone))
    shallow = Repository.__new__(Repository)
    shallow.root = clone
    story = shallow.story()
    assert told(story) == ["somebody: Wording of *Small* changed from Heard. to Answered."]
    assert (story.gap, story.since) == (Gap.SHALLOW, date(2026, 3, 1))


def test_a_folder_without_git_has_a_gap(tmp_path: Path) -> None:
    assert read_log(tmp_path, FOLDERS).gap is Gap.NO_REPOSITORY
    assert read_log(tmp_path / "missing", FOLDERS).gap is Gap.NO_REPOSITORY


def test_without_the_program_there_is_a_gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_log(tmp_path, FOLDERS).gap is Gap.NO_GIT


def test_a_repository_without_commit_has_a_gap(repository: Repository) -> None:
    assert read_log(repository.root, FOLDERS).gap is Gap.NO_COMMIT


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_repository_of_another_user_has_a_gap(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write({"vision/vision.yml": VISION})
    repository.commit()
    shutil.chown(repository.root, "nobody")
    shutil.chown(repository.root / ".git", "nobody")
    monkeypatch.setenv("HOME", str(repository.root))
    monkeypatch.delenv("SUDO_UID", raising=False)
    assert read_log(repository.root, FOLDERS).gap is Gap.FOREIGN_OWNER


def test_names_that_mean_something_to_git_are_only_names(repository: Repository) -> None:
    repository.write(
        {
            "vision/vision.yml": VISION,
            "vision/goals/-x.yml": "title: X\n",
            "vision/goals/a\nb.yml": "title: Y\n",
        }
    )
    repository.commit("--format=%ae\n\n:100644 100644 a b M")
    log = read_log(repository.root, FOLDERS)
    paths = [change.path for change in log.steps[0].changes]
    assert paths == ["vision/goals/-x.yml", "vision/goals/a\nb.yml", "vision/vision.yml"]


def test_only_domains_of_addresses_are_kept(repository: Repository) -> None:
    repository.write({"vision/vision.yml": VISION})
    repository.commit(by="ann")
    assert "ann@" not in repr(read_log(repository.root, FOLDERS))
    assert read_log(repository.root, FOLDERS).steps[0].domains == ("ann.example",)


def test_a_link_is_no_version_of_a_record(repository: Repository) -> None:
    repository.write({"vision/vision.yml": VISION})
    (repository.root / "vision/goals").mkdir()
    (repository.root / "vision/goals/x.yml").symlink_to("/etc/passwd")
    repository.commit()
    assert [change.path for change in read_log(repository.root, FOLDERS).steps[0].changes] == [
        "vision/vision.yml"
    ]


def test_what_came_after_a_day_is_not_read(repository: Repository) -> None:
    repository.write({"vision/vision.yml": VISION})
    repository.commit()
    assert len(read_log(repository.root, FOLDERS, date(2026, 3, 1)).steps) == 1
    assert read_log(repository.root, FOLDERS, date(2026, 2, 28)).steps == ()


def test_settings_around_the_program_lead_git_nowhere(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write({"vision/vision.yml": VISION})
    repository.commit()
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert len(read_log(repository.root, FOLDERS).steps) == 1


@pytest.mark.parametrize("when", ["", "-99999999999999 +0000", "once +0000", "99999999999999999999 +0000"])
def test_a_commit_whose_day_is_none_is_read_as_yet_to_come(repository: Repository, when: str) -> None:
    repository.write({"vision/vision.yml": VISION})
    tree = repository.git("rev-parse", f"{repository.commit()}^{{tree}}")
    who = f"Somebody <x@northgate.example> {when}".strip()
    raw = repository.root / "raw"
    raw.write_text(f"tree {tree}\nauthor {who}\ncommitter {who}\n\nOdd\n", encoding="utf-8")
    odd = repository.git("hash-object", "-t", "commit", "-w", "--literally", "raw")
    repository.git("update-ref", "HEAD", odd)
    log = read_log(repository.root, FOLDERS)
    assert [step.commit for step in log.steps] == [odd]
    assert [state.names.keys() for state in states(repository.root, FOLDERS, "HEAD", date(2026, 6, 15))] == [
        {"vision/vision.yml"}
    ]
    assert commit_day(repository.root, odd) == log.steps[0].day
