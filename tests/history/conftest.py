"""A repository for each test."""

import shutil
from pathlib import Path

import pytest

from small_repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    if not shutil.which("git"):
        pytest.skip("git is not here")
    return Repository(tmp_path)
