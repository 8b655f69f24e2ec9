"""A vision's repository: where its folders are, what its mkdocs.yml decides."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from shared_vision.adapters.bounds import READING, Limits, at_most
from shared_vision.adapters.cache import kept
from shared_vision.adapters.clock import today
from shared_vision.adapters.disk import DiskSources
from shared_vision.adapters.git.command import GitError
from shared_vision.adapters.git.log import find_gap, read_log
from shared_vision.adapters.git.states import states
from shared_vision.adapters.git.tree import (
    commit_day,
    commit_named,
    commits_since,
    sources_at,
    where_they_part,
)
from shared_vision.adapters.languages import site_languages
from shared_vision.adapters.origin import origin_of
from shared_vision.adapters.shown import past_problems, shown_before
from shared_vision.model.catalogue import SOURCE
from shared_vision.model.changes import History
from shared_vision.model.dates import parse_day
from shared_vision.model.document import Document
from shared_vision.model.log import Gap
from shared_vision.model.problem import Problem
from shared_vision.model.settings import Origin, Settings
from shared_vision.model.shown import Shown
from shared_vision.read import read
from shared_vision.recall import recall

T = TypeVar("T")
CONFIG = "mkdocs.yml"
PLUGIN = "shared-vision"


class ProjectError(Exception):
    """Whoever runs the program asked for something that cannot be; the text says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Where a vision is, and how whoever runs it wants it read: from `commit`, or else from the disk."""

    root: Path
    vision_dir: str = "vision"
    data_dir: str = "kpi_data"
    as_of: date | None = None
    repo: str = ""
    commit: str = ""
    languages: tuple[str, ...] = (SOURCE,)
    site_url: str = ""
    directory_urls: bool = True
    limits: Limits = READING
    site_dirs: tuple[str, ...] = ()
    """The folders that MkDocs itself reads: hand-written pages, and what overrides the theme."""

    @classmethod
    def find(cls, start: Path) -> "Project":
        """The project whose folder or sub-folder `start` is.

        Raises:
            ProjectError: there is no vision here, or its mkdocs.yml cannot be read.
        """
        for folder in (start, *start.parents):
            if (folder / CONFIG).is_file():
                return cls.of(folder, _options(folder / CONFIG))
            if (folder / "vision").is_dir():
                return cls(root=folder)
        raise ProjectError(f"There is no vision in {start}: neither mkdocs.yml nor a folder vision/.")

    @classmethod
    def of(cls, root: Path, options: Mapping[str, Any]) -> "Project":
        """The project in `root` with the plugin's options, and the theme's language as `theme_language`.

        Raises:
            ProjectError: `as_of` is no day, a language is none, or a folder lies outside the project.
        """
        defaults = cls(root=root)
        try:
            languages = site_languages(options.get("languages"), options.get("theme_language"))
        except ValueError as error:
            raise ProjectError(str(error)) from error
        return cls(
            root=root,
            vision_dir=_folder(options.get("vision_dir") or defaults.vision_dir),
            data_dir=_folder(options.get("data_dir") or defaults.data_dir),
            as_of=as_day(options.get("as_of")),
            repo=_folder(options["repo"]) if options.get("repo") else "",
            languages=languages,
            site_url=str(options.get("site_url") or ""),
            limits=_limits(options),
            directory_urls=options.get("use_directory_urls", True) is not False,
            site_dirs=tuple(str(options[key]) for key in ("docs_dir", "custom_dir") if options.get(key)),
        )

    def settings(self, language: str) -> Settings:
        """How what is written outside the site tells of it: in a language, with the site's address."""
        main = self.languages[0]
        url = f"{self.site_url.rstrip('/')}/" if self.site_url else ""
        below = language in self.languages and language != main
        return Settings(
            vision_dir=self.vision_dir,
            data_dir=self.data_dir,
            site_url=f"{url}{language}/" if url and below else url,
            directory_urls=self.directory_urls,
            language=language,
            main=main,
        )

    def read(self) -> Document:
        """The vision as understood, with every problem placed in the files as they are named on disk.

        Raises:
            ProjectError: it is to be read from a commit, and git cannot.
        """
        with at_most(self.limits):
            if self.commit:
                return self._understood(self._at_commit(), ())
            sources = self.sources()
            return self._understood(sources, (*sources.problems, *self.strays()))

    def at(self, revision: str) -> "Project":
        """The same project as it was at a revision, or at the end of a day.

        Raises:
            ProjectError: git knows of none.
        """
        return replace(self, commit=self._asked(lambda: commit_named(self.repository, revision), revision))

    @property
    def own(self) -> "Project":
        """The project with the repository it lies in, whichever its past is told from."""
        return replace(self, repo="")

    def where_it_left(self, revision: str) -> "Project":
        """The same project as it was where the work here left another line of work.

        Raises:
            ProjectError: git knows of no such line.
        """
        there = self.at(revision).commit
        return replace(self, commit=where_they_part(self.repository, there, "HEAD"))

    def committed(self) -> date:
        """The day of the commit that the project is read from.

        Raises:
            ProjectError: git does not know it.
        """
        return self._asked(lambda: commit_day(self.repository, self.commit), self.commit)

    def since(self) -> frozenset[str]:
        """The commits after the one that the project is read from.

        Raises:
            ProjectError: git does not know it.
        """
        return self._asked(lambda: commits_since(self.repository, self.commit), self.commit)

    def as_it_was(self, day: date) -> "Project":
        """The same project as its last commit by the end of a day left it; itself where that is the newest.

        Raises:
            ProjectError: git knows of none.
        """
        past = self.at(day.isoformat())
        return self if past.commit == self.at("HEAD").commit else past

    def _at_commit(self) -> Mapping[str, bytes]:
        return self._asked(lambda: sources_at(self.repository, self.folders, self.commit), self.commit)

    def _asked(self, ask: Callable[[], T], what: str) -> T:
        if not self.repository.is_dir():
            raise ProjectError(f"There is no folder {self.repo}: correct repo in {CONFIG}, or leave it out.")
        try:
            return ask()
        except FileNotFoundError as error:
            raise ProjectError("This needs the program git, which is not here.") from error
        except (GitError, OSError) as error:
            raise ProjectError(f"git knows no version of this vision for {what!r}.") from error

    def _understood(self, sources: Mapping[str, bytes], problems: tuple[Problem, ...]) -> Document:
        document = read(sources, self.languages[0])
        if document.surveys:
            shown, whole = self._shown()
            document = replace(document, shown=shown)
            problems = (*problems, *past_problems(document, today(self.as_of), whole=whole))
        problems = tuple(sorted((*problems, *document.problems), key=lambda problem: problem.order))
        return replace(
            document,
            problems=tuple(map(self._on_disk, problems)),
            broken=tuple(
                replace(record, problems=tuple(map(self._on_disk, record.problems)))
                for record in document.broken
            ),
        )

    def _shown(self) -> tuple[tuple[Shown, ...], bool]:
        """What could be seen of surveys before, and whether git knows all of it."""
        gap = find_gap(self.repository)
        if gap and gap is not Gap.SHALLOW:
            return (), gap in {Gap.NO_REPOSITORY, Gap.NO_COMMIT} and self.repository.is_dir()
        past = states(self.repository, self.folders, self.commit or "HEAD", today(self.as_of))
        shown, whole = shown_before(self.repository, past, self.languages[0])
        return shown, whole and gap is None

    @property
    def folders(self) -> Mapping[str, str]:
        """Where the folders of a vision are, relative to the root, and in the repository."""
        return {"vision": self.vision_dir, "kpi_data": self.data_dir}

    @property
    def repository(self) -> Path:
        """The folder whose git repository knows the vision's past."""
        return self.root / self.repo

    def recall(self, document: Document, until: date | None = None) -> History:
        """What git knows of how the vision came about, up to a day; worked out once for each commit."""
        where, language = self.repository, self.languages[0]
        if (gap := find_gap(where)) and gap is not Gap.SHALLOW:
            return History(gap=gap)
        domains = sorted((partner.id, partner.domains) for partner in document.partners.values())
        what = (self.at("HEAD").commit, gap, self.folders, until, language, domains)
        return kept(what, History, lambda: recall(read_log(where, self.folders, until), document, language))

    def origin(self) -> Origin:
        """The commit of the repository that the project lies in, or of the one it is read from."""
        paths = (self.vision_dir, self.data_dir, CONFIG, *self.site_dirs)
        return origin_of(self.root, paths, "" if self.repo else self.commit)

    def sources(self) -> DiskSources:
        """The partners' files, by the path that each has in a vision."""
        return DiskSources({name: self.root / folder for name, folder in self.folders.items()})

    def strays(self) -> tuple[Problem, ...]:
        """A problem for each file that MkDocs would follow out of the site's sources, or could not name."""
        folders = {
            Path(os.path.relpath(self.root / one, self.root)).as_posix(): one for one in self.site_dirs
        }
        found = DiskSources({name: self.root / one for name, one in folders.items()})
        return (*found.problems, *found.unnameable)

    def path_on_disk(self, path: str) -> str:
        """The path of a source relative to the root: vision/x.yml is elsewhere where vision_dir says so."""
        folder, _, rest = path.partition("/")
        named = self.folders.get(folder, folder)
        return f"{named}/{rest}" if rest else named

    def _on_disk(self, problem: Problem) -> Problem:
        return replace(problem, place=replace(problem.place, path=self.path_on_disk(problem.place.path)))


