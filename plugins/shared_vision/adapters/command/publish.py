"""vision build, vision serve, vision write."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click
from jinja2 import TemplateNotFound
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from shared_vision.adapters.child import bounded
from shared_vision.adapters.command.gather import as_it_was, as_of_option, day, here
from shared_vision.adapters.folder import write_below, write_folder
from shared_vision.adapters.fresh import replaced
from shared_vision.adapters.overlap import refuse_overlap
from shared_vision.adapters.project import CONFIG, PLUGIN, Project, ProjectError
from shared_vision.adapters.report import as_text
from shared_vision.adapters.terminal import has_colours
from shared_vision.build import build as build_site
from shared_vision.build import translated, work_out
from shared_vision.model.inert import plain


@click.command()
@click.option(
    "--site-dir", type=click.Path(path_type=Path), help="Where to write the site; site/ if not given."
)
@click.option("--strict", is_flag=True, help="Publish nothing while there is an error.")
@as_of_option
@bounded
def build(site_dir: Path | None, as_of: date | None, *, strict: bool) -> None:
    """Build the whole site."""
    _log_to_terminal()
    site = str(site_dir.absolute()) if site_dir else None
    with _reported():
        project = as_it_was(here(), as_of)
        config = _config(project, as_of, site_dir=site, strict=strict or None)
        target = Path(config.site_dir)
        refuse_overlap(target, project, Path(config.docs_dir))
        with replaced(target) as fresh:
            config.site_dir = str(fresh)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                mkdocs_build(config)
            finally:
                config.plugins.on_shutdown()
    click.echo(f"The site is in {_short(target)}; to look at it: vision serve")


@click.command()
@click.option("--dev-addr", metavar="IP:PORT", help="Where to serve; 127.0.0.1:8000 if not given.")
@click.option("--strict", is_flag=True, help="Serve nothing while there is an error.")
def serve(dev_addr: str | None, *, strict: bool) -> None:
    """Show the site in the browser and rebuild it on every change."""
    _log_to_terminal()
    config = str(_config_file(here()))
    with _reported():
        mkdocs_serve(config, dev_addr=dev_addr, strict=strict or None)


@click.command()
@click.argument("directory", type=click.Path(path_type=Path))
@as_of_option
@bounded
def write(directory: Path, as_of: date | None) -> None:
    """Write the pages and files into a folder, for another site generator."""
    project = here()
    try:
        refuse_overlap(directory, project, project.root / "site_src")
    except ProjectError as error:
        raise click.UsageError(str(error)) from error
    document = as_it_was(project, as_of).read()
    click.echo(as_text(document.problems, colours=has_colours(sys.stderr)), nl=False, err=True)
    main, *others = project.languages
    history = project.recall(document, as_of or project.as_of)
    results = work_out(document, day(project, as_of), project.settings(main), history)
    site = build_site(results)
    write_folder(site, directory)
    for language in others:
        below = translated(results, project.settings(language))
        write_below(build_site(below), directory / language)
    pages = len(site.pages) * len(project.languages)
    click.echo(f"{pages} pages and {len(site.assets)} files are in {_short(directory)}")


def _config(project: Project, as_of: date | None, **options: Any) -> MkDocsConfig:
    given = {key: value for key, value in options.items() if value is not None}
    config = load_config(str(_config_file(project)), **given)
    if as_of and (plugin := config.plugins.get(PLUGIN)):
        plugin.config["as_of"] = as_of
        plugin.commit = project.commit
    return config


def _config_file(project: Project) -> Path:
    if not (project.root / CONFIG).is_file():
        raise click.UsageError(f"There is no {CONFIG} here. `vision init DIR` shows what it can look like.")
    return project.root / CONFIG


def _log_to_terminal() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(_OneLine("%(levelname)-7s %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.handlers[:] = [handler]
    logger.setLevel(logging.INFO)


class _OneLine(logging.Formatter):
    """Log lines in which no text of a partner can act on the terminal, with paths as seen from here."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (logging names it so)
        return "\n".join(plain(_near(line)) for line in super().formatMessage(record).split("\n"))


@contextmanager
def _reported() -> Iterator[None]:
    """End with 1 and a line on what stopped MkDocs, in place of a traceback."""
    try:
        yield
    except (MkDocsException, ProjectError, OSError) as error:
        # Abort is raised when the errors above are all there is to say
        said = "Nothing is published: mend the problems above." if isinstance(error, Abort) else _told(error)
        click.echo(f"Error: {plain(_near(said))}", err=True)
        raise click.exceptions.Exit(1) from error
    except (click.ClickException, click.exceptions.Exit, click.Abort, MemoryError):
        raise
    except Exception as error:  # what a page written by hand makes MkDocs or the theme stumble over
        said = f"Nothing is published: {type(error).__name__}: {error}. What it was about stands above."
        click.echo(f"Error: {plain(_near(said))} `mkdocs build` shows where it happened.", err=True)
        raise click.exceptions.Exit(1) from error


def _told(error: Exception) -> str:
    """What went wrong, without the number that systems have for it."""
    if isinstance(error, TemplateNotFound):
        return f"Nothing is published: the theme has no file {error.name!r}, which a page asks for."
    if isinstance(error, OSError) and error.strerror:
        path = error.filename2 or error.filename
        return f"Nothing is published: {f'{path}: ' if path else ''}{error.strerror}."
    return str(error)


def _near(text: str) -> str:
    """The text without the folder that the command is run in."""
    return text.replace(f"{Path.cwd()}{os.sep}", "")


def _short(path: Path) -> str:
    """The path as seen from here, where it lies below."""
    absolute = path.absolute()
    return str(absolute.relative_to(Path.cwd())) if absolute.is_relative_to(Path.cwd()) else str(absolute)
