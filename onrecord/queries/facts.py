"""The facts of each kind of record as labels and values, and the title it is shown under."""

from collections.abc import Iterator
from functools import singledispatch

from onrecord.brief.days import day_words, period_words
from onrecord.brief.index import Index
from onrecord.brief.numbers import counted_words, figure_words
from onrecord.brief.quoting import deed, short_id
from onrecord.brief.standing import history
from onrecord.export.rows import Record
from onrecord.link.credibility import STEPS, credibility
from onrecord.model.decisions import in_words
from onrecord.model.grades import LETTERS, grades
from onrecord.model.period import Period
from onrecord.model.place import Place
from onrecord.model.records import (
    Actor,
    Claim,
    Commitment,
    Dispute,
    Figure,
    Judgement,
    ReportRecord,
    Statement,
    Talk,
)
from onrecord.text.stem import fold

__all__ = ["facts", "title"]

Fact = tuple[str, str]

_ANSWERED = {"refuse": "refused by", "agree": "accepted by"}


@singledispatch
def title(record: Record, index: Index) -> str:
    """What a record is, in a line of its own words and names."""
    return record.id


@singledispatch
def facts(record: Record, index: Index) -> Iterator[Fact]:
    """Label and value of what the ledger holds of a record; an empty value is one that is not known."""
    yield from ()


@title.register
def _(record: ReportRecord, index: Index) -> str:
    return record.title or record.name


@facts.register
def _(record: ReportRecord, index: Index) -> Iterator[Fact]:
    said = sum(statement.report == record.id for statement in index.ledger.statements)
    yield "name", record.name
    yield "outlet", record.outlet or ""
    yield "reliability", _reliability(record, index)
    yield "published", f"{period_words(record.published.period) or 'no day'} ({record.published.basis})"
    for place, reason in enumerate(record.why):
        yield "its day" if not place else "", reason
    yield "agencies", ", ".join(record.agencies)
    yield "byline", record.byline or ""
    yield "address", record.url or ""
    yield "copies", index.outlet(record.copies_of) + f" {short_id(record.copies_of)}" if record.copies_of else ""
    yield "statements", str(said)


def _reliability(record: ReportRecord, index: Index) -> str:
    """The letter that a user gave to the outlet, with whose it is; empty where nobody gave one."""
    given = grades(index.ledger.judgements).get(fold(record.outlet or ""))
    if given is None:
        return ""
    letter = given.decision[-1]
    return f"{letter}, {LETTERS[letter]} (set by {given.by}, {given.at[:10]})"


@title.register
def _(record: Actor, index: Index) -> str:
    return record.name


@facts.register
def _(record: Actor, index: Index) -> Iterator[Fact]:
    ledger = index.ledger
    yield "kind", record.kind
    yield "speaks for", index.name(record.party) if record.party else ""
    yield "offices", ", ".join(record.offices)
    yield "also", ", ".join(alias for alias in record.aliases if alias != record.name)
    yield "wikidata", record.wikidata or ""
    yield "statements", str(sum(record.id in statement.chain for statement in ledger.statements))
    yield "talks", str(sum(record.id in talk.parties for talk in ledger.talks))
    yield "commitments", str(sum(record.id in commitment.by for commitment in ledger.commitments))


@title.register
def _(record: Statement, index: Index) -> str:
    who = index.name(record.source) if record.source else "somebody unnamed"
    return f"{who}: {' … '.join(span.exact for span in record.content)}"


@facts.register
def _(record: Statement, index: Index) -> Iterator[Fact]:
    yield "act", f"{record.act}, {record.mode}"
    yield "voices", " > ".join(index.name(actor) for actor in record.chain)
    yield "to", index.name(record.addressee) if record.addressee else ""
    yield "said", period_words(record.said)
    yield "answers", _statement(index, record.answers)
    yield from (
        (_ANSWERED.get(other.act, "answered by"), _statement(index, other.id)) for other in _answering(record, index)
    )
    yield "bears on", ", ".join(short_id(about) for about in record.about)
    yield "confidence", f"{record.confidence:.2f}"


def _statement(index: Index, ident: str | None) -> str:
    other = index.statements.get(ident) if ident else None
    return "" if other is None else f"{title(other, index)} ({short_id(other.id)})"


