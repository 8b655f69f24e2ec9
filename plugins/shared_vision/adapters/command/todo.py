"""vision todo."""

import json
from datetime import date

import click

from shared_vision import build
from shared_vision.adapters.child import bounded
from shared_vision.adapters.command.gather import as_it_was, as_of_option, day, here
from shared_vision.model.inert import plain
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.wording import Wording


@click.command()
@click.option("--partner", metavar="ID", help="Only what is asked of this partner, and of all together.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@as_of_option
@bounded
def todo(partner: str | None, form: str, as_of: date | None) -> None:
    """List what is asked of each partner now, the oldest first, with the file that settles it."""
    project = as_it_was(here(), as_of)
    document, today = project.read(), day(project, as_of)
    if partner and partner not in document.partners:
        meant = did_you_mean(partner, document.partners, f"It is one of {', '.join(document.partners)}.")
        raise click.UsageError(f"There is no partner {partner!r}. {meant}")
    document, measures = build.assess(document, today, project.recall(document, until=today))
    found = [one for one in measures.owed if not partner or one.partner in {partner, ""}]
    if form == "json":
        rows = build.todo_json(found, measures.today, project.folders)
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif found:
        for line in build.todo(document, found, Wording(), project.folders):
            click.echo(plain(line))
    else:
        click.echo("Nothing is asked: all is done.")
