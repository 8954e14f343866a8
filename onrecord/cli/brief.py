"""`onrecord brief`: the state of play as of a day, or what changed since another."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import click

from onrecord.brief import Brief
from onrecord.brief import brief as state_of_play
from onrecord.brief.changes import changes
from onrecord.cli.asked import Asked, Day, asking
from onrecord.cli.briefing import hand_out, in_a_form
from onrecord.cli.opening import look
from onrecord.cli.outcome import complain
from onrecord.errors import UsageError

__all__ = ["brief"]


@click.command()
@in_a_form
@click.option("--since", "since", type=Day(), help="Only what changed from this day on, with what it was before.")
@asking("ledger", "as-of", "json")
def brief(asked: Asked, form: str | None, out: Path | None) -> int:
    """The state of play as of a day, each line with its evidence.

    What is overdue and due, what is disputed with both sides' words, talks coming and held, the newest figures,
    demands and measures. Nothing in it is generated: names, days, fixed words and exact quotes. A mark such as [3]
    leads to the words at the end, and from there `onrecord show` leads to the record.

    With --since it tells what changed instead: what was newly promised, what became of earlier promises and talks, new
    disputes, claims that stand otherwise, and newer figures, compared with the state of play at the end of the day
    before.

    \b
    Examples:
      onrecord brief
      onrecord brief --as-of 2019-03-31
      onrecord brief --since 2019-03-25 --as-of 2019-03-31
      onrecord brief --format markdown -o note.md
    """
    told = _told(asked, asked.filters.since)
    hand_out(told, as_json=asked.as_json, form=form, out=out)
    if not told.reports and told.later:
        complain(
            f"no report had been published by {asked.day}, {told.later} are later; ask for a later day with --as-of"
        )
    return 0


def _told(asked: Asked, since: date | None) -> Brief:
    if since is None:
        return state_of_play(look(asked))
    if since > asked.day:
        raise UsageError(f"--since {since} lies after {asked.day}", hint="give a later day with --as-of")
    before = look(replace(asked, day=since - timedelta(days=1)))
    return changes(before, look(asked), since=since)
