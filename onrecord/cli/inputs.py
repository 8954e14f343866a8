"""The parameters of commands that read reports."""

from collections.abc import Mapping

import click

__all__ = ["ALLOW_HOST", "COLUMNS", "INPUTS", "PIPELINE", "THREADS", "columns_of"]

INPUTS = click.argument("inputs", nargs=-1, metavar="INPUT...")
THREADS = click.option(
    "--threads", type=click.IntRange(min=1, max=1024), help="Threads for the reader [default: what the machine has]."
)
PIPELINE = click.option(
    "--pipeline",
    metavar="NAME",
    help="An installed spaCy pipeline for English whose syntax and names stand in for ours.",
)
COLUMNS = click.option(
    "--columns",
    metavar="FACT=NAME,…",
    help="Which columns of a table, or keys of JSON, hold what: text=body,published=date.",
)
ALLOW_HOST = click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    metavar="HOST",
    help="Fetch from this host though it is no public machine; may be given again.",
)
_FACTS = ("text", "title", "outlet", "url", "byline", "published", "file")


def columns_of(given: str | None) -> Mapping[str, str]:
    """What `--columns` maps; anything else than facts with the names of columns is wrong usage."""
    pairs = [pair.partition("=") for pair in given.split(",")] if given else []
    for fact, _, name in pairs:
        if fact.strip() not in _FACTS or not name.strip():
            known = ", ".join(_FACTS)
            raise click.UsageError(f"--columns {fact}={name}: write it like text=body, with one of {known}")
    return {fact.strip(): name.strip() for fact, _, name in pairs}
