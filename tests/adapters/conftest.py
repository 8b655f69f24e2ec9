from collections.abc import Mapping
from pathlib import Path

import pytest

from small_vision import SMALL, Written


@pytest.fixture
def write_vision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Written:
    """Write the small vision with some files changed, and go there."""

    def write(changes: Mapping[str, str]) -> Path:
        for path, text in {**SMALL, **changes}.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
        monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
        return tmp_path

    return write
