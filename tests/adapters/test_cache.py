from pathlib import Path

import pytest

from shared_vision.adapters.cache import kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "shared-vision"


def asked(*what: object, results: list[str]) -> str:
    """What is kept, or else the next of some results."""
    return kept(what, str, lambda: results.pop(0))


def test_a_result_is_worked_out_once(folder: Path) -> None:
    results = ["first", "second"]
    assert [asked("a", results=results) for _ in range(3)] == ["first", "first", "first"]
    assert asked("b", results=results) == "second"
    assert len(list(folder.glob("*.pickle"))) == 2


@pytest.mark.parametrize(
    "content", [b"", b"\x80\x05torn", b"\x80\x05K\x01."], ids=["empty", "torn", "of another kind"]
)
def test_a_file_that_is_no_result_is_replaced(folder: Path, content: bytes) -> None:
    asked("a", results=["first"])
    (file,) = folder.glob("*.pickle")
    file.write_bytes(content)
    results = ["second"]
    assert asked("a", results=results) == "second"
    assert asked("a", results=results) == "second"


def test_a_folder_that_cannot_be_written_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert asked("a", results=["first"]) == "first"


def test_old_results_go(folder: Path) -> None:
    for number in range(25):
        asked(number, results=["x"])
    assert len(list(folder.iterdir())) == 20