def _answering(record: Statement, index: Index) -> list[Statement]:
    """Who refused or accepted in the same report what this statement asks."""
    return [other for other in index.ledger.statements if other.answers == record.id]


@title.register
def _(record: Talk, index: Index) -> str:
    return " – ".join(dict.fromkeys(index.name(party) for party in record.parties)) or "parties not named"


@facts.register
def _(record: Talk, index: Index) -> Iterator[Fact]:
    yield "status", record.status
    yield "when", period_words(record.when) or "no day"
    yield "where", _where(record.where, record.place)
    yield "form", record.format or ""
    yield "minutes", f"{record.minutes:g}" if record.minutes else ""
    yield "reports", str(len({mention.report for mention in record.mentions}))


@title.register
def _(record: Commitment, index: Index) -> str:
    to = f" to {index.names(record.to)}" if record.to else ""
    return f"{index.names(record.by) or 'somebody unnamed'}{to}: {deed(record.action)}"


@facts.register
def _(record: Commitment, index: Index) -> Iterator[Fact]:
    since = f" since {day_words(record.status_since)}" if record.status_since else ""
    yield "status", record.status + since
    yield "due", period_words(record.due) or "no day"
    yield "condition", record.condition or ""
    for place, step in enumerate(record.history):
        by = f" by {index.names(step.by)}" if step.by else ""
        day = period_words(Period(step.day, step.day)) or "no day"
        yield "history" if not place else "", f"{day}: {step.status}{by}"
    yield "confidence", f"{record.confidence:.2f}"


@title.register
def _(record: Figure, index: Index) -> str:
    return f"{' · '.join(word for word in (counted_words(record), record.where) if word)}: {figure_words(record)}"


@facts.register
def _(record: Figure, index: Index) -> Iterator[Fact]:
    series = sum(figure.series == record.series for figure in index.ledger.figures)
    yield "given by", index.name(record.by) if record.by else f"the writer, {index.outlet(record.report)}"
    yield "said", period_words(record.said) or period_words(index.published(record.report))
    yield "where", _where(record.where, record.place)
    yield "series", f"{record.series}, {series} figures (onrecord figures --about {record.series})"
    yield "confidence", f"{record.confidence:.2f}"


@title.register
def _(record: Dispute, index: Index) -> str:
    return record.claim.removeprefix("that ")


@facts.register
def _(record: Dispute, index: Index) -> Iterator[Fact]:
    yield "asserted by", index.names(record.asserted_by, most=8)
    yield "denied by", index.names(record.denied_by, most=8)
    yield "statements", ", ".join(short_id(name) for name in record.statements)


@title.register
def _(record: Claim, index: Index) -> str:
    return record.text.removeprefix("that ")


@facts.register
def _(record: Claim, index: Index) -> Iterator[Fact]:
    yield "status", record.status
    yield "outlets", str(record.outlets)
    yield "origins", f"{record.origins} independent"
    step = credibility(record)
    yield "credibility", f"{step} of 6, {STEPS[step]}"
    for place, (day, words) in enumerate(history(record, index)):
        yield "history" if not place else "", f"{period_words(day) or 'no day'}: {words}"
    yield "statements", ", ".join(short_id(name) for name in record.statements)
    for names in record.grouped:
        yield "one origin", ", ".join(short_id(name) for name in names) if len(names) > 1 else ""
    yield "against it", ", ".join(short_id(objection.statement) for objection in record.against)
    yield "disputes", ", ".join(short_id(dispute.id) for dispute in _disputes(record, index))


def _disputes(claim: Claim, index: Index) -> list[Dispute]:
    """The disputes that a claim is part of, and that say why it is disputed where nobody objects in words."""
    return [dispute for dispute in index.ledger.disputes if set(dispute.statements) & set(claim.statements)]


@title.register
def _(record: Judgement, index: Index) -> str:
    return f"{record.about}: {in_words(record)}"


@facts.register
def _(record: Judgement, index: Index) -> Iterator[Fact]:
    yield "decision", record.decision
    yield "by", record.by
    yield "at", record.at
    yield "note", record.note or ""


def _where(where: str | None, place: Place | None) -> str:
    """The words of the report, and in brackets the place that they name where they do not say it themselves."""
    if where is None or place is None:
        return where or ""
    known = place.name if place.kind == "country" else f"{place.name}, {place.country}"
    return where if fold(known) == fold(where) else f"{where} ({known})"
