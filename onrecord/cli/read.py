"""`onrecord read`: news reports into the ledger."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from onrecord.cli.asked import Asked, asking
from onrecord.cli.inputs import ALLOW_HOST, COLUMNS, INPUTS, PIPELINE, THREADS, columns_of
from onrecord.cli.outcome import DONE, NOTHING, SOME_REFUSED
from onrecord.cli.reading import Reading
from onrecord.cli.streams import standard_input
from onrecord.ingest.weigh import bytes_of
from onrecord.ledger import open_ledger
from onrecord.model.address import is_address
from onrecord.pipeline import read_again, read_into
from onrecord.progress import Summary

if TYPE_CHECKING:
    from onrecord.ingest.fetch import Web

__all__ = ["enter", "read", "status_of"]


@click.command()
@INPUTS
@THREADS
@PIPELINE
@COLUMNS
@ALLOW_HOST
@click.option("--again", is_flag=True, help="Also read again what an older reader read, from the texts in the ledger.")
@asking("ledger")
def read(
    asked: Asked,
    inputs: tuple[str, ...],
    threads: int | None,
    pipeline: str | None,
    columns: str | None,
    hosts: tuple[str, ...],
    again: bool,
) -> int:
    """Take in news reports and enter what they hold in the ledger.

    INPUT is a file, a folder, an address, or - for JSON Lines on standard input, with `text` and, as far as known,
    `file`, `title`, `outlet`, `url`, `byline` and `published`. Its content tells what it is: plain text, Markdown, a
    web page as it is or saved in one file, a PDF, a feed, a news sitemap, a web archive (WARC, WACZ), JSON, JSON Lines,
    a table (CSV, Parquet), an e-mail, a mailbox, or any of these in zip, gzip or tar. Safe to run again: a report that
    is held already is not entered twice. What cannot be taken in is named with its reason, and the rest goes on.

    \b
    Examples:
      onrecord read reports/
      onrecord read monday.txt tuesday.html --ledger dam.db
      cat wire.jsonl | onrecord read -
      onrecord read https://news.example/feed.xml
      onrecord read archive.csv --columns text=body,published=date
    """
    if not inputs and not again:
        raise click.UsageError("name at least one file or folder, or - for standard input", click.get_current_context())
    mapped = columns_of(columns)
    summary = enter(asked.ledger, inputs, threads=threads, pipeline=pipeline, again=again, columns=mapped, hosts=hosts)
    return status_of(summary)


def enter(
    place: str,
    inputs: tuple[str, ...],
    *,
    threads: int | None = None,
    pipeline: str | None = None,
    again: bool = False,
    next_step: bool = True,
    columns: Mapping[str, str] | None = None,
    hosts: Sequence[str] = (),
) -> Summary:
    """Read inputs into the ledger at a place, showing how it goes, and print what it came to."""
    with open_ledger(place, create=True) as store, Reading(bytes_of(inputs)) as shown, ExitStack() as open_ones:
        stdin = standard_input() if "-" in inputs else None
        summary = read_into(
            store,
            inputs,
            stdin=stdin,
            threads=threads,
            pipeline=pipeline,
            progress=shown.step,
            columns=columns,
            passed=shown.passed,
            fetch=_fetcher(open_ones, hosts) if any(map(is_address, inputs)) else None,
        )
        if again:
            shown.also(read_again(store, threads=threads, pipeline=pipeline, progress=shown.step))
        held = store.count()
    shown.summary(summary, place=place, held=held, next_step=next_step)
    return summary


def _fetcher(open_ones: ExitStack, hosts: Sequence[str]) -> "Web":
    """What gets pages, closed with the rest."""
    from onrecord.ingest.fetch import Web  # here, because it takes 0.2 s to import and few readings fetch

    return open_ones.enter_context(Web(hosts))


def status_of(summary: Summary) -> int:
    """Done; done but for what was refused; or nothing, where everything was."""
    if not summary.refused:
        return DONE
    return SOME_REFUSED if summary.taken_in or summary.already_held or summary.read_again else NOTHING
