"""What is installed is what pyproject.toml says, by hash; what is imported is what it says, too."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", re.MULTILINE)
DEPTRY = shutil.which("deptry", path=str(Path(sys.executable).parent))


def test_each_library_is_locked_by_version_and_hash() -> None:
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) > 40
    for entry in entries:
        assert PINNED.match(entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]


def test_the_lock_names_no_index_and_nothing_by_address() -> None:
    assert not re.search(r"index-url|https?://|git\+|file:|@ ", re.sub(r"#.*", "", LOCK))


def test_only_the_lock_is_installed() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in (line for line in makefile.splitlines() if "pip install" in line):
        assert "--require-hashes" in line or "--no-deps --no-build-isolation -e ." in line


@pytest.mark.skipif(not DEPTRY, reason="deptry is not installed")
def test_every_import_is_declared_and_everything_declared_is_imported() -> None:
    done = subprocess.run([str(DEPTRY), "."], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
