"""What several commands need first: the project, the day, the document."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from shared_vision.adapters.clock import today
from shared_vision.adapters.project import Project, ProjectError, as_day

F = TypeVar("F", bound=Callable[..., None])


def as_of_option(command: F) -> F:
    """Give a command the option --as-of."""
    text = "Publish and measure as of this day, e.g. 2026-11-23."
    return click.option("--as-of", metavar="DATE", callback=_day, help=text)(command)


def here() -> Project:
    """The project around the current folder.

    Raises:
        click.UsageError: there is none.
    """
    try:
        return Project.find(Path.cwd())
    except ProjectError as error:
        raise click.UsageError(str(error)) from error


def as_it_was(project: Project, as_of: date | None) -> Project:
    """The project as of a day that was asked for; as it is, with a word on why, where git does not know."""
    if not as_of:
        return project
    try:
        return project.as_it_was(as_of)
    except ProjectError as error:
        told = f"{error} What the records said on {as_of} is not known; they are read as they are now."
        click.echo(told, err=True)
        return project


def day(project: Project, as_of: date | None) -> date:
    """The day to measure as of.

    Raises:
        click.UsageError: SOURCE_DATE_EPOCH is no number.
    """
    try:
        return today(as_of or project.as_of)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    try:
        return as_day(value)
    except ProjectError as error:
        raise click.BadParameter(str(error)) from error
