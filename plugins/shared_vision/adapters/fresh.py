"""A folder that is replaced as a whole: whoever reads it has the old one or the new one, never a mix."""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows: there, what a killed run leaves behind stays
    fcntl = None  # type: ignore[assignment]

_CURRENT_FOLDER = -100
_EXCHANGE = 2
"""AT_FDCWD and RENAME_EXCHANGE, as Linux calls them in renameat2(2)."""
_TRIES = 5


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """A new folder beside the target, to be filled; in the end it takes the target's place at one stroke.

    Where what fills it fails, the target stays as it was; hidden files in it, such as .git, are kept. What an
    earlier run left behind when it was killed is taken away. Several at once each have a folder of their own;
    the last one stays.

    Raises:
        OSError: the folder cannot be made, or cannot take the target's place.
    """
    place = target.resolve()
    if place.exists() and not place.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))
    place.parent.mkdir(parents=True, exist_ok=True)
    _sweep(place)
    fresh, held = _made(place)
    try:
        fresh.chmod(0o777 & ~_umask())
        yield fresh
        _take_place(fresh, place)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if held is not None:
            os.close(held)


def _take_place(fresh: Path, place: Path) -> None:
    if not _is_first(fresh, place):
        _keep_hidden(place, fresh)
        if not _exchanged(fresh, place):
            _by_two_renames(fresh, place)


def _is_first(fresh: Path, place: Path) -> bool:
    """Whether nothing was there, so that the folder is in place now."""
    try:
        if not place.is_dir():
            fresh.rename(place)
            return True
    except OSError:
        if not place.is_dir():  # else another run was faster
            raise
    return False


def _prefix(place: Path) -> str:
    return f".{place.name}.building-"


def _made(place: Path) -> tuple[Path, int | None]:
    """A new folder that is held as ours; another run may sweep it away before it is held, so try again."""
    for _ in range(_TRIES):
        fresh = Path(tempfile.mkdtemp(prefix=_prefix(place), dir=place.parent))
        try:
            return fresh, _hold(fresh)
        except OSError:
            shutil.rmtree(fresh, ignore_errors=True)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(place))


def _sweep(place: Path) -> None:
    """Take away the folders of runs that are no more: nobody holds them."""
    for left in place.parent.glob(f"{_prefix(place)}*"):
        try:
            held = _hold(left)
        except OSError:
            continue
        if held is not None:
            shutil.rmtree(left, ignore_errors=True)
            os.close(held)


def _hold(folder: Path) -> int | None:
    """A handle that keeps the folder ours for as long as the process lives; None where there are none.

    Raises:
        OSError: somebody else holds it.
    """
    if fcntl is None:
        return None
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle


def _keep_hidden(old: Path, new: Path) -> None:
    """Copy the hidden files on top that the new folder has not, as MkDocs keeps them, too."""
    for entry in old.iterdir():
        there = new / entry.name
        if not entry.name.startswith(".") or there.exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, there, symlinks=True)
        else:
            shutil.copy2(entry, there, follow_symlinks=False)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places at one stroke; False where this system cannot."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    failed = renameat2(_CURRENT_FOLDER, os.fsencode(one), _CURRENT_FOLDER, os.fsencode(other), _EXCHANGE)
    if failed and ctypes.get_errno() not in {errno.ENOSYS, errno.EINVAL}:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
    return not failed


def _by_two_renames(fresh: Path, place: Path) -> None:
    """The same in two steps; between them nothing is there."""
    old = Path(tempfile.mkdtemp(prefix=_prefix(place), dir=place.parent)) / "old"
    try:
        place.rename(old)
        try:
            fresh.rename(place)
        except OSError:
            old.rename(place)
            raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)


def _umask() -> int:
    """What new files are not allowed, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
