"""What a project says when git cannot be asked."""

from pathlib import Path

import pytest

from shared_vision.adapters.project import Project, ProjectError


def test_without_the_folder_of_its_past_a_project_says_which_and_how_to_mend_it(tmp_path: Path) -> None:
    project = Project.of(tmp_path, {"repo": ".cache/history"})
    with pytest.raises(ProjectError) as found:
        project.at("2026-01-31")
    assert str(found.value) == (
        "There is no folder .cache/history: correct repo in mkdocs.yml, or leave it out."
    )


def test_without_git_a_project_says_that_it_needs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "history").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProjectError) as found:
        Project.of(tmp_path, {"repo": "history"}).at("HEAD")
    assert str(found.value) == "This needs the program git, which is not here."
