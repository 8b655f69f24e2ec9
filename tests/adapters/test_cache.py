import os
import pickle
import re
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from shared_vision.adapters.cache import kept
from shared_vision.model.changes import ChangeKind, FieldChange, RecordChange
from shared_vision.model.series import Point


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


def spoilt(name: str, content: bytes, other: bytes) -> bytes:
    """What an entry may have become."""
    return {
        "empty": b"",
        "truncated": content[:-3],
        "one bit": content[:-1] + bytes([content[-1] ^ 1]),
        "swapped with another": other,
        "without its digest": content[32:],
        "not ours at all": b"\x80\x05K\x01.",
    }[name]


@pytest.mark.parametrize(
    "name",
    ["empty", "truncated", "one bit", "swapped with another", "without its digest", "not ours at all"],
)
def test_an_entry_that_is_not_the_one_asked_for_is_worked_out_again(folder: Path, name: str) -> None:
    asked("other", results=["other"])
    (other,) = folder.glob("*.pickle")
    asked("a", results=["first"])
    (file,) = set(folder.glob("*.pickle")) - {other}
    whole = file.read_bytes()
    file.write_bytes(spoilt(name, whole, other.read_bytes()))
    assert asked("a", results=["first"]) == "first"
    assert file.read_bytes() == whole
    assert asked("a", results=[]) == "first"


class Evil:
    """What runs a command where it is unpickled."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.mkdir, (str(self.trace),)


@pytest.mark.parametrize("what", [Evil, lambda _: re.compile("x"), lambda _: Path()])
def test_an_entry_runs_nothing(folder: Path, tmp_path: Path, what: Callable[[Path], object]) -> None:
    trace = tmp_path / "trace"
    asked("a", results=["first"])
    (file,) = folder.glob("*.pickle")
    pickled = pickle.dumps(what(trace))
    file.write_bytes(sha256(file.stem.encode() + pickled).digest() + pickled)
    assert asked("a", results=["second"]) == "second"
    assert not trace.exists()


def test_an_entry_of_another_user_is_not_believed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked("a", results=["first"])
    monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    assert asked("a", results=["second"]) == "second"
    assert list(folder.glob("*.pickle"))


def test_a_history_is_read_as_it_was_kept(folder: Path) -> None:
    point = Point(start=date(2026, 5, 1), end=date(2026, 5, 31), value=1.5, line=2)
    change = FieldChange(field="target", before=point, after=("x", 1, None))
    record = RecordChange(kind=ChangeKind.CHANGED, ref="kpis/x", title="X", fields=(change,))
    assert kept(("h",), RecordChange, lambda: record) == record
    assert kept(("h",), RecordChange, lambda: pytest.fail("It was kept.")) == record
    assert folder.is_dir()


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
