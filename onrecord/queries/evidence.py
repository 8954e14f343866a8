"""The evidence of each kind of record: the spans it rests on, each with what it shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch

from onrecord.brief.accounts import ANSWERED_BY, stated_by
from onrecord.brief.index import Index
from onrecord.brief.quoting import short_id
from onrecord.brief.standing import told_of, who_says
from onrecord.export.rows import Record
from onrecord.model.records import Actor, Claim, Commitment, CommitmentMention, Dispute, Figure, Statement, Talk
from onrecord.model.span import Span

__all__ = ["Proof", "proofs"]


@dataclass(frozen=True, slots=True)
class Proof:
    """Words of a report, and what they show of a record; `why` names the rules that found them."""

    label: str
    span: Span
    why: tuple[str, ...] = ()


@singledispatch
def proofs(record: Record, index: Index) -> Iterator[Proof]:
    """The spans behind a record in the order of their reports' days, each once; none for one that quotes nothing."""
    yield from ()


@proofs.register
def _statement(record: Statement, index: Index) -> Iterator[Proof]:
    if record.source_span:
        yield Proof("source", record.source_span)
    if record.cue:
        yield Proof("cue", record.cue)
    for span in record.content:
        yield Proof("content", span)


@proofs.register
def _actor(record: Actor, index: Index) -> Iterator[Proof]:
    said = [statement for statement in index.ledger.statements if statement.source == record.id and statement.content]
    for statement in sorted(said, key=lambda s: (index.last_day(s.report), s.content[0])):
        yield Proof(f"{statement.act} ({short_id(statement.id)})", statement.content[0])


@proofs.register
def _talk(record: Talk, index: Index) -> Iterator[Proof]:
    for mention in sorted(record.mentions, key=lambda m: (index.last_day(m.report), m.evidence)):
        yield Proof(mention.status, mention.evidence, mention.why)


@proofs.register
def _commitment(record: Commitment, index: Index) -> Iterator[Proof]:
    found: dict[tuple[str, Span], Proof] = {}
    for mention in record.mentions:
        denied = mention.only_denied
        if not denied:  # who denies a promise in the words that name it has not made it
            told, by = _told(mention, index)
            found[told, mention.evidence] = Proof(f"{told}{by}", mention.evidence, mention.why)
        for response in mention.responses:
            who = index.names(response.by) or "somebody unnamed"
            why = mention.why if denied and response.evidence == mention.evidence else ()
            proof = Proof(f"{ANSWERED_BY[response.stance]} {who}", response.evidence, why)
            found.setdefault((response.stance, response.evidence), proof)
    shown = {span for _, span in found}
    for step in record.history:
        if step.evidence is not None and step.evidence not in shown:
            by = f" by {index.names(step.by)}" if step.by else ""
            found[step.status, step.evidence] = Proof(f"{step.status}{by}", step.evidence)
    yield from sorted(found.values(), key=lambda proof: (index.last_day(proof.span.report), proof.span, proof.label))


def _told(mention: CommitmentMention, index: Index) -> tuple[str, str]:
    """What a report tells of a commitment, and by whom: what others answered to it is theirs."""
    told = "pledged" if mention.responses else mention.status
    who = stated_by(index, mention)
    by = f" by {index.names(who)}" if who else ""
    return ("stated" if told == "pledged" and by else told), by


@proofs.register
def _figure(record: Figure, index: Index) -> Iterator[Proof]:
    yield Proof("figure", record.evidence)


@proofs.register
def _dispute(record: Dispute, index: Index) -> Iterator[Proof]:
    for mention in sorted(record.mentions, key=lambda m: (index.last_day(m.report), m.report)):
        for span in mention.evidence:
            said = index.said_in(span)
            yield Proof(index.name(said.source) if said and said.source else "dispute", span)


@proofs.register
def _claim(record: Claim, index: Index) -> Iterator[Proof]:
    """Who says it, the first report of it marked, and who speaks against it."""
    for name, how, why in told_of(record, index):
        statement = index.statements.get(name)
        for span in statement.content if statement else ():
            yield Proof(f"{how} {who_says(index, name)}", span, why)
