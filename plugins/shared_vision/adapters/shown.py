"""What could be seen of surveys before, told by the past of their files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from shared_vision import build
from shared_vision.adapters.git.command import GitError, contents
from shared_vision.adapters.git.states import State
from shared_vision.model.document import Document
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
        first = not any(one.survey.id == survey.id for one in self.shown)
        if first and all(self._content(state.names.get(path, "")) == self._now.get(path) for path in paths):
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
