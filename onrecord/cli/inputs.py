"""The parameters of commands that read reports."""

import click

__all__ = ["INPUTS", "PIPELINE", "THREADS"]

INPUTS = click.argument("inputs", nargs=-1, metavar="INPUT...")
THREADS = click.option(
    "--threads", type=click.IntRange(min=1, max=1024), help="Threads for the reader [default: what the machine has]."
)
PIPELINE = click.option(
    "--pipeline",
    metavar="NAME",
    help="An installed spaCy pipeline for English whose syntax and names stand in for ours.",
)
