"""The example's past, which a script makes."""

import subprocess
import sys
from pathlib import Path

from shared_vision.adapters.project import Project
from small_repository import Repository

ROOT = Path(__file__).parents[2]


def test_it_ends_with_todays_files_and_tells_by_partners_alone(repository: Repository) -> None:
    target = repository.root / "past"
    subprocess.run([sys.executable, ROOT / "examples/history/make.py", target], check=True)
    for folder in ("vision", "kpi_data"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file():
                assert (target / file.relative_to(ROOT)).read_bytes() == file.read_bytes(), file
    project = Project.find(target)
    history = project.recall(project.read())
    assert history.gap is None
    assert history.unreadable == 0
    assert len(history.events) > 70
    assert all(event.partners for event in history.events)
    decided = {name for event in history.events for change in event.records for name in change.decisions}
    assert {"complaints-target-20", "complaints-target-24"} <= decided
