"""Which file below vision/ holds which record."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from shared_vision.load.quote import quote
from shared_vision.model.fields import KINDS
from shared_vision.model.nearest import did_you_mean, nearest
from shared_vision.model.problem import Place, Problem

_ROOT = "vision"
_SUFFIXES = (".yml", ".yaml")
_LONGEST_PATH = 200
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_TAKEN = re.compile(r"index|con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""The list page of a kind has the name `index`; Windows cannot keep a file with one of the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """A file that holds, or should hold, a record.

    `problem` is what is wrong with its name; then `id` is what it should be called.
    """

    kind: str
    id: str
    path: str
    problem: Problem | None = None


def find_records(paths: Iterable[str]) -> tuple[tuple[RecordFile, ...], tuple[Problem, ...]]:
    """The record files among the paths, and a problem for each file that nobody expects there."""
    below = ((path, path.split("/")[1:]) for path in sorted(paths) if path.startswith(f"{_ROOT}/"))
    found = [_file(path, parts) for path, parts in below if not _is_aside(parts)]
    files = [file for file in found if isinstance(file, RecordFile)]
    return tuple(_unlike(files)), tuple(problem for problem in found if isinstance(problem, Problem))


def slug(text: str) -> str:
    """A text as an id: lower-case letters, digits and dashes; empty where it has none of them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-")


def _is_aside(parts: list[str]) -> bool:
    return parts[-1].lower() == "readme.md" or any(part.startswith(".") for part in parts)


def _file(path: str, parts: list[str]) -> RecordFile | Problem:
    stem, suffix = _split(parts[-1])
    is_record = suffix in _SUFFIXES
    if len(parts) == 1 and is_record and stem.lower() == "vision":
        return RecordFile(kind="vision", id="vision", path=path, problem=_renamed(path, "vision"))
    if parts[0] not in KINDS or len(parts) != 2:
        return _misplaced(path, parts)
    if not is_record:
        return _not_a_record(path)
    return RecordFile(kind=parts[0], id=_good_id(stem), path=path, problem=_bad_name(path, stem))


def _split(name: str) -> tuple[str, str]:
    """A file's name without its suffix, then the suffix in lower case."""
    stem, dot, suffix = name.rpartition(".")
    return (stem, dot + suffix.lower()) if stem else (name, "")


def _good_id(stem: str) -> str:
    name = stem if _ID.fullmatch(stem) else slug(stem) or "unnamed"
    return f"{name}-1" if _TAKEN.fullmatch(name) else name


def _bad_name(path: str, stem: str) -> Problem | None:
    if not _ID.fullmatch(stem):
        return _bad_id(path, stem)
    if _TAKEN.fullmatch(stem):
        return Problem(
            place=Place(path=path),
            code="bad-id",
            message=f"The name {stem} is taken: no record can have it.",
            remedy=f"Give the file another name, e.g. {_good_id(stem)}.yml.",
        )
    return _renamed(path, stem)


def _bad_id(path: str, stem: str) -> Problem:
    better = slug(stem)
    return Problem(
        place=Place(path=path),
        code="bad-id",
        message=f"{quote(stem)} cannot be an id: ids are up to 64 lower-case letters, digits and dashes.",
        remedy=f"Rename the file to {better}.yml."
        if better
        else "Rename the file, e.g. fewer-complaints.yml.",
    )


def _renamed(path: str, stem: str) -> Problem | None:
    if path.endswith(f"/{stem}.yml"):
        return None
    return Problem(
        place=Place(path=path),
        code="wrong-suffix",
        message="Records are files that end in .yml.",
        remedy=f"Rename the file to {stem}.yml.",
    )


def _unlike(files: list[RecordFile]) -> Iterator[RecordFile]:
    """The files, those marked whose id is another's but for upper and lower case, or for the suffix."""
    seen: dict[tuple[str, str], str] = {}
    for file in sorted(files, key=lambda file: (file.problem is not None, file.path)):
        stem = _split(file.path.rpartition("/")[2])[0].casefold()
        first = seen.setdefault((file.kind, stem), file.path)
        yield file if first == file.path else replace(file, problem=_same_id(file.path, first))


def _same_id(path: str, first: str) -> Problem:
    files = " and ".join(quote(one, _LONGEST_PATH) for one in (path, first))
    return Problem(
        place=Place(path=path),
        code="same-id",
        message=f"The files {files} would have the same id.",
        remedy="Rename or delete one of them.",
    )


def _not_a_record(path: str) -> Problem:
    return Problem(
        place=Place(path=path),
        code="unknown-file",
        message="Only records, files that end in .yml, lie in this folder.",
        remedy="Move it out of vision/, or rename it if it is a record.",
    )


def _misplaced(path: str, parts: list[str]) -> RecordFile | Problem:
    """A file in the wrong place; as a record of the kind that was meant, where that is clear."""
    stem, suffix = _split(parts[-1])
    kind = parts[0] if len(parts) == 1 else nearest(parts[0], KINDS)
    problem = _wrong_place(path, parts, kind)
    if kind not in KINDS or suffix not in _SUFFIXES:
        return problem
    return RecordFile(kind=kind, id=_good_id(stem), path=path, problem=problem)


def _wrong_place(path: str, parts: list[str], kind: str) -> Problem:
    folders = f"{', '.join(KINDS[:-1])} and {KINDS[-1]}"
    if len(parts) == 1:
        code, message = "unknown-file", f"Right in {_ROOT}/ only vision.yml is read."
        remedy = did_you_mean(
            parts[0], ["vision.yml"], f"Move the file to its folder; in {_ROOT}/ there are {folders}."
        )
    elif kind == parts[0]:
        code, message = "unknown-folder", f"Records lie right in {_ROOT}/{kind}/, not in folders below it."
        remedy = f"Move the file to {_ROOT}/{kind}/{quote(parts[-1])[1:-1]}."
    else:
        code, message = "unknown-folder", f"There is no kind of record for the folder {quote(parts[0])}."
        remedy = f"Did you mean {_ROOT}/{kind}/?" if kind else f"The folders in {_ROOT}/ are {folders}."
    return Problem(place=Place(path=path), code=code, message=message, remedy=remedy)
