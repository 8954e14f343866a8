"""The ledger's memory: reports and readings in a database, one report one transaction."""

from onrecord.ledger.forms import evidence
from onrecord.ledger.matching import matching
from onrecord.ledger.opening import open_ledger
from onrecord.ledger.store import Hit, Store

__all__ = ["Hit", "Store", "evidence", "matching", "open_ledger"]
