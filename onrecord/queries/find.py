"""One record by its id, or by the beginning of one."""

from itertools import chain

from onrecord.errors import NotFound, UsageError
from onrecord.model.ledger import Ledger, Record

__all__ = ["find"]


def find(ledger: Ledger, ident: str) -> Record:
    """The record of an id or of the beginning of one; raises `NotFound`, or `UsageError` where several begin so."""
    found = [record for record in chain.from_iterable(ledger.families) if record.id.startswith(ident)] if ident else []
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
