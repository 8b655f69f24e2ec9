"""What could be seen of surveys before, told by the past of their files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
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


def shown_before(
    root: Path, states: Iterable[State], language: str, now: Mapping[str, bytes]
) -> tuple[Shown, ...]:
    """What could be seen of surveys in some states of their files, the earliest first.

    `now` are the files as they are; a survey that was like this from the first on is left out.
    """
    past = _Past(root, language, now)
    try:
        for state in states:
            past.take(state)
    except (FileNotFoundError, NotADirectoryError, GitError):
        return ()
    return past.shown


def past_problems(document: Document, today: date, *, whole: bool) -> tuple[Problem, ...]:
    """A warning for each survey whose file says something else than could be seen before, or may do so.

    `whole` tells whether git knows all of the past.
    """
    changed = build.unchanged(document, today)
    unsure = [one.id for one in document.surveys.values() if not (whole or one.sealed) and one.date <= today]
    return (
        *(_changed(document.surveys[name], since) for name, since in changed.items()),
        *(_unsure(document.surveys[name]) for name in unsure if name not in changed),
    )


def _changed(survey: Survey, since: date | None) -> Problem:
    return Problem(
        place=Place(path=survey.data_path),
        code="shown-already",
        message=(
            f"This file or its record has changed, but its results could be seen since {since}, so they stay "
            "as they were: the difference could tell what single people said."
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
            "This copy of the repository lacks its past, so it is not known whether these results could be "
            "seen before, with other answers in the file."
        ),
        remedy="Fetch all of it: fetch-depth: 0 in a workflow, or git fetch --unshallow.",
        severity=Severity.WARNING,
    )


class _Past:
    """The states of a vision's surveys, read as far as they differ."""

    def __init__(self, root: Path, language: str, now: Mapping[str, bytes]) -> None:
        self._language, self._now = language, now
        self._content = cache(lambda name: contents(root, [name]).get(name, b""))
        self._records: dict[frozenset[tuple[str, str]], Document] = {}
        self._done: set[tuple[str, ...]] = set()
        self._as_now: set[str] = set()
        self.shown: tuple[Shown, ...] = ()

    def take(self, state: State) -> None:
        """Add what could be seen first in a state."""
        wanted = {path for paths in self._new(state) for path in paths}
        if wanted:
            document = read(self._sources(state, wanted), self._language)
            self.shown += build.shown(replace(document, shown=self.shown), state.first, state.last)

    def _new(self, state: State) -> Iterator[tuple[str, str]]:
        """The record and the data of each survey that had closed by then, where they were not so before."""
        records = self._read(state)
        for survey in records.surveys.values():
            paths = (records.paths[f"surveys/{survey.id}"], survey.data_path)
            if survey.date <= state.last and self._is_new(survey, paths, state):
                yield paths

    def _read(self, state: State) -> Document:
        """The records of surveys in a state."""
        names = frozenset(item for item in state.names.items() if item[0].startswith("vision/surveys/"))
        if names not in self._records:
            self._records[names] = read(self._sources(state, {path for path, _ in names}), self._language)
        return self._records[names]

    def _is_new(self, survey: Survey, paths: tuple[str, str], state: State) -> bool:
        key = tuple(state.names.get(path, "") for path in (*paths, _RULES))
        if survey.id in self._as_now or key in self._done:
            return False
        self._done.add(key)
        if any(one.survey.id == survey.id for one in self.shown):
            return False  # what could be seen first is known
        if all(self._content(state.names.get(path, "")) == self._now.get(path) for path in paths):
            self._as_now.add(survey.id)  # it is read anyway
            return False
        return True

    def _sources(self, state: State, paths: set[str]) -> dict[str, bytes]:
        """Some files of a state, with the partners and the rules of then."""
        return {
            path: self._content(name)
            for path, name in state.names.items()
            if path in paths or path == _RULES or path.startswith("vision/partners/")
        }
