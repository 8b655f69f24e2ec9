"""vision survey seal."""

import re
from dataclasses import replace
from datetime import date

import click

from shared_vision import build
from shared_vision.adapters.command.gather import as_of_option, day, here
from shared_vision.adapters.git.command import GitError, git
from shared_vision.adapters.project import Project
from shared_vision.model.document import Document
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.problem import Place, Problem, Severity
from shared_vision.model.survey import Published

_SEALED = re.compile(r"^sealed:.*$", re.MULTILINE)


@click.group()
def survey() -> None:
    """Keep single answers of surveys out of the repository."""


@survey.command()
@click.argument("name", metavar="ID")
@as_of_option
def seal(name: str, as_of: date | None) -> None:
    """Put what may be published of a survey in the place of its answers; keep a copy of these first."""
    project = here()
    document = project.read()
    if name not in document.surveys:
        meant = did_you_mean(name, document.surveys, "Each has a file in vision/surveys/.")
        raise click.UsageError(f"There is no survey {name!r}. {meant}")
    record = document.surveys[name]
    if record.sealed:
        click.echo(f"{name} is sealed already.")
        return
    _, measures = build.assess(document, day(project, as_of))
    found = measures.surveys[name]
    if not isinstance(found, Published):
        raise click.UsageError(f"The answers of {name} cannot be read; `vision check` says why.")
    path = project.root / project.path_on_disk(document.paths[f"surveys/{name}"])
    text = path.read_text(encoding="utf-8")
    text = _SEALED.sub("sealed: true", text) if _SEALED.search(text) else f"{text.rstrip()}\nsealed: true\n"
    data = project.path_on_disk(record.data_path)
    (project.root / data).write_text(build.sealed(found), encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    click.echo(f"{data} holds only what may be published now. What git has of it stays in its history.")


def with_tracked(document: Document, project: Project) -> Document:
    """The document with a warning for each survey whose answers git keeps."""
    found = tuple(_tracked(document, project))
    if not found:
        return document
    return replace(document, problems=tuple(sorted((*document.problems, *found), key=lambda one: one.order)))


def _tracked(document: Document, project: Project) -> list[Problem]:
    raw = {project.path_on_disk(one.data_path): one.id for one in document.surveys.values() if not one.sealed}
    if not raw:
        return []
    try:
        kept = git(project.root, "ls-files", "-z", "--", *raw).decode("utf-8", errors="replace").split("\0")
    except (FileNotFoundError, GitError):
        return []
    return [
        Problem(
            place=Place(path=path),
            code="answers-in-git",
            message="Git keeps single answers of this survey: whoever may read the repository reads them.",
            remedy=f"Take a copy elsewhere, then run: vision survey seal {raw[path]}",
            severity=Severity.WARNING,
        )
        for path in kept
        if path in raw
    ]
