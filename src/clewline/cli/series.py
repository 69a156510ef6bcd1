"""What bodies published, over time: `series add` takes releases in, `series INDICATOR` prints what they say of it."""

from typing import Any

import typer
from typer.core import TyperGroup

from clewline.cli.series_add import add
from clewline.cli.series_show import show


class Shown(TyperGroup):
    """A group of commands of which one may be left out: `series arrests` is `series show arrests`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `show` before words that are no command."""
        if args and args[0] not in self.commands and args[0] != "--help":
            args = ["show", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(cls=Shown, no_args_is_help=True)
app.command(name="add", help=add.__doc__)(add)
app.command(name="show", help=show.__doc__)(show)
