"""Events: what the ledger holds as things that happen on a day."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.brief.days import period_words
from onrecord.brief.index import Index
from onrecord.brief.quoting import deed, quote, shorten
from onrecord.brief.value import Piece
from onrecord.model.period import Period
from onrecord.model.records import Commitment, Dispute, Step, Talk
from onrecord.model.span import Span
from onrecord.queries.wording import first_told
from onrecord.text.visible import one_line

__all__ = ["Event", "events"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that begins or changes on a day: what happened, with whom, of which record, and the words behind it."""

    when: Period
    what: str
    about: str
    actors: tuple[str, ...]
    head: tuple[Piece, ...]
    evidence: Span | None

    @property
    def rows(self) -> tuple[tuple[Piece, ...], ...]:
        """The words below the head."""
        return () if self.evidence is None else ((quote(self.evidence.exact, limit=160),),)

    @property
    def words(self) -> str:
        """Everything said of it, to be searched."""
        return " ".join([*(piece.text for piece in self.head), self.evidence.exact if self.evidence else ""])

    def line(self) -> dict[str, object]:
        """The event as a JSON object."""
        return {
            "type": "event",
            "when": {"start": self.when.start, "end": self.when.end},
            "what": self.what,
            "about": self.about,
            "actors": self.actors,
            "evidence": self.evidence,
        }


def events(index: Index) -> list[Event]:
    """All events by day, those without a day first; on one day talks, then commitments, then disputes."""
    ledger = index.ledger
    found = [_talk(index, talk) for talk in ledger.talks]
    found += [event for commitment in ledger.commitments for event in _commitment(index, commitment)]
    found += [event for dispute in ledger.disputes for event in _dispute(index, dispute)]
    return sorted(found, key=_order)


def _order(event: Event) -> tuple[bool, str, str]:
    first = event.when.start or event.when.end
    return first is not None, first.isoformat() if first else "", event.about.replace("t-", "a-", 1)


def _talk(index: Index, talk: Talk) -> Event:
    parties = (
        " – ".join(dict.fromkeys(index.name(party) for party in index.people(talk.parties))) or "parties not named"
    )
    form = "".join(f" · {one_line(word)}" for word in (talk.where, talk.format) if word)
    newest = max(
        talk.mentions, key=lambda m: (m.status == talk.status, index.last_day(m.report), m.evidence), default=None
    )
    head = (Piece("talk ", "plain"), Piece(talk.status, "status"), Piece(": "), Piece(parties, "who"), Piece(form))
    when = talk.when if talk.when.known else first_told(index, (mention.report for mention in talk.mentions))
    return Event(when, f"talk {talk.status}", talk.id, talk.parties, head, newest.evidence if newest else None)


def _commitment(index: Index, commitment: Commitment) -> Iterator[Event]:
    actors = (*commitment.by, *commitment.to)
    for step in commitment.history:
        when = Period() if step.day is None else Period.day(step.day)
        by = tuple(dict.fromkeys((*actors, *step.by)))
        yield Event(when, step.status, commitment.id, by, _step(index, commitment, step), step.evidence)


def _step(index: Index, commitment: Commitment, step: Step) -> tuple[Piece, ...]:
    who = Piece(index.names(index.sides(commitment.by)) or "somebody unnamed", "who")
    head = [Piece(step.status, "status")]
    if step.by and set(step.by) != set(commitment.by):
        head += [Piece(" by "), Piece(index.names(step.by), "who")]
    head += [Piece(": "), who, Piece(": "), Piece(shorten(deed(commitment.action), 100))]
    if commitment.due.known and step.status in {"pledged", "confirmed", "postponed"}:
        head += [Piece(f" · due {period_words(commitment.due)}")]
    return tuple(head)


def _dispute(index: Index, dispute: Dispute) -> Iterator[Event]:
    for mention in dispute.mentions:
        sides = (
            f"{index.names(dispute.asserted_by) or 'somebody'} against {index.names(dispute.denied_by) or 'somebody'}"
        )
        head = (
            Piece("disputed", "status"),
            Piece(": "),
            Piece(sides, "who"),
            Piece(": "),
            quote(dispute.claim, limit=100),
        )
        actors = (*dispute.asserted_by, *dispute.denied_by)
        when = index.published(mention.report)
        yield Event(when, "disputed", dispute.id, actors, head, mention.evidence[0] if mention.evidence else None)
