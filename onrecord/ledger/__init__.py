"""The ledger's memory: reports and readings in a database, one report one transaction."""

from onrecord.ledger.forms import evidence
from onrecord.ledger.matching import matching
from onrecord.ledger.opening import open_ledger
from onrecord.ledger.store import Changed, Hit, Store

__all__ = ["Changed", "Hit", "Store", "evidence", "matching", "open_ledger"]
