"""vision digest, vision agenda."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from shared_vision import build
from shared_vision.adapters.child import bounded
from shared_vision.adapters.command.diff import asked
from shared_vision.adapters.command.gather import as_it_was, as_of_option, day, here
from shared_vision.adapters.project import Project, ProjectError
from shared_vision.model.dates import Duration, parse_day, parse_duration
from shared_vision.model.digest import Earlier
from shared_vision.model.languages import is_language

F = TypeVar("F", bound=Callable[..., None])
_SHORT = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)


def _since(_context: click.Context, _option: click.Parameter, value: str) -> date | Duration | str:
    if found := parse_day(value) or parse_duration(value):
        return found
    if match := _SHORT.fullmatch(value):
        number = int(match[1])
        return {
            "d": Duration(0, number),
            "w": Duration(0, 7 * number),
            "m": Duration(number, 0),
            "y": Duration(12 * number, 0),
        }[match[2]]
    return value


def _to_file(command: F) -> F:
    text = "Write it into this file."
    return click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help=text)(command)


def _in_language(command: F) -> F:
    text = "Tell it in this language, e.g. fr; in the site's main one if not given."
    return click.option("--language", metavar="TAG", help=text)(command)


@click.command()
@click.option(
    "--since",
    required=True,
    metavar="DAY|TIME|REVISION",
    callback=_since,
    help="What came after this day (2026-11-09), within a time (14d, 2w, 3m), or after a commit.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "text", "html", "mail"]),
    default="markdown",
    show_default=True,
)
@click.option("--from", "sender", metavar="ADDRESS", help="Who sends the mail.")
@click.option("--to", "to", metavar="ADDRESS", multiple=True, help="Who gets the mail; may be given again.")
@_in_language
@_to_file
@as_of_option
@bounded
def digest(  # noqa: PLR0913, PLR0917 (its options)
    since: date | Duration | str,
    form: str,
    sender: str | None,
    to: tuple[str, ...],
    language: str | None,
    output: Path | None,
    as_of: date | None,
) -> None:
    """Tell what happened: decided, moved, new, thanks, what is asked, what comes. The last day is --as-of."""
    project = here()
    results = _results(project, as_of, language)
    if form == "mail" and not (sender and to):
        raise click.UsageError("A mail needs --from and --to.")
    before = _earlier(project, results, since)
    try:
        content = build.digest(results, before, form, sender=sender or "", to=to)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    _hand_over(content, output)


@click.command()
@click.option(
    "--format", "form", type=click.Choice(["markdown", "text"]), default="markdown", show_default=True
)
@_in_language
@_to_file
@as_of_option
@bounded
def agenda(form: str, language: str | None, output: Path | None, as_of: date | None) -> None:
    """Propose an agenda for the next meeting, from open decisions, signals, and what is late."""
    project = here()
    results = _results(project, as_of, language)
    before = _earlier(project, results, Duration(1, 0))
    _hand_over(build.agenda(results, before, form), output)


def _results(project: Project, as_of: date | None, language: str | None) -> build.Results:
    asked = language or project.languages[0]
    if not is_language(asked):
        raise click.UsageError(f"{asked!r} is no language; write a tag such as fr or pt-BR.")
    past = as_it_was(project, as_of)
    document, today = past.read(), day(project, as_of)
    main = project.settings(project.languages[0])
    results = build.work_out(document, today, main, project.recall(document, today))
    return results if asked == main.language else build.translated(results, project.settings(asked))


def _earlier(project: Project, results: build.Results, since: date | Duration | str) -> Earlier:
    """What was known on a day, a time ago, or at a commit; guessed from the records where git does not know.

    Raises:
        click.UsageError: it is no time before the last day, or there is no such commit.
    """
    until = results.measures.today
    if isinstance(since, str):
        then = asked(lambda: project.at(since))
        day = asked(then.committed)
    else:
        day = since if isinstance(since, date) else _back(until, since)
    if day > until or (day == until and not isinstance(since, str)):
        raise click.UsageError(f"{day} is not before {until}.")
    try:
        past = then if isinstance(since, str) else project.at(day.isoformat())
        return build.earlier(results, day, past.read(), past.since())
    except ProjectError as error:
        click.echo(f"{error} What was known on {day} is guessed from the days in the records.", err=True)
        return build.earlier(results, day)


def _back(until: date, since: Duration) -> date:
    return Duration(-since.months, -since.days).after(until)


def _hand_over(content: bytes, output: Path | None) -> None:
    if output is None:
        click.echo(content, nl=False)
    else:
        output.write_bytes(content)
