"""The command line."""

import click

from shared_vision.adapters.command.check import check
from shared_vision.adapters.command.create import import_, init, new
from shared_vision.adapters.command.publish import build, serve, write
from shared_vision.adapters.command.schema import schema
from shared_vision.adapters.command.status import explain, status


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="shared-vision")
def main() -> None:
    """Keep a partnership's shared vision alive: check it, publish it, see how it is doing.

    Ends with 0 when all is fine, 1 when the vision has problems, 2 when the command cannot be run.
    """


for command in (check, build, serve, write, status, explain, new, import_, schema, init):
    main.add_command(command)
