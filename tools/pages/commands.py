"""The command line: every command with its words and options, from the commands themselves."""

import importlib.util
import re
from collections.abc import Iterator
from typing import Any

from pages.markdown import finish, head, table

WHERE = "clewline.cli.__main__"


def page() -> str:
    """Return the page."""
    lines = head(
        "The command line",
        "Data go to stdout; progress and problems go to stderr. "
        "[Exit codes](refusals.md) and [settings](settings.md) have pages of their own.",
    )
    if importlib.util.find_spec(WHERE) is None:
        return finish([*lines, "There is no command line in this version."])
    from typer.main import get_command

    root = get_command(importlib.import_module(WHERE).app)
    found = list(_commands("clewline", root))
    lines += table(
        ["command", "what it does"], ([f"[`{n}`](#{_anchor(n)})", _first(c.help)] for n, c in found)
    )
    for name, command in found:
        lines += _command(name, command)
    return finish(lines)


def _commands(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    """Yield each command that does something, a group's own ones under its name."""
    if not hasattr(command, "commands"):
        yield name, command
        return
    for word, inner in sorted(command.commands.items()):
        if not inner.hidden:
            yield from _commands(f"{name} {word}", inner)


def _command(name: str, command: Any) -> list[str]:
    shown = [p for p in command.params if not getattr(p, "hidden", False) and p.name != "help"]
    words = [p for p in shown if p.param_type_name == "argument"]
    options = [p for p in shown if p.param_type_name == "option"]
    usage = " ".join([name, *(_word(p) for p in words), *(["[OPTIONS]"] if options else [])])
    lines = [
        f"## `{name}` {{ #{_anchor(name)} }}",
        "",
        "```text",
        usage,
        "```",
        "",
        *_prose(command.help),
        "",
    ]
    if words:
        lines += table(["word", "meaning"], ([f"`{_word(p)}`", _first(p.help)] for p in words))
    if options:
        lines += table(["option", "meaning"], ([_option(p), _meaning(p)] for p in options))
    return lines


def _word(parameter: Any) -> str:
    name = (parameter.metavar or parameter.name).strip("[].").upper()
    many = "..." if parameter.nargs != 1 else ""
    return f"{name}{many}" if parameter.required else f"[{name}{many}]"


def _option(parameter: Any) -> str:
    names = ", ".join(f"`{o}`" for o in (*parameter.opts, *parameter.secondary_opts))
    return (
        names
        if parameter.is_flag
        else f"{names} {(parameter.metavar or parameter.name).upper().replace('_', '-')}"
    )


def _meaning(parameter: Any) -> str:
    meaning = _first(parameter.help)
    if parameter.required:
        return f"{meaning} Needed."
    # A default that is worked out (today, a folder) differs from machine to machine and is left to its help.
    if parameter.is_flag or parameter.default in (None, ()) or callable(parameter.default):
        return meaning
    return f"{meaning} Default: `{getattr(parameter.default, 'value', parameter.default)}`."


def _prose(text: str | None) -> list[str]:
    return re.sub(r"\x08|\f.*", "", text or "", flags=re.DOTALL).strip().splitlines()


def _first(text: str | None) -> str:
    return " ".join((text or "").split("\n\n")[0].split())


def _anchor(name: str) -> str:
    return name.replace(" ", "-")
