"""A group of commands that imports a command's module only when that command is run.

Reading needs spaCy and ONNX, which take a second to import; looking needs neither and shall answer at once. This is
the one place of the command line where a module is imported late: the table in `onrecord.cli.app` names each command's
module and what it is for.
"""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

import click

__all__ = ["Entry", "LazyGroup"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is defined (`module:name`), what it is for, and the heading it stands under in the help."""

    place: str
    about: str
    heading: str


class LazyGroup(click.Group):
    """Commands by name, known to the help before they are imported."""

    entries: Mapping[str, Entry] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself, imported now."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        module, name = entry.place.split(":")
        found: click.Command = getattr(import_module(module), name)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; for another word the nearest names are offered."""
        if args and not args[0].startswith("-") and args[0] not in self.entries:
            near = difflib.get_close_matches(args[0], self.entries, n=2)
            hint = f"did you mean {' or '.join(near)}?" if near else "onrecord --help lists them"
            raise click.UsageError(f"there is no command {args[0]!r}; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands under their headings, from the table and without importing any."""
        headings = dict.fromkeys(entry.heading for entry in self.entries.values())
        for heading in headings:
            rows = [(name, entry.about) for name, entry in self.entries.items() if entry.heading == heading]
            with formatter.section(heading):
                formatter.write_dl(rows)
