"""The command line."""

from importlib import import_module

import click

_COMMANDS = {
    "check": "check.check",
    "build": "publish.build",
    "serve": "publish.serve",
    "write": "publish.write",
    "verify": "verify.verify",
    "status": "status.status",
    "explain": "status.explain",
    "todo": "todo.todo",
    "digest": "digest.digest",
    "agenda": "digest.agenda",
    "diff": "diff.diff",
    "new": "create.new",
    "sign": "sign.sign",
    "import": "create.import_",
    "survey": "survey.survey",
    "schema": "schema.schema",
    "init": "create.init",
    "codeowners": "forge.codeowners",
    "forms": "forge.forms",
}
"""Each command with the module here that holds it."""


class _Commands(click.Group):
    """Loads a command when it is asked for: `vision check` need not wait for the drawing of charts."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(".")
        command: click.Command = getattr(import_module(f"{__name__}.{module}"), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="shared-vision")
def main() -> None:
    """Keep a partnership's shared vision alive: check it, publish it, see how it is doing.

    Ends with 0 when all is fine, 1 when the vision has problems, 2 when the command cannot be run.
    """
