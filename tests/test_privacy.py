"""What is planted around a vision is in no byte of its site, nor in what a command prints or keeps."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from small_vision import SMALL

VISION = Path(sys.executable).parent / "vision"
PLANTED = {
    "the address of an author": "plantedauthor@northgate.example",
    "the name of an author": "Plantedauthor Quibble",
    "the address of a committer": "plantedcommitter@harbour.example",
    "an address in a mailmap": "plantedmail@northgate.example",
    "a token in the configuration of git": "ghs_plantedtoken0123456789",
    "a secret in the environment": "plantedsecret-abcdef",
    "the user's name": "planteduser",
    "the machine's name": "plantedhost",
    "the home folder": "plantedhome",
    "the folder that the vision is in": "plantedfolder",
}
CONFIG = (
    "site_name: Small\nsite_url: https://small.example/\nrepo_url: https://github.com/o/r\n"
    "docs_dir: site_src\ntheme: {name: material, font: false, features: [content.action.edit]}\n"
    "plugins: [search, {shared-vision: {as_of: 2026-06-15, languages: [en, fr]}}]\n"
)
BROKEN = "title: Broken\nowner: nobody-there\ndue: someday\n"
COMMANDS = (
    ("build",),
    ("check",),
    ("check", "--format", "github", "--base", "HEAD~1"),
    ("check", "--format", "json"),
    ("status",),
    ("todo",),
    ("diff", "HEAD~1"),
    ("digest", "--since", "1m", "--format", "html"),
    ("agenda",),
    ("write", "pages"),
    ("verify",),
)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What each command printed, and each file it left, by name."""
    home = tmp_path_factory.mktemp("plantedhome")
    root = tmp_path_factory.mktemp("planted") / PLANTED["the folder that the vision is in"]
    partner = "title: Northgate Council\ndomains: [northgate.example]\n"
    files = {
        **SMALL,
        "mkdocs.yml": CONFIG,
        "vision/partners/northgate.yml": partner,
        "vision/goals/broken.yml": BROKEN,
        ".mailmap": "Somebody <{an address in a mailmap}> <{the address of an author}>\n".format_map(PLANTED),
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH") if key in os.environ}
    env = {
        **kept,
        "NO_MKDOCS_2_WARNING": "1",
        "HOME": str(home),
        "USER": PLANTED["the user's name"],
        "LOGNAME": PLANTED["the user's name"],
        "HOSTNAME": PLANTED["the machine's name"],
        "GITHUB_TOKEN": PLANTED["a secret in the environment"],
        "GIT_AUTHOR_NAME": PLANTED["the name of an author"],
        "GIT_AUTHOR_EMAIL": PLANTED["the address of an author"],
        "GIT_COMMITTER_NAME": "Plantedcommitter",
        "GIT_COMMITTER_EMAIL": PLANTED["the address of a committer"],
        "GIT_AUTHOR_DATE": "2026-06-01T12:00:00Z",
        "GIT_COMMITTER_DATE": "2026-06-01T12:00:00Z",
    }

    def run(*command: str | Path) -> bytes:
        done = subprocess.run(command, cwd=root, env=env, capture_output=True, check=False)
        assert done.returncode in {0, 1}, done.stderr
        return done.stdout + done.stderr

    token = f"AUTHORIZATION: basic {PLANTED['a token in the configuration of git']}"
    run("git", "init", "-q", "-b", "main")
    run("git", "config", "http.https://github.com/.extraheader", token)
    run("git", "add", "-A")
    run("git", "commit", "-q", "--no-verify", "-m", "All")
    (root / "kpi_data/complaints.csv").write_text("date,value\n2026-04,34\n2026-05,29\n", encoding="utf-8")
    run("git", "commit", "-q", "--no-verify", "-am", "Correct May")
    found = {" ".join(command): run(VISION, *command) for command in COMMANDS}
    left = (path for folder in (root / "site", root / "pages", home) for path in folder.rglob("*"))
    return found | {path.name: path.read_bytes() for path in left if path.is_file()}


@pytest.mark.parametrize("what", PLANTED)
def test_what_is_planted_is_nowhere(said: dict[str, bytes], what: str) -> None:
    secret = PLANTED[what].encode()
    assert [name for name, content in said.items() if secret in content] == []


def test_what_was_searched_is_there(said: dict[str, bytes]) -> None:
    """The history was read, and the broken record was told of: the search above had something to find."""
    assert b"Northgate Council" in said["build"] + said["digest --since 1m --format html"]
    assert b"[bad-date] due" in said["check"]
    assert b"all as built" in said["verify"]
    assert len(said) > 60
