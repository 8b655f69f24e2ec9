"""One commit gives the same bytes, whatever is around it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from same_bytes import AXES, difference, lacking, plain, tree
from small_repository import Repository
from small_vision import SMALL

SURVEY = "title: Going well?\ndate: 2026-05-01\nscale: [1, 5]\nquestions:\n  - {column: q1, text: We meet.}\n"


@pytest.fixture(scope="module")
def vision(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small vision with a past, a survey and two languages."""
    folder = tmp_path_factory.mktemp("bytes") / "vision"
    config = SMALL["mkdocs.yml"].replace("{as_of: 2026-06-15}", "{languages: [en, fr]}")
    files = {
        **SMALL,
        "mkdocs.yml": f"{config}site_url: https://small.example/\n",
        "vision/surveys/spring.yml": SURVEY,
        "kpi_data/surveys/spring.csv": "q1\n" + "4\n5\n" * 8,
        ".gitignore": "site/\n",
    }
    steps: tuple[Mapping[str, str], ...] = (
        files,
        {"kpi_data/complaints.csv": "date,value\n2026-04,34\n2026-05,29\n"},
        {"vision/goals/fewer-complaints.yml": SMALL["vision/goals/fewer-complaints.yml"] + "why: Été.\n"},
    )
    folder.mkdir()
    repository = Repository(folder)
    for step in steps:
        repository.write(step)
        repository.commit()
    return folder


@pytest.fixture(scope="module")
def first(vision: Path) -> Mapping[str, bytes]:
    """The site as it usually comes."""
    done = plain(vision)
    assert done.returncode == 0, done.stderr
    return tree(vision / "site")


@pytest.mark.parametrize("axis", AXES)
def test_the_same_bytes_whatever_is_otherwise(
    vision: Path, first: Mapping[str, bytes], tmp_path: Path, axis: str
) -> None:
    if reason := lacking(axis):
        pytest.skip(reason)
    tmp_path.chmod(0o755)
    assert len(first) > 60
    assert difference(vision, axis, first, tmp_path) == ""
