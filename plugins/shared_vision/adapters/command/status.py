"""vision status, vision explain."""

from datetime import date

import click

from shared_vision import build
from shared_vision.adapters.child import bounded
from shared_vision.adapters.command.gather import as_it_was, as_of_option, day, here
from shared_vision.adapters.table import as_table
from shared_vision.model.inert import plain
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.wording import Wording


@click.command()
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@as_of_option
@bounded
def status(form: str, as_of: date | None) -> None:
    """Say how every KPI is doing, a line each."""
    project = here()
    document, measures = build.assess(as_it_was(project, as_of).read(), day(project, as_of))
    if form == "json":
        click.echo(build.status_json(document, build.foresee(document, measures)), nl=False)
    else:
        click.echo(as_table([*build.overview(document, measures, Wording())]), nl=False)


@click.command()
@click.argument("kpi")
@as_of_option
@bounded
def explain(kpi: str, as_of: date | None) -> None:
    """Show the working behind a KPI's status."""
    project = here()
    document, measures = build.assess(as_it_was(project, as_of).read(), day(project, as_of))
    otherwise = "`vision status` lists them all."
    if kpi not in document.kpis:
        raise click.UsageError(f"There is no KPI {kpi!r}. {did_you_mean(kpi, document.kpis, otherwise)}")
    for line in build.explain(kpi, document, build.foresee(document, measures), Wording()):
        click.echo(plain(line))
