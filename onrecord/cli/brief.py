"""`onrecord brief`: the state of play as of a day."""

from pathlib import Path

import click
import msgspec

from onrecord.brief import Brief, markdown, terminal
from onrecord.brief import brief as state_of_play
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.opening import look
from onrecord.cli.outcome import complain
from onrecord.cli.writing import write_text

__all__ = ["brief"]


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown"]),
    help="How it is written [default: terminal; markdown to a file].",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Write it to this file, or - for standard output.",
)
@asking("ledger", "as-of", "json")
def brief(asked: Asked, form: str | None, out: Path | None) -> int:
    """The state of play as of a day, each line with its evidence.

    What is overdue and due, what is disputed with both sides' words, talks coming and held, the newest figures,
    demands and measures. Nothing in it is generated: names, days, fixed words and exact quotes. A mark such as [3]
    leads to the words at the end, and from there `onrecord show` leads to the record.

    \b
    Examples:
      onrecord brief
      onrecord brief --as-of 2019-03-31
      onrecord brief --format markdown -o note.md
    """
    ledger = look(asked)
    told = state_of_play(ledger)
    if asked.as_json:
        write_text(out, msgspec.json.encode(told).decode() + "\n")
    elif form == "markdown" or (form is None and out is not None):
        write_text(out, markdown.render(told))
    else:
        _on_terminal(told, out)
    if not told.reports and told.later:
        complain(
            f"no report had been published by {asked.day}, {told.later} are later; ask for a later day with --as-of"
        )
    return 0


def _on_terminal(told: Brief, out: Path | None) -> None:
    console = printer()
    if out is None or str(out) == "-":
        terminal.render(told, console)
        return
    with console.capture() as captured:
        terminal.render(told, console)
    write_text(out, captured.get())