def as_day(value: object) -> date | None:
    """The day an option names: a date, ISO text, or nothing.

    Raises:
        ProjectError: it is neither.
    """
    if value is None or (isinstance(value, date) and type(value) is date):
        return value
    if isinstance(value, str) and (day := parse_day(value)):
        return day
    raise ProjectError(f"as-of must be a day such as 2026-11-23, not {value!r}.")


def _limits(options: Mapping[str, Any]) -> Limits:
    """What reading may cost: what mkdocs.yml allows, else what is enough for most.

    Raises:
        ProjectError: it is no number above 0.
    """
    seconds = options.get("most_seconds") or READING.seconds
    megabytes = options.get("most_megabytes") or READING.megabytes
    for one in (seconds, megabytes):
        if type(one) is not int or one < 1:
            raise ProjectError(f"most_seconds and most_megabytes must be whole numbers above 0, not {one!r}.")
    return replace(READING, seconds=seconds, megabytes=megabytes)


def _folder(name: object) -> str:
    parts = Path(str(name)).parts
    if not parts or Path(str(name)).is_absolute() or ".." in parts:
        raise ProjectError(f"vision_dir, data_dir and repo must be folders inside the project, not {name!r}.")
    return "/".join(parts)


def _options(config: Path) -> Mapping[str, Any]:
    try:
        with config.open("rb") as file:
            loaded = yaml_load(file)
    except (ConfigurationError, OSError, ValueError) as error:
        raise ProjectError(f"{config.name} cannot be read: {error}") from error
    plugins = loaded.get("plugins") if isinstance(loaded, dict) else None
    theme = loaded.get("theme") if isinstance(loaded, dict) else None
    around: dict[str, Any] = {"docs_dir": "docs"}
    if isinstance(theme, dict):
        around |= {"theme_language": theme.get("language"), "custom_dir": theme.get("custom_dir")}
    if isinstance(loaded, dict):
        around |= {
            key: loaded.get(key) for key in ("site_url", "use_directory_urls", "docs_dir") if key in loaded
        }
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get(PLUGIN), dict):
            return {**around, **entry[PLUGIN]}
    return around
