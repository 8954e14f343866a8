"""The decisions of `onrecord review`: accept, reject, correct, speaker, merge, split, add, withdraw."""

import getpass
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import wraps

import click

from onrecord.cli.asked import Asked, asking
from onrecord.cli.records import print_records
from onrecord.cli.review_words import place_of, wishes_of
from onrecord.errors import Stale, UsageError
from onrecord.export.rows import TYPES, Record
from onrecord.ledger import Store, open_ledger
from onrecord.model.judgement import Judged, Judgement
from onrecord.model.ledger import Ledger
from onrecord.model.records import Commitment, Dispute, Figure, ReportRecord, Statement, Talk
from onrecord.queries.find import find
from onrecord.review import ADDABLE, Proposal, Wish, decide, in_words, touched
from onrecord.review import withdraw as taken_back
from onrecord.text.visible import one_line
from onrecord.viewing import ledger_as_of

__all__ = ["accept", "add", "correct", "merge", "reject", "speaker", "split", "withdraw"]

MARK = 3  # characters: the letter, the dash and at least one digit of an id


@dataclass(frozen=True, slots=True)
class Hand:
    """Who decides, and why; `over` where what others decided about the same was seen."""

    by: str
    note: str | None
    over: bool


def _deciding(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that every decision has; it gets them as one `Hand`."""

    @wraps(command)
    def run(asked: Asked, who: str | None, note: str | None, over: bool, **given: object) -> int:
        return command(asked, Hand(who or getpass.getuser(), note, over), **given)

    options = (
        click.option("--by", "who", metavar="NAME", help="Whose decision it is [default: your name on this machine]."),
        click.option("--note", metavar="WORDS", help="Why."),
        click.option("--over", is_flag=True, help="Decide although somebody else has decided about the same."),
        asking("ledger", "as-of", "json"),
    )
    wrapped: Callable[..., int] = run
    for option in reversed(options):
        wrapped = option(wrapped)
    return wrapped


@click.command()
@click.argument("ident", metavar="ID")
@click.option("--two", metavar="ID", help="Of two actors that may be one: they are two.")
@click.option("--in", "within", metavar="REPORT", help="Only as this report tells it.")
@_deciding
def accept(asked: Asked, hand: Hand, ident: str, two: str | None, within: str | None) -> int:
    """Say that a record is right as it is.

    \b
    Examples:
      onrecord review accept s-1a2b
      onrecord review accept a-12ab --two a-9c01 --note "father and son"
    """
    return _decide(asked, hand, Proposal("accept", ident, others=(two,) if two else (), within=within))


@click.command()
@click.argument("ident", metavar="ID")
@click.option("--in", "within", metavar="REPORT", help="Only as this report tells it.")
@_deciding
def reject(asked: Asked, hand: Hand, ident: str, within: str | None) -> int:
    """Say that a record is none.

    It is taken out, and so is what follows from it.

    \b
    Example:
      onrecord review reject s-1a2b --note "a headline, nobody said it"
    """
    return _decide(asked, hand, Proposal("reject", ident, within=within))


@click.command()
@click.argument("ident", metavar="ID")
@click.argument("settings", metavar="FIELD=VALUE…", nargs=-1, required=True)
@click.option("--in", "within", metavar="REPORT", help="Only as this report tells it.")
@_deciding
def correct(asked: Asked, hand: Hand, ident: str, settings: tuple[str, ...], within: str | None) -> int:
    """Set fields of a record.

    A day is 2019-03-27, a period 2019-03-27/2019-03-29, by when /2019-03-29. Actors are given by id or name, and words
    as they stand in the report or as their place in it (120-131). A field that takes several is set several times;
    FIELD= empties it. An answer to a promise is answer="doubt|WHO|WORDS".

    \b
    Fields:
      report      published outlet title byline
      actor       name kind party wikidata
      statement   source source_span act mode content cue addressee chain said
      talk        parties status when where format minutes evidence
      commitment  by to action due condition status stated_by answer evidence
      figure      value high compare unit of where by said fate evidence
      dispute     claim asserted_by denied_by evidence

    \b
    Examples:
      onrecord review correct s-1a2b act=deny addressee=Kestria
      onrecord review correct c-77f0 due=/2019-03-27 condition="once the gates are shut"
      onrecord review correct r-5c01 published=2019-03-05
    """

    def proposal(ledger: Ledger) -> Proposal:
        record = find(ledger, ident)
        text = _text(ledger, record, within)
        return Proposal("correct", record.id, wishes_of(_kind(record), settings, text), within=within)

    return _decide(asked, hand, proposal)


@click.command()
@click.argument("ident", metavar="ID")
@click.argument("name", metavar="WHO", required=False)
@click.option("--words", metavar="WORDS", help="The words of the report that name the speaker, or their place.")
@click.option("--nobody", is_flag=True, help="The report does not say who it is.")
@_deciding
def speaker(asked: Asked, hand: Hand, ident: str, name: str | None, words: str | None, nobody: bool) -> int:
    """Change who says a statement.

    WHO is an actor of the ledger by name or id, also one that this report does not name otherwise. --words alone says
    which words of the report name the speaker.

    \b
    Examples:
      onrecord review speaker s-1a2b "Edvar Holt"
      onrecord review speaker s-1a2b --words "the minister's deputy"
    """
    if bool(name or words) == nobody:
        raise UsageError("who says it?", hint="name an actor, or the words with --words, or give --nobody")

    def proposal(ledger: Ledger) -> Proposal:
        record = find(ledger, ident)
        places = (place_of(words, _text(ledger, record, None)),) if words else ()
        return Proposal("correct", record.id, (Wish("source", (name,) if name else (), places),))

    return _decide(asked, hand, proposal)


@click.command()
@click.argument("ident", metavar="ID")
@click.argument("others", metavar="ID…", nargs=-1, required=True)
@_deciding
def merge(asked: Asked, hand: Hand, ident: str, others: tuple[str, ...]) -> int:
    """Say that several records are one.

    Actors, talks, commitments, disputes and claims can be merged, each with its kind.

    \b
    Example:
      onrecord review merge a-12ab a-9c01
    """
    return _decide(asked, hand, Proposal("merge", ident, others=others))


@click.command()
@click.argument("ident", metavar="ID")
@click.argument("part", metavar="PART…", nargs=-1, required=True)
@_deciding
def split(asked: Asked, hand: Hand, ident: str, part: tuple[str, ...]) -> int:
    """Take out of a record what is not of it.

    PART is a report whose telling comes out (talks, commitments, disputes), a statement (claims), and of an actor a
    name that it goes by or a report in which it is somebody else.

    \b
    Examples:
      onrecord review split t-1a2b r-5c01
      onrecord review split a-12ab "the Ministry of Works"
    """
    return _decide(asked, hand, lambda ledger: Proposal("split", ident, part=_parts(ledger, part)))


@click.command()
@click.argument("what", metavar="KIND", type=click.Choice(ADDABLE))
@click.argument("report", metavar="REPORT")
@click.argument("settings", metavar="FIELD=VALUE…", nargs=-1, required=True)
@_deciding
def add(asked: Asked, hand: Hand, what: Judged, report: str, settings: tuple[str, ...]) -> int:
    """Add a record by words of a report.

    KIND is statement, talk, commitment, figure or dispute. The fields are those of `onrecord review correct`. A
    statement needs source and content, a talk parties and evidence, a commitment by and action, a figure value, unit
    and evidence, a dispute claim, asserted_by, denied_by and evidence.

    \b
    Examples:
      onrecord review add statement r-5c01 source="Edvar Holt" content="it rains"
      onrecord review add figure r-5c01 value=40 unit=guards evidence="40 guards"
    """

    def proposal(ledger: Ledger) -> Proposal:
        record = find(ledger, report)
        return Proposal("add", record.id, wishes_of(what, settings, _text(ledger, record, None)), kind=what)

    return _decide(asked, hand, proposal)


@click.command()
@click.argument("ident", metavar="ID")
@_deciding
def withdraw(asked: Asked, hand: Hand, ident: str) -> int:
    """Take a decision back; its row stays.

    \b
    Example:
      onrecord review withdraw j-4f18
    """
    with open_ledger(asked.ledger) as store:
        gone = taken_back(store, ident, by=hand.by, note=hand.note)
    click.echo(one_line(f"{gone.id} withdrawn: {in_words(gone)}"))
    return 0


def _decide(asked: Asked, hand: Hand, asks: Proposal | Callable[[Ledger], Proposal]) -> int:
    """Enter a decision and say what has become of the record."""
    with open_ledger(asked.ledger) as store:
        ledger = ledger_as_of(store, asked.day)
        proposal = asks if isinstance(asks, Proposal) else asks(ledger)
        made = _entered(store, ledger, replace(proposal, note=hand.note), hand)
        if asked.as_json:
            print_records([made])
            return 0
        now = [ident for ident in touched(ledger_as_of(store, asked.day), made.id) if not ident.startswith("r-")]
    there = f", now {', '.join(now[:4])}" if now and now != [made.about] else ""
    click.echo(one_line(f"{made.id}: {in_words(made)} ({made.about}{there})"))
    return 0


def _entered(store: Store, ledger: Ledger, proposal: Proposal, hand: Hand) -> Judgement:
    """The decision, entered; where others have decided about the same they are shown, unless that was seen."""
    seen = None if hand.over else [judgement.id for judgement in store.judgements() if judgement.by == hand.by]
    try:
        return decide(store, ledger, proposal, by=hand.by, seen=seen)
    except Stale as stale:
        raise Stale(
            stale.what, decisions=stale.decisions, hint="look at it again, and give --over to decide all the same"
        ) from stale


def _text(ledger: Ledger, record: Record, within: str | None) -> str:
    """The text of the report in which a record's words are looked for."""
    name = within or _home(record)
    found = [report for report in ledger.reports if name and report.id.startswith(name)]
    return found[0].text if found else ""


def _home(record: Record) -> str | None:
    if isinstance(record, ReportRecord):
        return record.id
    if isinstance(record, Statement | Figure):
        return record.report
    if isinstance(record, Talk | Commitment | Dispute):
        return record.mentions[0].report
    return None


def _kind(record: Record) -> Judged:
    kind = TYPES[type(record)]
    if kind == "judgement":
        raise UsageError("a decision is not decided about", hint="onrecord review withdraw takes it back")
    return kind  # type: ignore[return-value]


def _parts(ledger: Ledger, part: Sequence[str]) -> tuple[str, ...]:
    """What comes out, with the beginnings of ids made whole; a name stays as it is."""
    held = [record.id for family in (ledger.reports, ledger.statements) for record in family]
    return tuple(next((name for name in held if len(one) > MARK and name.startswith(one)), one) for one in part)
