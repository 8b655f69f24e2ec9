import os
from pathlib import Path

from shared_vision.adapters.disk import DiskSources


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
