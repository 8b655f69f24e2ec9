"""What could be seen of surveys before, told by the past of their files."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

from shared_vision import build
from shared_vision.adapters.git.command import GitError, contents
from shared_vision.adapters.git.states import State
from shared_vision.model.document import Document
from shared_vision.model.problem import Place, Problem, Severity
from shared_vision.model.records import Survey
from shared_vision.model.shown import Shown
from shared_vision.read import read

_RULES = "vision/vision.yml"
_ELSEWHERE = b"version https://git-lfs"
"""How a file begins whose content git keeps in another place."""


def shown_before(root: Path, states: Iterable[State], language: str) -> tuple[tuple[Shown, ...], bool]:
    """What could be seen first of surveys in some states of their files, and whether git told all of it."""
    past = _Past(root, language)
    try:
        for state in states:
            past.take(state)
    except (FileNotFoundError, NotADirectoryError, GitError):
        return past.shown, False
    return past.shown, past.whole


def past_problems(document: Document, today: date, *, whole: bool) -> tuple[Problem, ...]:
    """A warning for each survey whose file says something else than could be seen before, or may do so.

    `whole` tells whether git knows all of the past.
    """
    changed = build.unchanged(document, today)
    unsure = [one.id for one in document.surveys.values() if not (whole or one.sealed) and one.date <= today]
    return (
        *(
            _changed(document.surveys[name], since, gone=bool(build.withheld(document, name, today)))
            for name, since in changed.items()
        ),
        *(_unsure(document.surveys[name]) for name in unsure if name not in changed),
    )


def _changed(survey: Survey, since: date | None, *, gone: bool) -> Problem:
    """The warning; `gone` tells that of what could be seen nothing fits the record any more."""
    what = "nothing of it is shown" if gone else "they stay as they were"
    return Problem(
        place=Place(path=survey.data_path),
        code="shown-already",
        message=(
            f"This file or its record has changed, but its results could be seen since {since}, so {what}: "
            "the difference could tell what single people said."
        ),
        remedy=(
            "Bring both back as they were. What came later, or is of other people, needs a record and a file "
            "of its own, with other names."
        ),
        severity=Severity.WARNING,
    )


def _unsure(survey: Survey) -> Problem:
    return Problem(
        place=Place(path=survey.data_path),
        code="past-unknown",
        message=(
            "git cannot tell all of the past here, so it is not known whether these results could be seen "
            "before, with other answers in the file."
        ),
        remedy="Use a whole clone that is yours: fetch-depth: 0 in a workflow, or git fetch --unshallow.",
        severity=Severity.WARNING,
    )


class _Past:
    """The states of a vision's surveys, read as far as they differ."""

    def __init__(self, root: Path, language: str) -> None:
        self._root, self._language = root, language
        self._contents: dict[str, bytes] = {}
        self._records: dict[frozenset[tuple[str, str]], Document] = {}
        self._done: set[tuple[str, ...]] = set()
        self.shown: tuple[Shown, ...] = ()
        self.whole = True

    def take(self, state: State) -> None:
        """Add what could be seen first in a state."""
        records = self._read(state)
        told = {
            survey.id: (records.paths[f"surveys/{survey.id}"], survey.data_path)
            for survey in records.surveys.values()
            if survey.date <= state.last
        }
        new = [name for name, paths in told.items() if self._is_new(name, paths, state)]
        if new:  # with the others, as each is seen beside them
            document = read(self._sources(state, set(chain(*told.values()))), self._language)
            self.shown += build.shown(replace(document, shown=self.shown), state.first, state.last)

    def _read(self, state: State) -> Document:
        """The records of surveys in a state."""
        names = frozenset(item for item in state.names.items() if item[0].startswith("vision/surveys/"))
        if names not in self._records:
            self._records[names] = read(self._sources(state, {path for path, _ in names}), self._language)
        return self._records[names]

    def _is_new(self, name: str, paths: tuple[str, str], state: State) -> bool:
        """Whether what could be seen first of a survey is not known yet, and may be so by its files."""
        key = tuple(state.names.get(path, "") for path in (*paths, _RULES))
        known = key in self._done or any(one.survey.id == name for one in self.shown)
        self._done.add(key)
        return not known

    def _sources(self, state: State, paths: set[str]) -> dict[str, bytes]:
        """Some files of a state, with the partners and the rules of then."""
        names = {
            path: name
            for path, name in state.names.items()
            if path in paths or path == _RULES or path.startswith("vision/partners/")
        }
        unread = set(names.values()) - self._contents.keys()
        if unread:
            self._contents |= contents(self._root, unread)
        found = {path: self._contents[name] for path, name in names.items() if name in self._contents}
        if len(found) < len(names) or any(one.startswith(_ELSEWHERE) for one in found.values()):
            self.whole = False
        return found
