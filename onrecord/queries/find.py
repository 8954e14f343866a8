"""One record by its id, or by the beginning of one."""

from collections.abc import Iterator

from onrecord.errors import NotFound, UsageError
from onrecord.export.rows import Record
from onrecord.model.ledger import Ledger

__all__ = ["find"]


def find(ledger: Ledger, ident: str) -> Record:
    """The record of an id or of the beginning of one; raises `NotFound`, or `UsageError` where several begin so."""
    found = [record for record in _records(ledger) if record.id.startswith(ident)] if ident else []
    whole = [record for record in found if record.id == ident]
    if len(whole or found) == 1:
        return (whole or found)[0]
    if not found:
        hint = "the lists print ids, for instance onrecord commitments"
        raise NotFound(f"no record as of {ledger.day} has an id that begins with {ident!r}", hint=hint)
    some = ", ".join(record.id for record in found[:4])
    raise UsageError(
        f"{len(whole or found)} records begin with {ident!r}",
        hint=f"give more of the id: {some}{', …' if len(found) > 4 else ''}",
    )


def _records(ledger: Ledger) -> Iterator[Record]:
    yield from ledger.reports
    yield from ledger.actors
    yield from ledger.statements
    yield from ledger.talks
    yield from ledger.commitments
    yield from ledger.figures
    yield from ledger.disputes
    yield from ledger.claims
    yield from ledger.judgements
