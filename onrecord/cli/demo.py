"""`onrecord demo`: the example reports, read into a fresh ledger, and their brief."""

import shlex
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import click

from onrecord.brief import brief, terminal
from onrecord.cli.asked import Asked, Day, asking
from onrecord.cli.consoles import printer
from onrecord.cli.inputs import PIPELINE
from onrecord.cli.read import enter, status_of
from onrecord.errors import LedgerError
from onrecord.ledger import open_ledger
from onrecord.model.ledger import Ledger
from onrecord.viewing import ledger_as_of

__all__ = ["demo"]

PLACE = "onrecord-demo.db"
# Later than any report of the examples.
LAST_DAY = date(2100, 1, 1)


@click.command()
@click.option(
    "--ledger",
    "place",
    metavar="PATH",
    help=f"Where to make the ledger; it must not exist yet [default: {PLACE}, made anew].",
)
@click.option(
    "--as-of", "shown", type=Day(), help="Show the brief as of this day [default: the last day of the reports]."
)
@PIPELINE
@asking()
def demo(asked: Asked, place: str | None, shown: date | None, pipeline: str | None) -> int:
    """See it work: reads the example reports and prints their brief.

    The reports are of an invented crisis and ship with the package. $ONRECORD_LEDGER is not touched.

    \b
    Example:
      onrecord demo
    """
    fresh = _fresh(place)
    with as_file(files("onrecord") / "examples") as folder:
        summary = enter(fresh, _reports(folder), pipeline=pipeline, next_step=False)
    with open_ledger(fresh) as store:
        view = ledger_as_of(store, shown or _last_day(ledger_as_of(store, LAST_DAY)))
    click.echo()
    terminal.render(brief(view), printer())
    click.echo(f"\nNext: onrecord timeline --ledger {shlex.quote(fresh)} --as-of {view.day}")
    return status_of(summary)


def _reports(folder: Path) -> tuple[str, ...]:
    """The example reports without the page that explains them."""
    return tuple(str(path) for path in sorted(folder.iterdir()) if path.is_file() and path.stem != "README")


def _fresh(wanted: str | None) -> str:
    """A place with nothing there: the demo's own ledger is thrown away, any other is left alone."""
    if wanted is not None:
        if Path(wanted).exists():
            raise LedgerError(
                "there is something there already", where=wanted, hint="the demo wants a new ledger: name another place"
            )
        return wanted
    for ending in ("", "-wal", "-shm"):
        Path(PLACE + ending).unlink(missing_ok=True)
    return PLACE


def _last_day(ledger: Ledger) -> date:
    days = [day for report in ledger.reports if (day := report.published.end or report.published.start)]
    return max(days, default=LAST_DAY)
