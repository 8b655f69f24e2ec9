"""vision diff."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import click

from shared_vision.adapters.child import bounded
from shared_vision.adapters.command.gather import as_of_option, day, here
from shared_vision.adapters.project import ProjectError
from shared_vision.adapters.report import as_summary
from shared_vision.diff import diff as markdown
from shared_vision.diff import undecided

T = TypeVar("T")


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@as_of_option
@bounded
def diff(base: str, head: str | None, as_of: date | None) -> None:
    """Say what changed in meaning since BASE, as Markdown: in the files as they are now, or in HEAD.

    BASE and HEAD are revisions (main, HEAD~3, 1f3c9ab) or days (2026-03-31). Without HEAD the comparison
    begins where the work here left BASE, so that it shows what this proposal changes and nothing else.
    """
    project = here().own
    before = asked(lambda: project.at(base) if head else project.where_it_left(base))
    after = asked(lambda: project.at(head) if head else project)
    old, new, today = asked(before.read), asked(after.read), day(project, as_of)
    click.echo(markdown(old, new, today, project.languages[0]))
    problems = (*new.problems, *undecided(old, new, today, project.languages[0]))
    click.echo(as_summary(tuple(sorted(problems, key=lambda problem: problem.order))), nl=False)


def asked(ask: Callable[[], T]) -> T:
    """What git answers.

    Raises:
        click.UsageError: it knows no such version.
    """
    try:
        return ask()
    except ProjectError as error:
        raise click.UsageError(str(error)) from error
