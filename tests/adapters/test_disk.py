import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from shared_vision.adapters import disk
from shared_vision.adapters.command import main
from shared_vision.adapters.disk import DiskSources
from small_vision import SMALL, Written


def test_files_are_named_by_their_folder_in_the_vision(tmp_path: Path) -> None:
    (tmp_path / "records" / "goals").mkdir(parents=True)
    (tmp_path / "records" / "goals" / "x.yml").write_bytes(b"title: X\n")
    sources = DiskSources({"vision": tmp_path / "records", "kpi_data": tmp_path / "none"})
    assert dict(sources) == {"vision/goals/x.yml": b"title: X\n"}
    assert sources.problems == ()


def test_links_and_special_files_are_refused_and_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("date,value\n")
    data = tmp_path / "kpi_data"
    data.mkdir()
    (data / "linked.csv").symlink_to(secret)
    (data / "folder").symlink_to(tmp_path)
    os.mkfifo(data / "pipe.csv")
    sources = DiskSources({"kpi_data": data})
    assert list(sources) == []
    link = "error symbolic-link: This is a symbolic link, which could point outside the vision."
    mend = "Put the file itself in its place."
    assert [str(problem) for problem in sources.problems] == [
        f"kpi_data/folder: {link} {mend}",
        f"kpi_data/linked.csv: {link} {mend}",
        f"kpi_data/pipe.csv: error special-file: This is a named pipe, not a file. {mend}",
    ]


def test_a_linked_data_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kpi_data").symlink_to(tmp_path)
    sources = DiskSources({"kpi_data": tmp_path / "kpi_data"})
    assert len(sources) == 0
    assert [problem.code for problem in sources.problems] == ["symbolic-link"]


def test_a_name_that_is_no_text_is_shown_in_ascii(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"bad\xff.yml")).write_bytes(b"")
    assert list(DiskSources({"vision": tmp_path})) == ["vision/bad\\xff.yml"]


def _linked(write_vision: Written, where: str) -> Path:
    """A small vision with a secret beside it and links to it in a folder that MkDocs reads."""
    root = write_vision({**SMALL, "overrides/note.html": "", "site_src/pictures/note.txt": "ours"})
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("font: false", "font: false, custom_dir: overrides"))
    (root.parent / "secret.txt").write_text("a token")
    (root / where / "stolen.txt").symlink_to(root.parent / "secret.txt")
    (root / where / "all").symlink_to(root.parent)
    (root / where / "loop").symlink_to(".")
    os.mkfifo(root / where / "pipe.md")
    return root


@pytest.mark.parametrize("where", ["site_src", "site_src/pictures", "overrides"])
def test_what_mkdocs_would_follow_stops_the_build_and_is_told_by_check(
    where: str, write_vision: Written
) -> None:
    root = _linked(write_vision, where)
    link = "error [symbolic-link] This is a symbolic link, which could point outside the vision."
    wanted = [
        f"{where}/all: {link}",
        f"{where}/loop: {link}",
        f"{where}/pipe.md: error [special-file] This is a named pipe, not a file.",
        f"{where}/stolen.txt: {link}",
    ]
    for command in (["check"], ["build"]):
        found = CliRunner().invoke(main, command)
        assert isinstance(found.exception, SystemExit)
        assert found.exit_code == 1
        assert [line for line in wanted if line not in found.output] == []
    assert not (root / "site").exists()


def test_ordinary_files_beside_the_pages_are_published(write_vision: Written) -> None:
    root = write_vision({**SMALL, "site_src/pictures/note.txt": "ours"})
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    assert (root / "site/pictures/note.txt").read_text() == "ours"


def test_folders_in_each_other_without_end_are_read(tmp_path: Path) -> None:
    levels = [tmp_path / "/".join("f" * depth) for depth in range(1, 1_101)]
    for level in levels:
        level.mkdir()
    file = levels[-1] / "x.csv"
    file.write_text("date,value\n")
    sources = DiskSources({"kpi_data": tmp_path})
    assert [path.count("/") for path in sources] == [1_101]
    file.unlink()
    for level in reversed(levels):  # what tidies up after tests is no match for them
        level.rmdir()


def test_what_the_system_does_not_let_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed.csv").write_text("date,value\n")
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs the tests may read everything
    sources = DiskSources({"kpi_data": tmp_path})
    assert [str(problem) for problem in sources.problems] == [
        (
            "kpi_data/closed.csv: error unreadable: The system does not let this be read. "
            "Give it a shorter path, or the right to be read."
        )
    ]
    assert list(sources) == []


def test_of_a_huge_file_only_the_start_comes_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "MOST_BYTES", 10)
    (tmp_path / "x.csv").write_bytes(b"x" * 1_000)
    assert DiskSources({"kpi_data": tmp_path})["kpi_data/x.csv"] == b"x" * 11


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.md")).write_text("")
    (tmp_path / "caf\u00e9.md").write_text("")
    assert [str(problem) for problem in DiskSources({"site_src": tmp_path}).unnameable] == [
        (
            r"site_src/caf\xe9.md: error bad-name: The name of this file is no text: some of its bytes are "
            "not UTF-8. Rename it, with letters, digits and dashes."
        )
    ]
