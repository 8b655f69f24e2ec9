"""What was worked out before, kept in the user's own folder: nothing a proposal brings can lie there."""

import os
import pickle
import tempfile
from collections.abc import Callable
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
_NAME = "shared-vision"
_MOST = 20
"""So many results are kept; the oldest go first."""


def kept(what: tuple[object, ...], kind: type[T], work: Callable[[], T]) -> T:
    """What `work` gives, or gave before for the same `what` with the same program.

    A result that cannot be read or written is worked out again, and nothing is said of it.
    """
    path = _folder() / f"{sha256(repr((*what, _program())).encode()).hexdigest()}.pickle"
    found = _read(path)
    if isinstance(found, kind):
        return found
    result = work()
    _write(path, result)
    return result


def _folder() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 (as it is where there is no home)
    return Path(home) / _NAME


def _program() -> str:
    """Which program works things out: other files give other results."""
    package = Path(str(files("shared_vision")))
    seen = (
        (path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(package.rglob("*.py"))
    )
    return sha256(repr(tuple(seen)).encode()).hexdigest()


def _read(path: Path) -> object:
    try:
        content = path.read_bytes()
        # the folder is the user's own, as are the programs that the user runs
        return pickle.loads(content)  # noqa: S301
    except Exception:  # noqa: BLE001 (a torn or foreign file may raise anything)
        return None


def _write(path: Path, result: object) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # in one go, as others may read or write at the same time
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL))
        Path(file.name).replace(path)
        _forget(path.parent)
    except OSError:
        return


def _forget(folder: Path) -> None:
    found = sorted(folder.glob("*.pickle"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in found[_MOST:]:
        path.unlink(missing_ok=True)
