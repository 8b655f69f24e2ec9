"""vision new, vision import, vision init."""

import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from shared_vision.adapters.child import bounded
from shared_vision.adapters.clock import today
from shared_vision.adapters.command.gather import here
from shared_vision.adapters.disk import DiskSources
from shared_vision.adapters.languages import site_languages
from shared_vision.adapters.project import Project
from shared_vision.adapters.table import as_table
from shared_vision.importers.adr import import_adr
from shared_vision.importers.imported import Imported
from shared_vision.importers.open_sdg import import_open_sdg
from shared_vision.model.blanks import blank
from shared_vision.model.fields import is_id
from shared_vision.model.nearest import did_you_mean

KINDS = {
    "goal": "goals",
    "kpi": "kpis",
    "decision": "decisions",
    "initiative": "initiatives",
    "partner": "partners",
    "update": "updates",
    "idea": "ideas",
    "survey": "surveys",
}
_KINDS_LISTED = f"It is one of {', '.join(KINDS)}."
_VISION = "vision/vision.yml"
_SHOWN = 20
_LANGUAGES = re.compile(rb"^ *# languages: .*$", re.MULTILINE)


@click.command()
@click.argument("kind")
@click.argument("name", metavar="ID")
def new(kind: str, name: str) -> None:
    """Write a commented record for you to fill in.

    A goal, kpi, decision, initiative, partner, update, idea or survey.
    """
    folder = KINDS.get(kind, kind)
    if folder not in KINDS.values():
        raise click.UsageError(f"There is no kind {kind!r}. {did_you_mean(kind, KINDS, _KINDS_LISTED)}")
    if not is_id(name):
        raise click.UsageError(
            f"{name!r} cannot be an id: lower-case letters, digits and dashes only, e.g. first-aid."
        )
    project = here()
    path = project.root / project.path_on_disk(f"vision/{folder}/{name}.yml")
    if path.exists():
        raise click.UsageError(f"{path.relative_to(project.root)} is there already.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(blank(folder, today(project.as_of), _first_partner(project)), encoding="utf-8")
    click.echo(f"Fill in {path.relative_to(project.root)}, then run: vision check")


def _first_partner(project: Project) -> str:
    """The first partner by id, for records that are nothing without one; empty where there is none."""
    folder = project.root / project.path_on_disk("vision/partners")
    return min((path.stem for path in folder.glob("*.yml") if is_id(path.stem)), default="")


@click.group("import")
def import_() -> None:
    """Bring in goals, data or decisions that other tools keep."""


_source = click.argument("source", type=click.Path(path_type=Path, exists=True, file_okay=False))
_into = click.option(
    "--into",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The vision's folder; made if need be.",
)


@import_.command("open-sdg")
@_source
@_into
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    help="The language of the titles, en if not given; several for a site in several, the main one first.",
)
@bounded
def open_sdg(source: Path, into: Path, languages: tuple[str, ...]) -> None:
    """Import an Open SDG data repository: goals, targets, indicators with their data."""
    try:
        tags = site_languages(languages or ("en",), None)
    except ValueError as error:
        raise click.UsageError(f"--{error}") from error
    _bring(import_open_sdg(DiskSources({"": source}), *tags), into, tags)


@import_.command()
@_source
@_into
@bounded
def adr(source: Path, into: Path) -> None:
    """Import decision records in Nygard's or the MADR form."""
    _bring(import_adr(DiskSources({"": source})), into)


@click.command()
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
def init(directory: Path) -> None:
    """Start a new vision in DIRECTORY from a small template."""
    if directory.exists() and any(directory.iterdir()):
        raise click.UsageError(f"{directory} is not empty.")
    made = _copy(files("shared_vision.adapters") / "template", directory)
    click.echo(f"A vision of {made} files is in {directory}. Next:")
    click.echo(f"  cd {directory}\n  vision check\n  vision serve")


def _bring(imported: Imported, into: Path, languages: tuple[str, ...] = ("en",)) -> None:
    """Write what was imported, and around it what a site needs; list what was left out."""
    template = files("shared_vision.adapters") / "template"
    frame = {name: (template / name).read_bytes() for name in ("mkdocs.yml", ".gitignore")}
    if languages != ("en",):
        chosen = f"      languages: [{', '.join(languages)}]".encode()
        frame["mkdocs.yml"] = _LANGUAGES.sub(chosen, frame["mkdocs.yml"])
    frame["site_src/.gitkeep"] = b""  # MkDocs needs the folder, git keeps no empty one
    if _VISION in imported.files:
        frame[_VISION] = imported.files[_VISION]
    records = {path: content for path, content in imported.files.items() if path not in frame}
    _refuse_overwriting(records, into)
    for path, content in {**_missing(frame, into), **records}.items():
        _write(into / path, content)
    click.echo(f"{len(imported.files)} files are in {into}.")
    if imported.left_out:
        _report(imported, into / "import-report.txt")


def _report(imported: Imported, path: Path) -> None:
    rows = [("File", "What", "Why"), *((item.path, item.what, item.reason) for item in imported.left_out)]
    path.write_text("".join(f"{' | '.join(row)}\n" for row in rows), encoding="utf-8")
    click.echo(f"{len(imported.left_out)} things were left out or changed; {path} has them all:\n")
    click.echo(as_table(rows[: _SHOWN + 1]), nl=False)
    if len(rows) > _SHOWN + 1:
        click.echo(f"... and {len(rows) - _SHOWN - 1} more")


def _missing(frame: Mapping[str, bytes], into: Path) -> Mapping[str, bytes]:
    """What a vision needs once, and is not there yet."""
    return {path: content for path, content in frame.items() if not (into / path).exists()}


def _refuse_overwriting(records: Mapping[str, bytes], into: Path) -> None:
    there = [path for path in records if (into / path).exists()]
    if there:
        raise click.UsageError(
            f"{into / there[0]} is there already ({len(there)} such files): import into an empty folder."
        )


def _copy(source: Traversable, target: Path) -> int:
    if source.is_dir():
        return sum(
            _copy(entry, target / entry.name) for entry in source.iterdir() if entry.name != "__pycache__"
        )
    _write(target, source.read_bytes())
    return 1


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
