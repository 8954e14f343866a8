"""Writes docs/commands.md from the commands' own help: `python docs/generate.py`; tests/docs holds the two together."""

from pathlib import Path

import click

from onrecord.cli.app import COMMANDS, app

__all__ = ["commands_page"]

PAGE = Path(__file__).resolve().parent / "commands.md"
HEAD = """\
# Commands

What each command says of itself with `--help`, in the order of `onrecord --help`. This page is written by
`python docs/generate.py` and tested against the program.

Exit status: 0 done, 1 done but some input was refused (each with its reason), 2 wrong usage, 3 nothing could be done.
Errors are one line on standard error.
"""


def commands_page() -> str:
    """The page: every command with its help, 80 characters wide."""
    group = click.Context(app, info_name="onrecord", terminal_width=80)
    parts = [HEAD]
    for name in COMMANDS:
        command = app.get_command(group, name)
        if command is None:
            raise LookupError(name)
        help_text = command.get_help(click.Context(command, info_name=name, parent=group, terminal_width=80))
        lines = (line.rstrip() for line in help_text.splitlines())
        parts.append(f"## onrecord {name}\n\n```text\n" + "\n".join(lines) + "\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(commands_page(), encoding="utf-8")
