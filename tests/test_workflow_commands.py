"""No line that a command prints is one that a workflow would obey, whatever records and files are called."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from small_repository import Repository
from small_vision import SMALL

VISION = Path(sys.executable).parent / "vision"
OBEYED = re.compile(rb"^\s*(?:::|##\[)", re.MULTILINE)
OURS = re.compile(rb"^::(?:error|warning) file=[^\n]*,title=[a-z-]+::", re.MULTILINE)
EVIL = "::error::pwned"
LONG = "words " * 12 + "::stop-commands::x ##[error]x " + "words " * 12
COMMANDS = (
    "check",
    "check --format github",
    "status",
    "todo",
    "explain complaints",
    "diff HEAD",
    "agenda",
    "agenda --format text",
    "digest --since 60m",
    "digest --since 60m --format text",
    "codeowners",
    "build",
    "verify",
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("commands")
    named = f'title: "{EVIL}"\nsummary: "{LONG}"\n'
    files = {
        **SMALL,
        "vision/vision.yml": f'{named}statement: "{LONG}"\n',
        "vision/partners/northgate.yml": named,
        "vision/goals/fewer-complaints.yml": f"{named}owner: northgate\nkpis: [complaints]\n",
        "vision/kpis/complaints.yml": SMALL["vision/kpis/complaints.yml"].replace("Complaints", f'"{EVIL}"'),
        "vision/decisions/late.yml": f"{named}date: 2026-05-01\nstatus: proposed\nproposed_on: 2026-05-01\n",
        "vision/ideas/late.yml": f"{named}by: northgate\ndate: 2026-05-01\n",
        "vision/goals/broken.yml": f'"{EVIL}": 1\n"##[error]x": "{LONG}"\ntitle: [\n',
        "vision/goals/wrong.yml": f'title: x\nowner: "{EVIL}"\ndue: "{EVIL}"\n',
        "vision/goals/a\n::error::x.yml": "title: x\n",
        "kpi_data/::error::x.csv": "date,value\n",
    }
    repository = Repository(folder)
    repository.write(files)
    repository.commit(f"x\n\n{EVIL}", by=EVIL)
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_no_line_is_obeyed_but_our_own_annotations(root: Path, command: str) -> None:
    done = subprocess.run([VISION, *command.split()], cwd=root, capture_output=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    said = OURS.sub(b"", done.stdout + b"\n" + done.stderr)
    assert OBEYED.findall(said) == []
    assert b"\r" not in said
