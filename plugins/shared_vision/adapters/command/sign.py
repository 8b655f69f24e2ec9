"""vision sign."""

from datetime import date

import click

from shared_vision.adapters.child import bounded
from shared_vision.adapters.command.gather import as_of_option, day, here
from shared_vision.edit.sign import CannotSignError
from shared_vision.edit.sign import sign as with_signature


@click.command()
@click.argument("ref", metavar="goals/ID")
@click.option("--as", "partner", required=True, metavar="PARTNER", help="The id of the partner who agrees.")
@as_of_option
@bounded
def sign(ref: str, partner: str, as_of: date | None) -> None:
    """Agree to today's wording of a goal, or of the vision (vision/vision).

    The signature is written into the record's file, with the wording it is for; comments and layout stay.
    """
    project = here()
    try:
        signed = with_signature(project.sources(), ref, partner, day(project, as_of))
    except CannotSignError as error:
        raise click.UsageError(str(error)) from error
    path = project.path_on_disk(signed.path)
    if signed.since:
        click.echo(f"{partner} agreed to this wording of {ref} on {signed.since} already.")
        return
    (project.root / path).write_bytes(signed.content)
    click.echo(f"{partner} agrees to {ref} as it is worded now ({signed.fingerprint}). Now propose {path}.")
