"""Who is asked to look at a change of which file, as forges read it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

from shared_vision.model.document import Document

_NOTE = """\
# Who is asked to look at a change: written by `vision codeowners` from the owners in the records.
# Run it again when owners or partners change.
"""
_CODE = """\
# What is not in the folders below can run code: only its keepers may change it.
"""
_NO_KEEPERS = """\
# Nobody is asked about the files outside the folders below, though they can run code: name who is with
# --keepers, for example: vision codeowners --keepers your-organisation/site-keepers
"""
_IN_PATTERNS, _IN_REGULAR = frozenset("\\ #*?[]!"), frozenset("\\.+*?()|[]{}^$")


class Forge(StrEnum):
    """Where the repository is kept, as each reads the file in its own way."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


def codeowners(document: Document, forge: Forge, place: Callable[[str], str], keepers: str = "") -> str:
    """The text of CODEOWNERS.

    `place` tells where a source (`vision/vision.yml`) is in the repository; `keepers` is the account
    that is asked about everything that is no content. On Gitea each line counts that fits a file,
    elsewhere the last one.
    """
    handles = {name: f"@{partner.github}" for name, partner in document.partners.items() if partner.github}
    without = [name for name in document.partners if name not in handles]
    lines = [_NOTE]
    if without:
        lines.append(f"# No account is written in the record of: {', '.join(without)}.\n")
    everyone = tuple(handles.values())
    lines += [_CODE if keepers else _NO_KEEPERS, *_general(forge, place, everyone, keepers)]
    for path, owners in _owned(document).items():
        asked = everyone if path == "vision/vision.yml" else _handles(owners, handles)
        if asked:
            lines.append(_line(_PATTERN[forge](place(path)), asked))
    return "".join(lines)


def _general(
    forge: Forge, place: Callable[[str], str], everyone: tuple[str, ...], keepers: str
) -> Iterator[str]:
    """Who is asked where no record says more."""
    folders = ("vision", "kpi_data")
    if forge is Forge.GITEA:
        inside = "|".join(f"{_as_regular(place(folder))}/.*" for folder in folders)
        if keepers:
            yield _line(f"!({inside})", (f"@{keepers}",))
        return
    if keepers:
        yield _line("*", (f"@{keepers}",))
    if everyone:
        yield from (_line(f"{_as_pattern(place(folder))}/", everyone) for folder in folders)


def _owned(document: Document) -> Mapping[str, tuple[str, ...]]:
    """The files with the partners who answer for each; several KPIs may share a data file."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for path, owner in _pairs(document):
        found[path] |= {owner: None} if owner else {}
    return {path: tuple(owners) for path, owners in found.items()}


def _pairs(document: Document) -> Iterator[tuple[str, str | None]]:
    paths = document.paths
    yield paths.get("vision/vision", "vision/vision.yml"), None
    for partner in document.partners:
        yield paths[f"partners/{partner}"], partner
    for goal in document.goals.values():
        yield paths[f"goals/{goal.id}"], goal.owner
    for kpi in document.kpis.values():
        yield paths[f"kpis/{kpi.id}"], kpi.owner
        if not kpi.source.computed:
            yield kpi.data_path, kpi.owner
    for initiative in document.initiatives.values():
        yield paths[f"initiatives/{initiative.id}"], initiative.owner


def _handles(owners: Iterable[str], handles: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(handles[owner] for owner in owners if owner in handles)


def _line(pattern: str, owners: Iterable[str]) -> str:
    return f"{pattern} {' '.join(owners)}\n"


def _as_pattern(path: str) -> str:
    return "/" + "".join(f"\\{sign}" if sign in _IN_PATTERNS else sign for sign in path)


def _as_regular(path: str) -> str:
    """As Gitea reads it: a regular expression whose backslashes, blanks and # are escaped once more."""
    return "".join(
        rf"\\{sign}" if sign in _IN_REGULAR else f"\\{sign}" if sign in "# " else sign for sign in path
    )


_PATTERN: Mapping[Forge, Callable[[str], str]] = {
    Forge.GITHUB: _as_pattern,
    Forge.GITLAB: _as_pattern,
    Forge.GITEA: _as_regular,
}
