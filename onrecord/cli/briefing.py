"""Handing out a brief in the form asked for: on the terminal, as Markdown or as JSON."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
import msgspec

from onrecord.brief import Brief, markdown, terminal
from onrecord.cli.consoles import printer
from onrecord.cli.writing import write_text

__all__ = ["hand_out", "in_a_form"]

F = TypeVar("F", bound=Callable[..., object])


def in_a_form(command: F) -> F:
    """Give a command --format and --out."""
    form = click.option(
        "--format",
        "form",
        type=click.Choice(["terminal", "markdown"]),
        help="How it is written [default: terminal; markdown to a file].",
    )
    out = click.option(
        "-o",
        "--out",
        type=click.Path(path_type=Path, allow_dash=True),
        help="Write it to this file, or - for standard output.",
    )
    return form(out(command))


def hand_out(told: Brief, *, as_json: bool, form: str | None, out: Path | None) -> None:
    """Write a brief where and how it was asked for."""
    if as_json:
        write_text(out, msgspec.json.encode(told).decode() + "\n")
    elif form == "markdown" or (form is None and out is not None):
        write_text(out, markdown.render(told))
    else:
        _on_terminal(told, out)


def _on_terminal(told: Brief, out: Path | None) -> None:
    console = printer()
    if out is None or str(out) == "-":
        terminal.render(told, console)
        return
    with console.capture() as captured:
        terminal.render(told, console)
    write_text(out, captured.get())
