"""One record by its id, or by the beginning of one."""

from itertools import chain

from onrecord.errors import NotFound, UsageError
from onrecord.export.rows import TYPES
from onrecord.model.decisions import in_words, named_in
from onrecord.model.ledger import Ledger, Record
from onrecord.model.records import Commitment, Talk

__all__ = ["find"]


def find(ledger: Ledger, ident: str) -> Record:
    """The record of an id or of the beginning of one; raises `NotFound`, or `UsageError` where several begin so.

    An id under which people corrected or merged a record is followed to what their decision made of it.
    """
    found = [record for record in chain.from_iterable(ledger.families) if record.id.startswith(ident)] if ident else []
    whole = [record for record in found if record.id == ident]
    if len(whole or found) == 1:
        return (whole or found)[0]
    if not found:
        became = _became(ledger, ident)
        if became is not None:
            return became
        hint = "the lists print ids, for instance onrecord commitments"
        raise NotFound(f"no record as of {ledger.day} has an id that begins with {ident!r}", hint=hint)
    some = ", ".join(record.id for record in found[:4])
    raise UsageError(
        f"{len(whole or found)} records begin with {ident!r}",
        hint=f"give more of the id: {some}{', …' if len(found) > 4 else ''}",
    )


def _became(ledger: Ledger, ident: str) -> Record | None:
    """What a record of this id has become by people's decisions; raises `NotFound` where they took it out."""
    decisions = [one for one in ledger.judgements if any(name.startswith(ident) for name in (one.about, *one.others))]
    if not ident or not decisions:
        return None
    names = {one.id for one in decisions}
    kinds = {one.kind for one in decisions}
    found = [
        record
        for record in chain.from_iterable(ledger.concluded)
        if TYPES[type(record)] in kinds and names & {name for why in _reasons(record) for name in named_in(why)}
    ]
    if len(found) == 1:
        return found[0]
    last = max(decisions, key=lambda one: (one.at, one.id))
    if not found and last.decision == "reject":
        taken = f"{last.about} was {in_words(last)} by {last.by} on {last.at[:10]}"
        raise NotFound(taken, hint=f"it can be taken back: onrecord review withdraw {last.id}")
    return None


def _reasons(record: Record) -> tuple[tuple[str, ...], ...]:
    mentions = record.mentions if isinstance(record, Talk | Commitment) else ()
    return (getattr(record, "why", ()), *(mention.why for mention in mentions))
