"""`onrecord export`: the ledger for other programs."""

import sys
from pathlib import Path

import click

from onrecord.cli.asked import Asked, asking
from onrecord.cli.opening import look
from onrecord.export import EXPORTERS
from onrecord.export.rows import TYPES

__all__ = ["export"]


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(EXPORTERS)),
    default="jsonl",
    show_default=True,
    help="The form to write.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Where to write: a file, for csv a folder, or - for standard output.",
)
@click.option(
    "--only",
    type=click.Choice(tuple(TYPES.values())),
    multiple=True,
    help="Only records of this type; may be given again.",
)
@asking("ledger", "as-of")
def export(asked: Asked, form: str, out: Path | None, only: tuple[str, ...]) -> int:
    """Write the ledger out for other programs.

    jsonl holds everything: one JSON object a line with its `type`, reports with their full text, every quote with its
    place in it. csv is a table for each type of record: a folder of them, or one with --only on standard output.

    \b
    Examples:
      onrecord export > ledger.jsonl
      onrecord export --as-of 2019-03-31 -o then.jsonl
      onrecord export --only commitment --only talk | jq .status
      onrecord export --format csv -o tables/
    """
    ledger, exporter = look(asked), EXPORTERS[form]
    if out is None or str(out) == "-":
        sys.stdout.flush()
        exporter.to_stream(ledger, sys.stdout.buffer, only)
        sys.stdout.buffer.flush()
    else:
        exporter.to_place(ledger, out, only)
    return 0
