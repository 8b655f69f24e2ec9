"""A vision's repository: where its folders are, what its mkdocs.yml decides."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from shared_vision.adapters.disk import DiskSources
from shared_vision.adapters.languages import site_languages
from shared_vision.model.catalogue import SOURCE
from shared_vision.model.dates import parse_day
from shared_vision.model.document import Document
from shared_vision.model.problem import Problem
from shared_vision.read import read

CONFIG = "mkdocs.yml"
PLUGIN = "shared-vision"


class ProjectError(Exception):
    """Whoever runs the program asked for something that cannot be; the text says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Where a vision is, and how whoever runs it wants it read."""

    root: Path
    vision_dir: str = "vision"
    data_dir: str = "kpi_data"
    as_of: date | None = None
    languages: tuple[str, ...] = (SOURCE,)

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
            languages=languages,
        )

    def read(self) -> Document:
        """The vision as understood, with every problem placed in the files as they are named on disk."""
        sources = self.sources()
        document = read(sources, self.languages[0])
        problems = sorted((*sources.problems, *document.problems), key=lambda problem: problem.order)
        return replace(
            document,
            problems=tuple(map(self._on_disk, problems)),
            broken=tuple(
                replace(record, problems=tuple(map(self._on_disk, record.problems)))
                for record in document.broken
            ),
        )

    def sources(self) -> DiskSources:
        """The partners' files, by the path that each has in a vision."""
        return DiskSources({"vision": self.root / self.vision_dir, "kpi_data": self.root / self.data_dir})

    def path_on_disk(self, path: str) -> str:
        """The path of a source relative to the root: vision/x.yml is elsewhere where vision_dir says so."""
        folder, _, rest = path.partition("/")
        named = {"vision": self.vision_dir, "kpi_data": self.data_dir}.get(folder, folder)
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


def _folder(name: object) -> str:
    parts = Path(str(name)).parts
    if not parts or Path(str(name)).is_absolute() or ".." in parts:
        raise ProjectError(f"vision_dir and data_dir must be folders inside the project, not {name!r}.")
    return "/".join(parts)


def _options(config: Path) -> Mapping[str, Any]:
    try:
        with config.open("rb") as file:
            loaded = yaml_load(file)
    except (ConfigurationError, OSError, ValueError) as error:
        raise ProjectError(f"{config.name} cannot be read: {error}") from error
    plugins = loaded.get("plugins") if isinstance(loaded, dict) else None
    theme = loaded.get("theme") if isinstance(loaded, dict) else None
    language = {"theme_language": theme.get("language") if isinstance(theme, dict) else None}
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get(PLUGIN), dict):
            return {**language, **entry[PLUGIN]}
    return language
