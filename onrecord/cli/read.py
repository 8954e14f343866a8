"""`onrecord read`: news reports into the ledger."""

import click

from onrecord.cli.asked import Asked, asking
from onrecord.cli.inputs import INPUTS, PIPELINE, THREADS
from onrecord.cli.outcome import DONE, NOTHING, SOME_REFUSED
from onrecord.cli.reading import Reading
from onrecord.cli.streams import standard_input
from onrecord.ledger import open_ledger
from onrecord.pipeline import read_again, read_into
from onrecord.progress import Summary

__all__ = ["enter", "read", "status_of"]


@click.command()
@INPUTS
@THREADS
@PIPELINE
@click.option("--again", is_flag=True, help="Also read again what an older reader read, from the texts in the ledger.")
@asking("ledger")
def read(asked: Asked, inputs: tuple[str, ...], threads: int | None, pipeline: str | None, again: bool) -> int:
    """Take in news reports and enter what they hold in the ledger.

    INPUT is a file (.txt .md .html .jsonl), a folder with such files, or - for JSON Lines on standard input, with
    `text` and, as far as known, `file`, `title`, `outlet`, `url`, `byline` and `published`. Safe to run again: a report
    that is held already is not entered twice. What cannot be taken in is named with its reason, and the rest goes on.

    \b
    Examples:
      onrecord read reports/
      onrecord read monday.txt tuesday.html --ledger dam.db
      cat wire.jsonl | onrecord read -
    """
    if not inputs and not again:
        raise click.UsageError("name at least one file or folder, or - for standard input", click.get_current_context())
    return status_of(enter(asked.ledger, inputs, threads=threads, pipeline=pipeline, again=again))


def enter(
    place: str,
    inputs: tuple[str, ...],
    *,
    threads: int | None = None,
    pipeline: str | None = None,
    again: bool = False,
    next_step: bool = True,
) -> Summary:
    """Read inputs into the ledger at a place, showing how it goes, and print what it came to."""
    with open_ledger(place, create=True) as store, Reading() as shown:
        stdin = standard_input() if "-" in inputs else None
        summary = read_into(store, inputs, stdin=stdin, threads=threads, pipeline=pipeline, progress=shown.step)
        if again:
            shown.also(read_again(store, threads=threads, pipeline=pipeline, progress=shown.step))
        held = store.count()
    shown.summary(summary, place=place, held=held, next_step=next_step)
    return summary


def status_of(summary: Summary) -> int:
    """Done; done but for what was refused; or nothing, where everything was."""
    if not summary.refused:
        return DONE
    return SOME_REFUSED if summary.taken_in or summary.already_held or summary.read_again else NOTHING
