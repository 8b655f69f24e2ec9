"""What was worked out before, kept in the user's own folder: nothing a proposal brings can lie there.

An entry is believed only where it is whole, was kept for what is asked for, and belongs to the user;
in it there can be our own records of what was found, and nothing that runs.
"""

import io
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
_DIGEST = sha256().digest_size
_MOST = 20
"""So many results are kept; the oldest go first."""


def kept(what: tuple[object, ...], kind: type[T], work: Callable[[], T]) -> T:
    """What `work` gives, or gave before for the same `what` with the same program.

    A result that cannot be read or written is worked out again, and nothing is said of it.
    """
    key = sha256(repr((*what, _program())).encode()).hexdigest()
    path = _folder() / f"{key}.pickle"
    found = _read(path, key)
    if isinstance(found, kind):
        return found
    result = work()
    _write(path, key, result)
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


class _Ours(pickle.Unpickler):
    """Makes records of ours and days, whatever else an entry asks for."""

    def find_class(self, module: str, name: str) -> object:
        found = None if "." in name else super().find_class(module, name)
        ours = module.startswith("shared_vision.model.") or (module, name) == ("datetime", "date")
        if not (ours and isinstance(found, type) and found.__module__ == module):
            raise pickle.UnpicklingError(f"{module}.{name} is none of ours.")
        return found


def _read(path: Path, key: str) -> object:
    try:
        if hasattr(os, "geteuid") and path.lstat().st_uid != os.geteuid():
            return None
        content = path.read_bytes()
        stated, pickled = content[:_DIGEST], content[_DIGEST:]
        return _Ours(io.BytesIO(pickled)).load() if stated == _digest(key, pickled) else None
    except Exception:  # noqa: BLE001 (a torn or foreign file may raise anything)
        return None


def _digest(key: str, pickled: bytes) -> bytes:
    """What an entry begins with: it tells an entry that is torn, or was kept for something else."""
    return sha256(key.encode() + pickled).digest()


def _write(path: Path, key: str, result: object) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        pickled = pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL)
        # in one go, as others may read or write at the same time
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(_digest(key, pickled) + pickled)
        Path(file.name).replace(path)
        _forget(path.parent)
    except OSError:
        return


def _forget(folder: Path) -> None:
    found = sorted(folder.glob("*.pickle"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in found[_MOST:]:
        path.unlink(missing_ok=True)
