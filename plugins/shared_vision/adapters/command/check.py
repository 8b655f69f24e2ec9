"""vision check."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from shared_vision.adapters.bounds import at_most
from shared_vision.adapters.child import bounded
from shared_vision.adapters.command.diff import asked
from shared_vision.adapters.command.gather import day, here
from shared_vision.adapters.command.survey import answers_in_git
from shared_vision.adapters.project import Project
from shared_vision.adapters.report import (
    ANNOTATIONS,
    Tally,
    as_annotations,
    as_json,
    as_summary,
    as_text,
    counted,
)
from shared_vision.adapters.terminal import has_colours, styled
from shared_vision.diff import undecided
from shared_vision.model.document import Document
from shared_vision.model.problem import Problem
from shared_vision.read import ahead_problems

SUMMARY = "GITHUB_STEP_SUMMARY"


def _tell_stopped(problem: Problem, form: str, **_: object) -> None:
    if form == "json":
        click.echo(as_json([problem]))
        return
    for line in as_annotations([problem]) if form == "github" else ():
        click.echo(line)
    click.echo(as_text([problem]), nl=False, err=True)


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or as annotations on a GitHub pull request.",
)
@click.option(
    "--base",
    metavar="REV",
    help="Judge a proposal by what it changes since it left REV, too: agreed records need a decision.",
)
@partial(bounded, tell=_tell_stopped)
def check(form: str, base: str | None) -> None:
    """Read every record and data file; list all that needs mending."""
    project = here()
    with at_most(project.limits):
        document = _checked(project, base)
    if form == "github":
        _github(document, summary=not base)  # of a proposal, `vision diff` writes the summary
    else:
        {"text": _text, "json": _json}[form](document)
    sys.exit(1 if Tally.of(document.problems).errors else 0)


def _checked(project: Project, base: str | None) -> Document:
    """The document with every problem, those that only a check looks for too."""
    document = project.read()
    more = [*answers_in_git(document, project), *ahead_problems(document, day(project, None))]
    if base:
        more += _undecided(document, base)
    return _with(document, more, project)


def _undecided(document: Document, base: str) -> tuple[Problem, ...]:
    """A problem for each protected record that was changed without a decision."""
    project = here().own
    before = asked(lambda: project.where_it_left(base).read())
    return undecided(before, document, day(project, None), project.languages[0])


def _with(document: Document, more: Iterable[Problem], project: Project) -> Document:
    """The document with more problems, each placed in the files as they are named on disk."""
    placed = (
        replace(problem, place=replace(problem.place, path=project.path_on_disk(problem.place.path)))
        for problem in more
    )
    problems = sorted((*document.problems, *placed), key=lambda problem: problem.order)
    return replace(document, problems=tuple(problems))


def _text(document: Document) -> None:
    click.echo(as_text(document.problems, colours=has_colours()), nl=False)
    style = "error" if Tally.of(document.problems).errors else "good"
    click.echo(styled(_conclusion(document), style, colours=has_colours()))


def _json(document: Document) -> None:
    click.echo(as_json(document.problems))


def _github(document: Document, *, summary: bool) -> None:
    for line in as_annotations(document.problems):
        click.echo(line)
    if not (summary and _summarise(document.problems)) and len(document.problems) > ANNOTATIONS:
        click.echo(as_text(document.problems), nl=False)
    click.echo(_conclusion(document))


def _summarise(problems: Sequence[Problem]) -> bool:
    """Add the problems to the job's summary; False where there is none to add to."""
    if not (path := os.environ.get(SUMMARY)):
        return False
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(as_summary(problems))
    return True


def _conclusion(document: Document) -> str:
    records = counted(len(document.paths) + len(document.broken), "record")
    kpis = counted(len(document.series), "KPI")
    return f"{records}, of them {kpis}: {Tally.of(document.problems)}."
