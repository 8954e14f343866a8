"""Where reports tell of a record: from a record of the ledger to things of readings and the words they rest on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch

from onrecord.export.rows import Record
from onrecord.link.statements import statement_id
from onrecord.model.judgement import Anchor
from onrecord.model.ledger import Ledger
from onrecord.model.reading import Reading
from onrecord.model.records import (
    Actor,
    Claim,
    Commitment,
    CommitmentMention,
    Dispute,
    Figure,
    ReportRecord,
    Statement,
    Talk,
    TalkMention,
)
from onrecord.model.span import Span
from onrecord.resolve.seen import DESCRIBED
from onrecord.review.ground import Ground
from onrecord.review.voicing import Known, forms, share, where
from onrecord.review.words import Thing, called, kind_of, rests_on

__all__ = ["MOST_VOICES", "anchor", "anchors", "voice_anchors"]

MOST_VOICES, MOST_OF_A_NAME, MOST_LOOKED_AT = 24, 3, 80
"""An actor is known again by some of its voices, of each of its names a few; for that so many reports are opened."""


def anchor(reading: Reading, thing: Thing, *, part: int = 0) -> Anchor:
    """The anchor of one thing of a reading."""
    return Anchor(kind_of(thing), reading.report, rests_on(thing), called(thing, reading.voices), part)


@singledispatch
def anchors(record: Record, ledger: Ledger, ground: Ground) -> Iterator[Anchor]:
    """The anchors of a record, in the order of its mentions; none where nothing held tells of it any more."""
    yield from ()


@anchors.register
def _(record: ReportRecord, ledger: Ledger, ground: Ground) -> Iterator[Anchor]:
    if ground.report(record.id) is not None:
        yield Anchor("report", record.id)


@anchors.register
def _(record: Actor, ledger: Ledger, ground: Ground) -> Iterator[Anchor]:
    yield from voice_anchors(record, ledger, ground)


@anchors.register
def _(record: Statement, ledger: Ledger, ground: Ground) -> Iterator[Anchor]:
    for reading in _reading(ground, record.report):
        yield from (anchor(reading, found) for found in reading.statements if statement_id(reading, found) == record.id)


@anchors.register
def _(record: Claim, ledger: Ledger, ground: Ground) -> Iterator[Anchor]:
    by_id = {statement.id: statement for statement in ledger.statements if statement.id in set(record.statements)}
    for name in record.statements:
        if name in by_id:
            yield from anchors(by_id[name], ledger, ground)


@anchors.register
def _(record: Figure, ledger: Ledger, ground: Ground) -> Iterator[Anchor]:
    same = (record.evidence, record.value, record.unit)
    for reading in _reading(ground, record.report):
        found = [one for one in reading.figures if (one.evidence, one.value, one.unit) == same]
        yield from (anchor(reading, one) for one in found[:1])


@anchors.register
def _(record: Talk, ledger: Ledger, ground: Ground) -> Iterator[Anchor]:
    names = forms(ledger, record.parties)
    for place, reading, used in _mentions(record.mentions, ground):
        talks = [(n, one) for n, one in enumerate(reading.talks) if one.evidence == place and n not in used]
        yield from _best(reading, [(share(reading, one.parties, names), n, one) for n, one in talks], used)


@anchors.register
def _(record: Commitment, ledger: Ledger, ground: Ground) -> Iterator[Anchor]:
    names = forms(ledger, record.by)
    for place, reading, used in _mentions(record.mentions, ground):
        bound = [(n, one) for n, one in enumerate(reading.commitments) if one.evidence == place and n not in used]
        yield from _best(reading, [(share(reading, one.by, names), n, one) for n, one in bound], used)


@anchors.register
def _(record: Dispute, ledger: Ledger, ground: Ground) -> Iterator[Anchor]:
    names = forms(ledger, (*record.asserted_by, *record.denied_by))
    for mention in record.mentions:
        for reading in _reading(ground, mention.report):
            for one in reading.disputes:
                sides = (*one.asserted_by, *one.denied_by)
                if {*one.evidence} <= {*mention.evidence} and (not sides or share(reading, sides, names)):
                    yield anchor(reading, one)


def voice_anchors(actor: Actor, ledger: Ledger, ground: Ground, *, reports: Sequence[str] = ()) -> Iterator[Anchor]:
    """The voices that an actor is, in some reports or wherever records tell of it; few of each name.

    One of whom no record tells is known by its name alone.
    """
    names: Counter[str] = Counter()
    known = Known(actor, ledger)
    for report in reports or where(ledger, actor.id)[:MOST_LOOKED_AT]:
        for reading in _reading(ground, report):
            for number in known.voices_in(reading):
                voice = reading.voices[number]
                names[voice.name] += 1
                if reports or (names[voice.name] <= MOST_OF_A_NAME and names.total() <= MOST_VOICES):
                    yield anchor(reading, voice)
    if not names and not reports and DESCRIBED not in actor.why:
        yield Anchor("actor", "", (), actor.name)


def _reading(ground: Ground, report: str) -> Iterator[Reading]:
    held = ground.report(report)
    if held is not None:
        yield held[1]


def _mentions(
    mentions: Iterable[TalkMention | CommitmentMention], ground: Ground
) -> Iterator[tuple[Span, Reading, set[int]]]:
    """The words of each mention with the reading that they are from, and the things already taken there."""
    used: dict[str, set[int]] = defaultdict(set)
    for mention in mentions:
        for reading in _reading(ground, mention.report):
            yield mention.evidence, reading, used[mention.report]


def _best(reading: Reading, fitting: Sequence[tuple[float, int, Thing]], used: set[int]) -> Iterator[Anchor]:
    if fitting:
        _, number, thing = max(fitting, key=lambda one: (one[0], -one[1]))
        used.add(number)
        yield anchor(reading, thing)
