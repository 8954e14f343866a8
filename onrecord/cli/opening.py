"""From a place and a day to the ledger that a command looks at."""

from onrecord.brief.index import Index
from onrecord.cli.asked import Asked
from onrecord.ledger import open_ledger
from onrecord.model.ledger import Ledger
from onrecord.viewing import ledger_as_of

__all__ = ["look", "look_up"]


def look(asked: Asked) -> Ledger:
    """The ledger as of the day asked for; a ledger that is not there is an error, never made by looking."""
    with open_ledger(asked.ledger) as store:
        return ledger_as_of(store, asked.day)


def look_up(asked: Asked) -> Index:
    """The same with its records at hand by id."""
    return Index(look(asked))
