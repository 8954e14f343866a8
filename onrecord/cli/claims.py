"""`onrecord claims`: what is said to be so, by how many, and who says otherwise."""

import click

from onrecord.brief.index import Index
from onrecord.brief.quoting import quote
from onrecord.brief.standing import told_of
from onrecord.brief.value import Piece
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Entry, list_entries
from onrecord.cli.opening import look_up
from onrecord.cli.records import print_records
from onrecord.link.credibility import STEPS, credibility
from onrecord.model.records import Claim
from onrecord.queries import chosen
from onrecord.queries.wording import day_or_none

__all__ = ["claims", "entry_of"]


@click.command()
@asking("by", "to", "about", "since", "until", "status-of-claim", "ledger", "as-of", "json")
def claims(asked: Asked) -> int:
    """What is said to be so, by how many, and who says otherwise.

    A claim is one whoever says it and in whatever words. The day on the left is the day it was first said. Copies of a
    report, reports of one agency and one speaker on one occasion count as one origin. The credibility, 1 to 6, is
    worked out from origins and contradiction alone; it is no verdict on the truth. --by asks for who says so, --to for
    who speaks against it.

    \b
    Examples:
      onrecord claims --status denied --status "taken back"
      onrecord claims --by Orlavia --about water --as-of 2019-03-31
      onrecord claims --status corroborated --json
    """
    index = look_up(asked)
    found = chosen.claims(index, asked.filters)
    if asked.as_json:
        print_records(found)
    else:
        list_entries(printer(), [entry_of(index, claim) for claim in found], noun="claim", ledger=index.ledger)
    return 0


def entry_of(index: Index, claim: Claim) -> Entry:
    """A claim as an entry: its words, how it stands and on how many origins, and below who says so and who does not."""
    head = (quote(claim.text.removeprefix("that "), limit=160), Piece(" · "), Piece(claim.status, "status"))
    step = credibility(claim)
    graded = f" · {_count(claim.outlets, 'outlet')} · credibility {step}, {STEPS[step]}"
    sides: dict[str, list[str | None]] = {}
    for name, how, _ in told_of(claim, index):
        said = index.statements.get(name)
        sides.setdefault(how.removeprefix("first "), []).append(said.source if said else None)
    rows = [(Piece(_count(claim.origins, "independent origin")), Piece(graded))]
    rows += [(Piece(f"{how} "), Piece(_named(index, who), "who")) for how, who in sides.items()]
    return Entry(claim.id, day_or_none(chosen.told(index, claim.statements[0])), head, tuple(rows))


def _named(index: Index, who: list[str | None]) -> str:
    return index.names([one for one in who if one is not None]) or "somebody unnamed"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
