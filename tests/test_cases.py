"""Every file below tests/cases/ is one case: the partners' files, and all the problems they have.

`files` maps paths to texts, `bytes_base64` paths to bytes in base64; both may hold the vision
itself, which is otherwise a good one. `language` is its main one. `problems` are the whole messages,
in their order.
"""

from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared_vision.read import read

CASES = Path(__file__).parent / "cases"
VISION = {"vision/vision.yml": "title: One front door\n"}


def _sources(case: dict[str, Any]) -> dict[str, bytes]:
    texts = {**VISION, **case.get("files", {})}
    sources = {path: text.encode() for path, text in texts.items() if text is not None}
    return sources | {path: b64decode(text) for path, text in case.get("bytes_base64", {}).items()}


@pytest.mark.parametrize(
    "path", sorted(CASES.rglob("*.yml")), ids=lambda path: str(path.relative_to(CASES).with_suffix(""))
)
def test_files_have_these_problems(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(case) <= {"files", "bytes_base64", "language", "problems"}
    assert [str(problem) for problem in read(_sources(case), case.get("language", "")).problems] == case[
        "problems"
    ]
