"""vision survey seal."""

import shutil
from datetime import date
from pathlib import Path

import click

from shared_vision import build
from shared_vision.adapters.child import bounded
from shared_vision.adapters.command.gather import as_of_option, day, here
from shared_vision.adapters.git.command import GitError, git
from shared_vision.adapters.project import Project, ProjectError
from shared_vision.adapters.seal import sealing
from shared_vision.adapters.swap import Contents, swap
from shared_vision.model.document import Document
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.problem import Place, Problem, Severity


@click.group()
def survey() -> None:
    """Keep single answers of surveys out of the repository."""


@survey.command()
@click.argument("name", metavar="ID")
@click.option(
    "--keep", type=click.Path(path_type=Path, dir_okay=False), help="Put a copy of the answers there."
)
@click.option("--yes", is_flag=True, help="Do not ask whether there is a copy.")
@as_of_option
@bounded
def seal(name: str, keep: Path | None, as_of: date | None, *, yes: bool) -> None:
    """Put what may be published of a survey in the place of its answers."""
    project = here()
    document, today = project.read(), day(project, as_of)
    record = document.surveys.get(name)
    if record is None:
        meant = did_you_mean(name, document.surveys, "Each has a file in vision/surveys/.")
        raise click.UsageError(f"There is no survey {name!r}. {meant}")
    if record.sealed:
        click.echo(f"{name} is sealed already.")
        return
    if record.date > today:
        raise click.UsageError(f"{name} closes on {record.date}; seal it then.")
    contents, data = _sealing(project, document, name, today), record.data_path
    if name in build.unchanged(document, today):
        click.echo("What was shown first is sealed, as nothing else may be: what changed since is not in it.")
    if keep:
        _copy(project, data, keep)
    elif not yes:
        click.confirm(f"The answers in {data} will be gone. Have you kept a copy elsewhere?", abort=True)
    _write(contents)
    click.echo(f"{data} holds only what may be published now. What git has of it stays in its history.")


def _sealing(project: Project, document: Document, name: str, today: date) -> Contents:
    try:
        return sealing(project, document, name, today)
    except ProjectError as error:
        raise click.UsageError(str(error)) from error


def _write(contents: Contents) -> None:
    try:
        swap(contents)
    except OSError as error:
        told = f"{error.filename} cannot be written ({error.strerror}), so nothing was changed."
        raise click.UsageError(told) from error


def _copy(project: Project, data: str, keep: Path) -> None:
    if keep.resolve().is_relative_to(project.root.resolve()):
        raise click.UsageError(f"{keep} lies in the repository, from which the answers are to go.")
    if keep.exists():
        raise click.UsageError(f"{keep} is there already; name another file.")
    try:
        shutil.copyfile(project.root / project.path_on_disk(data), keep)
    except OSError as error:
        raise click.UsageError(f"{keep} cannot be written: {error.strerror}.") from error


def answers_in_git(document: Document, project: Project) -> list[Problem]:
    """A warning for each survey whose answers git keeps."""
    raw = {project.path_on_disk(one.data_path): one for one in document.surveys.values() if not one.sealed}
    if not raw:
        return []
    try:
        kept = git(project.root, "ls-files", "-z", "--", *raw).decode("utf-8", errors="replace").split("\0")
    except (FileNotFoundError, GitError):
        return []
    return [
        Problem(
            place=Place(path=raw[path].data_path),
            code="answers-in-git",
            message="Git keeps single answers of this survey: whoever may read the repository reads them.",
            remedy=(
                f"Take a copy elsewhere, then run: vision survey seal {raw[path].id}. "
                "Commits that hold them already keep them."
            ),
            severity=Severity.WARNING,
        )
        for path in kept
        if path in raw
    ]
