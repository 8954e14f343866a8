"""Which voices of which reports an actor of the ledger is."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.link.statements import statement_id
from onrecord.model.ledger import Ledger
from onrecord.model.reading import Reading
from onrecord.model.records import Actor
from onrecord.resolve.parties import party_key
from onrecord.text.stem import fold

__all__ = ["forms", "share", "voices_in", "where"]


def forms(ledger: Ledger, actors: Iterable[str]) -> frozenset[str]:
    """All names that some actors go by, folded."""
    wanted = set(actors)
    return frozenset(
        fold(form) for actor in ledger.actors if actor.id in wanted for form in (actor.name, *actor.aliases)
    )


def share(reading: Reading, voices: Sequence[int], names: frozenset[str]) -> float:
    """How many of some voices go by one of the names, 0 to 1."""
    return sum(fold(reading.voices[voice].name) in names for voice in voices) / len(voices) if voices else 0.0


def where(ledger: Ledger, actor: str) -> list[str]:
    """The reports whose records tell of an actor, by id."""
    return sorted(set(_where(ledger, actor)))


def _where(ledger: Ledger, actor: str) -> Iterator[str]:
    for said in ledger.statements:
        if actor in said.chain or actor in (said.source, said.addressee):
            yield said.report
    for talk in ledger.talks:
        if actor in talk.parties:
            yield from (mention.report for mention in talk.mentions)
    for bound in ledger.commitments:
        if actor in (*bound.by, *bound.to):
            yield from (mention.report for mention in bound.mentions)
        for told in bound.mentions:
            if actor in told.stated_by or any(actor in answer.by for answer in told.responses):
                yield told.report
    yield from (figure.report for figure in ledger.figures if figure.by == actor)
    for dispute in ledger.disputes:
        if actor in (*dispute.asserted_by, *dispute.denied_by):
            yield from (shown.report for shown in dispute.mentions)


def voices_in(reading: Reading, actor: Actor, ledger: Ledger) -> tuple[int, ...]:
    """The numbers of the voices of a report that are an actor: who says its statements, else who goes by its names.

    Of several who go by them, those of its kind and party, where there are such.
    """
    said = {statement.id for statement in ledger.statements if statement.source == actor.id}
    sure = {s.source for s in reading.statements if s.source is not None and statement_id(reading, s) in said}
    names = forms(ledger, [actor.id])
    named = [n for n, voice in enumerate(reading.voices) if fold(voice.name) in names]
    party = next((fold(one.name) for one in ledger.actors if one.id == actor.party), "")
    alike = [
        n
        for n in named
        if reading.voices[n].kind == actor.kind and party_key(reading.voices[n].party or "") == party_key(party)
    ]
    return tuple(sorted(sure or set(alike or named)))
