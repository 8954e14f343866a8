"""Which voices of which reports an actor of the ledger is."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.link.statements import statement_id
from onrecord.model.ledger import Ledger
from onrecord.model.reading import Reading, Voice
from onrecord.model.records import Actor
from onrecord.resolve.parties import party_key
from onrecord.text.stem import fold

__all__ = ["Known", "forms", "share", "where"]


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


class Known:
    """An actor as it is looked for in many reports: what it said, what it is called, for whom it speaks."""

    def __init__(self, actor: Actor, ledger: Ledger) -> None:
        self.kind = actor.kind
        self.said = frozenset(statement.id for statement in ledger.statements if statement.source == actor.id)
        self.names = forms(ledger, [actor.id])
        self.party = party_key(next((one.name for one in ledger.actors if one.id == actor.party), ""))

    def voices_in(self, reading: Reading) -> tuple[int, ...]:
        """The numbers of the voices of a report that it is: who says its statements, else who goes by its names.

        Of several who go by them, those of its kind and party, where there are such.
        """
        said = ((found.source, statement_id(reading, found)) for found in reading.statements)
        sure = {source for source, ident in said if source is not None and ident in self.said}
        named = [n for n, voice in enumerate(reading.voices) if fold(voice.name) in self.names]
        alike = [n for n in named if self._alike(reading.voices[n])]
        return tuple(sorted(sure or set(alike or named)))

    def _alike(self, voice: Voice) -> bool:
        return voice.kind == self.kind and party_key(voice.party or "") == self.party
