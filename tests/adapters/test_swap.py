"""Several files changed together."""

from pathlib import Path

import pytest

from shared_vision.adapters.swap import swap


def _two(folder: Path) -> tuple[Path, Path]:
    first, second = folder / "first", folder / "second"
    first.write_bytes(b"1")
    second.write_bytes(b"2")
    return first, second


def test_all_are_changed_and_stay_as_readable_as_they_were(tmp_path: Path) -> None:
    first, second = _two(tmp_path)
    second.chmod(0o640)
    swap([(first, b"a"), (second, b"b")])
    assert (first.read_bytes(), second.read_bytes()) == (b"a", b"b")
    assert second.stat().st_mode & 0o777 == 0o640
    assert sorted(tmp_path.iterdir()) == [first, second]


def test_none_is_changed_where_one_is_not_there(tmp_path: Path) -> None:
    first, _ = _two(tmp_path)
    with pytest.raises(FileNotFoundError):
        swap([(first, b"a"), (tmp_path / "gone", b"b")])
    assert first.read_bytes() == b"1"
