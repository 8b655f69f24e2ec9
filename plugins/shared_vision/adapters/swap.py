"""New contents in the place of several files: of all of them, or of none."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

Contents = Sequence[tuple[Path, bytes]]


def swap(contents: Contents) -> None:
    """Put each content in the place of its file, in this order; nobody ever finds half a file.

    Raises:
        OSError: one cannot be written; then every file is as it was.
    """
    before = [(path, path.read_bytes()) for path, _ in contents]
    beside: list[Path] = []
    try:
        for path, content in contents:
            beside.append(_beside(path, content))
        _replace(beside, before)
    finally:
        for file in beside:
            file.unlink(missing_ok=True)


def _replace(beside: Sequence[Path], before: Contents) -> None:
    for number, (path, _) in enumerate(before):
        try:
            beside[number].replace(path)
        except OSError:
            for other, content in before[:number]:
                _beside(other, content).replace(other)
            raise


def _beside(path: Path, content: bytes) -> Path:
    """A hidden file in the same folder with the content, as readable as the other one."""
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".new", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            shutil.copymode(path, beside)
        except OSError:
            beside.unlink()
            raise
    return beside
