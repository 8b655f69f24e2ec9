"""vision codeowners, vision forms."""

from pathlib import Path

import click

from shared_vision import build
from shared_vision.adapters.child import bounded
from shared_vision.adapters.command.gather import here
from shared_vision.model.fields import is_account


@click.command()
@click.option(
    "--forge",
    type=click.Choice([forge.value for forge in build.Forge]),
    default=build.Forge.GITHUB.value,
    show_default=True,
    help="Where the repository is kept.",
)
@click.option("--keepers", default="", metavar="ACCOUNT", help="Who is asked about all that is no content.")
@click.option("--into", type=click.Path(path_type=Path, dir_okay=False), help="Write it to this file.")
@bounded
def codeowners(forge: str, keepers: str, into: Path | None) -> None:
    """Say who is asked to look at which file (CODEOWNERS), from the owners in the records."""
    keepers = keepers.removeprefix("@")
    if keepers and not is_account(keepers):
        raise click.UsageError(f"--keepers: {keepers!r} is not the name of an account or a team.")
    project = here()
    text = build.codeowners(project.read(), build.Forge(forge), project.path_on_disk, keepers)
    if into is None:
        click.echo(text, nl=False)
        return
    into.parent.mkdir(parents=True, exist_ok=True)
    into.write_text(text, encoding="utf-8")
    click.echo(f"{into} is written.")


@click.command()
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The repository's folder; this one if not given.",
)
def forms(into: Path) -> None:
    """Write the forms for ideas and proposals: two for issues, one for pull requests. What is there stays."""
    for made in build.forms():
        path = into / made.path
        if path.exists():
            click.echo(f"{path} is there already and stays as it is.")
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.content)
        click.echo(f"{path} is written.")
