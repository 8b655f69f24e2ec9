"""vision verify."""

from pathlib import Path

import click

from shared_vision.adapters.checksums import checksums
from shared_vision.model.inert import plain
from shared_vision.model.integrity import FILE, Integrity, IntegrityError, parse_integrity

_MOST = 20


@click.command()
@click.argument(
    "site", default="site", type=click.Path(exists=True, file_okay=False, readable=True, path_type=Path)
)
def verify(site: Path) -> None:
    """Tell whether a copy of a built site is whole and unchanged.

    SITE is its folder; site/ if not given.
    """
    try:
        stated = parse_integrity((site / FILE).read_bytes())
    except (OSError, IntegrityError) as error:
        why = "It is not there." if isinstance(error, OSError) else str(error)
        click.echo(f"{site / FILE}: {why} Build the site again with vision build.")
        raise click.exceptions.Exit(1) from error
    found = stated.differences(checksums(site, stated.tree))
    for line in found[:_MOST]:
        click.echo(plain(line))
    if len(found) > _MOST:
        click.echo(f"and {len(found) - _MOST:,} more")
    click.echo(plain(_conclusion(stated, len(found))))
    raise click.exceptions.Exit(1 if found else 0)


def _conclusion(stated: Integrity, differences: int) -> str:
    files = f"{len(stated.files):,} files, built {_described(stated)}"
    if differences:
        return f"{files}: {differences:,} {'is' if differences == 1 else 'are'} not as built."
    return f"{files}: all as built. The checksum of the whole is {stated.tree}."


def _described(built: Integrity) -> str:
    """From what and as of when a site was built."""
    if not built.commit:
        return f"from files that no commit holds, as of {built.as_of}"
    changed = " with changes that are not committed" if built.changed else ""
    return f"from commit {built.commit[:12]}{changed}, as of {built.as_of}"
