"""vision schema."""

import json
from pathlib import Path

import click

from shared_vision.read import schemas


@click.command()
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), help="Write one file a kind here.")
@click.argument("kind", required=False)
def schema(into: Path | None, kind: str | None) -> None:
    """Print the JSON Schemas of the records (of one KIND, or all), for editors."""
    made = schemas()
    if kind is not None and kind not in made:
        raise click.UsageError(f"KIND must be one of {', '.join(made)}, not {kind!r}.")
    chosen = {kind: made[kind]} if kind else made
    if into is None:
        click.echo(json.dumps(made[kind] if kind else chosen, indent=2))
        return
    into.mkdir(parents=True, exist_ok=True)
    for name, content in chosen.items():
        (into / f"{name}.schema.json").write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    click.echo(f"{len(chosen)} schemas are in {into}")
