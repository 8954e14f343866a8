"""`onrecord compare`: one talk as each party and each outlet tells it."""

from pathlib import Path

import click

from onrecord.brief.compare import compare as side_by_side
from onrecord.cli.asked import Asked, asking
from onrecord.cli.briefing import hand_out, in_a_form
from onrecord.cli.opening import look
from onrecord.errors import UsageError
from onrecord.model.records import Talk
from onrecord.queries.find import find

__all__ = ["compare"]


@click.command()
@click.argument("talk", metavar="TALK")
@in_a_form
@asking("ledger", "as-of", "json")
def compare(asked: Asked, talk: str, form: str | None, out: Path | None) -> int:
    """One talk side by side, as each party and each outlet tells it.

    TALK is the id of a talk, or the beginning of it as `onrecord talks` prints it. First where the versions differ (an
    act against its opposite, a denial, other numbers), then what all say, what some say and what only one says. A
    government's own release counts as that party's version. Words are compared, not meanings: what is said in other
    words stands under those who say it alone.

    \b
    Examples:
      onrecord talks --by Orlavia
      onrecord compare t-1a2b
      onrecord compare t-1a2b --format markdown -o call.md
    """
    ledger = look(asked)
    found = find(ledger, talk)
    if not isinstance(found, Talk):
        raise UsageError(f"{found.id} is no talk", hint="onrecord talks lists them")
    hand_out(side_by_side(ledger, found), as_json=asked.as_json, form=form, out=out)
    return 0
