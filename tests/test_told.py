"""What the example's digest and agenda say, whole: tests/told/ holds them.

When they are meant to say something else: python tests/test_told.py writes them anew.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from test_history_example import made, needs_git

ROOT = Path(__file__).parents[1]
TOLD = Path(__file__).parent / "told"
VISION = Path(sys.executable).parent / "vision"
ASKED: Mapping[str, tuple[str, ...]] = {
    "digest.md": ("digest", "--since", "14d"),
    "digest.txt": ("digest", "--since", "2026-08-23", "--format", "text"),
    "digest.fr.md": ("digest", "--since", "14d", "--language", "fr"),
    "agenda.md": ("agenda",),
    "todo.txt": ("todo",),
}


def _example(folder: Path) -> Path:
    """A copy of the example with its history."""
    for name in ("vision", "kpi_data", "site_src"):
        shutil.copytree(ROOT / name, folder / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config.replace(".cache/history", "history"), encoding="utf-8")
    assert made(folder / "history").returncode == 0
    return folder


def _said(folder: Path, name: str) -> str:
    found = subprocess.run(
        [VISION, *ASKED[name]], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert found.stderr == ""
    return found.stdout


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _example(tmp_path_factory.mktemp("told"))


@needs_git
@pytest.mark.parametrize("name", ASKED)
def test_the_example_tells_this(example: Path, name: str) -> None:
    assert _said(example, name) == (TOLD / name).read_text(encoding="utf-8")


@needs_git
def test_each_link_of_the_digest_leads_to_a_page(example: Path) -> None:
    subprocess.run([VISION, "build"], cwd=example, capture_output=True, check=True)
    links = re.findall(
        r"\]\(https://example\.org/([^)]*)\)", (TOLD / "digest.md").read_text(encoding="utf-8")
    )
    assert len(links) > 20
    assert [link for link in links if not (example / "site" / link / "index.html").is_file()] == []


if __name__ == "__main__":
    TOLD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made_in:
        folder = _example(Path(made_in))
        for name in ASKED:
            (TOLD / name).write_text(_said(folder, name), encoding="utf-8")
