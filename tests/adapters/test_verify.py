"""A built site tells whether a copy of it is whole."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shared_vision.adapters.command import main
from small_repository import Repository
from small_vision import SMALL

VISION = Path(sys.executable).parent / "vision"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small vision in two languages, committed and built."""
    folder = tmp_path_factory.mktemp("verify")
    config = SMALL["mkdocs.yml"].replace("2026-06-15", "2026-06-15, languages: [en, fr]")
    repository = Repository(folder)
    repository.write({**SMALL, "mkdocs.yml": config, ".gitignore": "site\nsite-changed\n"})
    repository.commit()
    _build(folder)
    return folder


def _build(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [VISION, "build", *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stderr


def _verify(site: Path) -> Result:
    return CliRunner().invoke(main, ["verify", str(site)])


def _commit(root: Path) -> str:
    found = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, check=True, capture_output=True, text=True)
    return found.stdout.strip()


def test_a_site_as_built_is_whole_and_says_from_what(root: Path) -> None:
    stated = json.loads((root / "site/integrity.json").read_bytes())
    assert (stated["commit"], stated["changed"]) == (_commit(root), False)
    found = _verify(root / "site")
    assert (found.exit_code, found.output) == (
        0,
        (
            f"{len(stated['files'])} files, built from commit {_commit(root)[:12]}, as of 2026-06-15: "
            f"all as built. The checksum of the whole is {stated['tree']}.\n"
        ),
    )


@pytest.mark.parametrize("page", ["data/index.html", "fr/data/index.html"])
def test_its_pages_name_the_commit_and_the_checksum(root: Path, page: str) -> None:
    stated = json.loads((root / "site/integrity.json").read_bytes())
    html = (root / "site" / page).read_text(encoding="utf-8")
    assert f"<code>{stated['tree']}</code>" in html
    assert f"<code>{_commit(root)[:12]}</code>" in html


def test_sha256sum_comes_to_the_same_but_for_pages_that_name_the_whole(root: Path) -> None:
    paths = sorted(
        path.relative_to(root / "site").as_posix()
        for path in (root / "site").rglob("*")
        if path.is_file() and path.name != "integrity.json" and path.parent.name != "data"
    )
    done = subprocess.run(
        ["sha256sum", *paths], cwd=root / "site", check=True, capture_output=True, text=True
    )
    stated = json.loads((root / "site/integrity.json").read_bytes())["files"]
    found = dict(line.split("  ")[::-1] for line in done.stdout.splitlines())
    assert len(found) > 60
    assert found.items() <= stated.items()


def _truncate(site: Path) -> None:
    page = site / "goals/index.html"
    page.write_bytes(page.read_bytes()[:-100])


def _change_what_names_the_whole(site: Path) -> None:
    page = site / "data/index.html"
    page.write_bytes(page.read_bytes().replace(b"</h1>", b"!</h1>"))


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "truncated": (_truncate, "goals/index.html: was changed"),
    "names the whole": (_change_what_names_the_whole, "data/index.html: was changed"),
    "missing": (lambda site: (site / "kpis/complaints.csv").unlink(), "kpis/complaints.csv: is missing"),
    "added": (lambda site: (site / "x\x1b[31m.html").write_text("x"), r"x\u001b[31m.html: was not built"),
    "a link": (lambda site: (site / "link").symlink_to("/etc"), "link: was not built"),
    "a pipe": (lambda site: os.mkfifo(site / "pipe"), "pipe: was not built"),
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_copy_that_is_not_as_built_is_told(root: Path, tmp_path: Path, how: str) -> None:
    subprocess.run(["cp", "-r", root / "site", tmp_path / "copy"], check=True)
    spoil, told = SPOILT[how]
    spoil(tmp_path / "copy")
    found = _verify(tmp_path / "copy")
    assert found.exit_code == 1
    assert found.output.splitlines()[0] == told
    assert found.output.endswith("as of 2026-06-15: 1 is not as built.\n")


def test_hidden_files_of_whoever_publishes_do_not_count(root: Path, tmp_path: Path) -> None:
    subprocess.run(["cp", "-r", root / "site", tmp_path / "copy"], check=True)
    (tmp_path / "copy/.git").mkdir()
    (tmp_path / "copy/.git/HEAD").write_text("x")
    assert _verify(tmp_path / "copy").exit_code == 0


def test_changes_that_are_not_committed_are_told(root: Path) -> None:
    data = root / "kpi_data/complaints.csv"
    before = data.read_bytes()
    data.write_bytes(before + b"2026-06-10,29\n")
    said = _build(root, "--site-dir", "site-changed")
    data.write_bytes(before)
    found = _verify(root / "site-changed")
    assert f"from commit {_commit(root)[:12]} with changes that are not committed" in found.output
    stated = json.loads((root / "site-changed/integrity.json").read_bytes())
    assert f"the checksum of the whole site is {stated['tree']}" in said


def test_a_site_without_checksums_is_told(tmp_path: Path) -> None:
    found = _verify(tmp_path)
    assert (found.exit_code, found.output) == (
        1,
        f"{tmp_path}/integrity.json: It is not there. Build the site again with vision build.\n",
    )
