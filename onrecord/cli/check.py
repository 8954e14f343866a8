"""`onrecord check`: is the ledger what it says it is?"""

import click

from onrecord.check import check as problems
from onrecord.cli.asked import Asked, asking
from onrecord.cli.outcome import DONE, NOTHING
from onrecord.ledger import open_ledger
from onrecord.text.visible import one_line

__all__ = ["check"]


@click.command()
@asking("ledger")
def check(asked: Asked) -> int:
    """Verify that every quote still equals its text.

    Works every id out anew from its content and looks up every quoted span in its report. Each problem is one line, and
    the exit status is 3 where there is one.

    \b
    Example:
      onrecord check --ledger dam.db
    """
    with open_ledger(asked.ledger) as store:
        found = 0
        for problem in problems(store):
            click.echo(one_line(str(problem)))
            found += 1
        held = store.count()
    words = f"{found:,} problems" if found else "every quote stands in its text and every id is its content's"
    click.echo(f"{asked.ledger}: {held:,} reports checked; {words}.")
    return NOTHING if found else DONE
