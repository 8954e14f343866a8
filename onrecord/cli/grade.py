"""`onrecord grade`: how reliable an outlet is, by the user's own judgement."""

import getpass
from datetime import UTC, datetime

import click

from onrecord.cli.asked import Asked, asking
from onrecord.errors import NotFound
from onrecord.ledger import open_ledger
from onrecord.model.grades import LETTERS
from onrecord.model.grades import grade as judged
from onrecord.text.stem import fold

__all__ = ["grade"]


@click.command()
@click.argument("outlet")
@click.argument("letter", metavar="LETTER", type=click.Choice(list(LETTERS), case_sensitive=False))
@click.option("--by", "who", metavar="NAME", help="Whose judgement it is [default: your name on this machine].")
@click.option("--note", metavar="WORDS", help="Why.")
@asking("ledger")
def grade(asked: Asked, outlet: str, letter: str, who: str | None, note: str | None) -> int:
    """Say how reliable an outlet is, from A to F.

    A completely, B usually, C fairly, D not usually reliable, E unreliable, F cannot be judged. The letter is yours:
    it is kept with your name and the time, the latest counts, and it is never worked out. Nor does it change the
    credibility of a claim (1 to 6). `onrecord show` prints it beside each report.

    \b
    Examples:
      onrecord grade "Harbour Post" B
      onrecord grade "Harbour Post" C --note "two stories without a source"
    """
    with open_ledger(asked.ledger) as store:
        if fold(outlet) not in {fold(report.outlet) for report in store.reports() if report.outlet}:
            raise NotFound(f"no report of the ledger is by an outlet {outlet!r}", hint="onrecord reports lists them")
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        store.judge(judged(outlet, letter.upper(), by=who or getpass.getuser(), at=now, note=note))
    click.echo(f"{outlet}: {letter.upper()}, {LETTERS[letter.upper()]}")
    return 0
