"""Writes what the docs quote from the program: the commands page and, with `--brief`, the brief in README.

tests/docs holds the commands page to the program letter by letter, and every quote of the brief to the example reports.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.cli.app import COMMANDS, app

__all__ = ["BRIEF", "commands_page", "readme_brief"]

DOCS = Path(__file__).resolve().parent
PAGE, README = DOCS / "commands.md", DOCS.parent / "README.md"
BRIEF = re.compile(r"(?<=<!-- brief -->\n).*?(?=<!-- /brief -->)", re.DOTALL)
DAY = "2019-03-31"
HEAD = """\
# Commands

What each command says of itself with `--help`, in the order of `onrecord --help`. This page is written by
`python docs/generate.py` and tested against the program.

Exit status: 0 done, 1 done but some input was refused (each with its reason), 2 wrong usage, 3 nothing could be done.
Errors are one line on standard error.
"""


def commands_page() -> str:
    """The page: every command with its help, 80 characters wide."""
    group = click.Context(app, info_name="onrecord", terminal_width=80, **app.context_settings)
    parts = [HEAD]
    for name in COMMANDS:
        command = app.get_command(group, name)
        if command is None:
            raise LookupError(name)
        parts += _sections(command, click.Context(command, info_name=name, parent=group, terminal_width=80))
    return "\n".join(parts)


def _sections(command: click.Command, context: click.Context) -> Iterator[str]:
    """The help of a command under its name, and that of the commands within it."""
    lines = (line.rstrip() for line in command.get_help(context).splitlines())
    deep = "#" * (len(context.command_path.split()))
    yield f"{deep} {context.command_path}\n\n```text\n" + "\n".join(lines) + "\n```\n"
    for name in command.list_commands(context) if isinstance(command, click.Group) else ():
        inner = command.get_command(context, name)
        yield from _sections(inner, click.Context(inner, info_name=name, parent=context, terminal_width=80))


def readme_brief() -> str:
    """The brief of the example reports as Markdown, two headings deeper, its evidence folded away."""
    onrecord = str(Path(sys.executable).with_name("onrecord"))
    with tempfile.TemporaryDirectory() as room:
        for words in (["demo"], ["brief", "--as-of", DAY, "--format", "markdown", "-o", "brief.md"]):
            subprocess.run([onrecord, *words, "--ledger", "readme.db"], cwd=room, check=True, capture_output=True)  # noqa: S603
        lines = (Path(room) / "brief.md").read_text(encoding="utf-8")
    deeper = re.sub(r"^#", "###", lines, flags=re.MULTILINE)
    told, heading, evidence = deeper.partition("#### Evidence\n")
    folded = (
        f"<details><summary>Evidence: the words behind each mark</summary>\n{evidence}\n</details>\n" if heading else ""
    )
    return f"{told}{folded}"


if __name__ == "__main__":
    PAGE.write_text(commands_page(), encoding="utf-8")
    if "--brief" in sys.argv:
        told = readme_brief()
        README.write_text(BRIEF.sub(lambda _: f"\n{told}\n", README.read_text(encoding="utf-8")), encoding="utf-8")
