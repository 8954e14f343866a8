"""From a proposal to a decision without a name under it: what it is about, where its words are, what it sets."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.errors import NotFound, UsageError
from onrecord.export.rows import TYPES, Record
from onrecord.model.judgement import Anchor, Change, Judged, Judgement
from onrecord.model.ledger import Ledger
from onrecord.model.records import Actor, Claim, Figure, ReportRecord, Statement
from onrecord.queries.find import find
from onrecord.resolve.parties import ONLY_PARTY
from onrecord.review.adding import drafted
from onrecord.review.anchoring import MOST_VOICES, anchors, voice_anchors
from onrecord.review.checking import changes_of
from onrecord.review.fields import ADDABLE, FIELDS, MERGEABLE, REJECTABLE
from onrecord.review.ground import Ground
from onrecord.review.proposal import Proposal
from onrecord.review.sheet import Sheet
from onrecord.review.voicing import where
from onrecord.review.words import called, rests_on

__all__ = ["draft"]

MOST_ANCHORS = 400
"""Mentions that one merge or split can hold."""


def draft(ledger: Ledger, ground: Ground, proposal: Proposal) -> Judgement:
    """The decision that a proposal comes to, with an empty id, name and time.

    Raises `NotFound` for ids that the ledger does not have and `UsageError` for what cannot be meant. A decision
    without anchors is about a record whose words are no longer read so.
    """
    if proposal.decision == "add":
        return _added(ledger, ground, proposal)
    record = find(ledger, proposal.about)
    kind = _kind(record)
    _decidable(record)
    _check(proposal, kind)
    if proposal.decision == "merge" or proposal.others:
        return _merged(ledger, ground, proposal, record)
    if proposal.decision == "split":
        return _split(ledger, ground, proposal, record)
    found = [one for one in anchors(record, ledger, ground) if proposal.within in (None, one.report)]
    if proposal.within is not None and not found:
        raise NotFound(
            f"{record.id} is not told in {proposal.within}", hint=f"onrecord show {record.id} lists where it is"
        )
    report = proposal.within or _home(record, found)
    changes = changes_of(kind, proposal.wishes, report, ledger, ground)
    return _judgement(record.id, proposal, kind, found, changes)


def _kind(record: Record) -> Judged:
    kind = TYPES[type(record)]
    if kind == "judgement":
        raise UsageError("a decision is not decided about", hint="it can be withdrawn: onrecord review withdraw ID")
    return kind  # type: ignore[return-value]


def _decidable(record: Record) -> None:
    """Is there anything in the reports to tie a decision to?"""
    if isinstance(record, Actor) and ONLY_PARTY in record.why:
        what = f"no report speaks of {record.name} by itself, only of those who speak for it"
        raise UsageError(what, hint="decide about one of them")


def _check(proposal: Proposal, kind: Judged) -> None:
    """Can this be decided about such a record?"""
    if proposal.decision == "correct" and not FIELDS[kind]:
        raise UsageError(f"a {kind} has no field to correct", hint="correct its statements, merge or split it")
    if proposal.decision == "correct" and not proposal.wishes:
        raise UsageError("nothing is to be corrected", hint=f"name a field: {', '.join(f.name for f in FIELDS[kind])}")
    if proposal.decision != "correct" and proposal.wishes:
        raise UsageError(f"only a correction sets fields, not {proposal.decision}")
    if proposal.decision == "reject" and kind not in REJECTABLE:
        raise UsageError(f"a {kind} cannot be rejected")
    if proposal.decision in ("merge", "split") and kind not in MERGEABLE:
        raise UsageError(f"a {kind} cannot be merged or split", hint=f"only {', '.join(MERGEABLE)}")


def _home(record: Record, found: Sequence[Anchor]) -> str:
    """The report that the places of words are in, unless another is named."""
    if isinstance(record, ReportRecord):
        return record.id
    if isinstance(record, Statement | Figure):
        return record.report
    return found[0].report if found else ""


def _merged(ledger: Ledger, ground: Ground, proposal: Proposal, record: Record) -> Judgement:
    """Several records of a kind that are one, or, where they are accepted as they are, two."""
    others = list(dict.fromkeys(find(ledger, other).id for other in proposal.others))
    records = [record, *(find(ledger, other) for other in others)]
    if len({one.id for one in records}) < 2:
        raise UsageError("one record alone cannot be merged", hint="name at least one more")
    kinds = {_kind(one) for one in records}
    if len(kinds) > 1:
        raise UsageError(f"a {' and a '.join(sorted(kinds))} cannot be one")
    for one in records:
        _decidable(one)
    told = [_enough(each, anchors(each, ledger, ground)) for each in records]
    found = [_part(one, part) for part, some in enumerate(told) for one in some]
    return _judgement(record.id, proposal, kinds.pop(), found, (), tuple(others))


def _split(ledger: Ledger, ground: Ground, proposal: Proposal, record: Record) -> Judgement:
    """A record less what comes out of it."""
    if not proposal.part:
        raise UsageError("nothing is to be taken out", hint="name reports, statements or names that are not of it")
    if isinstance(record, Actor):
        found = _voices(ledger, ground, proposal, record)
    else:
        wanted = {*proposal.part}
        if isinstance(record, Claim):
            out = {one for s in ledger.statements if s.id in wanted for one in anchors(s, ledger, ground)}
            found = [_part(one, int(one in out)) for one in _enough(record, anchors(record, ledger, ground))]
        else:
            found = [_part(one, int(one.report in wanted)) for one in _enough(record, anchors(record, ledger, ground))]
    if len({one.part for one in found}) < 2:
        what = "nothing of it is" if not any(one.part for one in found) else "nothing would be left without"
        raise UsageError(
            f"{what} {', '.join(proposal.part[:4])}", hint=f"onrecord show {record.id} lists what it is made of"
        )
    return _judgement(record.id, proposal, _kind(record), found, ())


def _voices(ledger: Ledger, ground: Ground, proposal: Proposal, actor: Actor) -> list[Anchor]:
    """Of an actor, what it is called by a name or in a report comes out; a few voices stand for what stays."""
    reports = [part for part in proposal.part if any(report.id == part for report in ledger.reports)]
    names = {part for part in proposal.part if part not in reports}
    unknown = names - {actor.name, *actor.aliases}
    if unknown:
        hint = f"it is called {', '.join((actor.name, *actor.aliases[:6]))}"
        raise UsageError(f"{actor.id} is not called {', '.join(sorted(unknown))}", hint=hint)
    everywhere = where(ledger, actor.id) if names else reports
    told = list(voice_anchors(actor, ledger, ground, reports=everywhere)) if everywhere else []
    out = [one for one in told if one.report in reports or one.name in names]
    kept = [one for one in (*told, *voice_anchors(actor, ledger, ground)) if one not in out and one.report]
    stays = [_part(one, 0) for one in dict.fromkeys(kept)][:MOST_VOICES]
    return [*stays, *(_part(one, 1) for one in dict.fromkeys(out))]


def _enough(record: Record, found: Iterable[Anchor]) -> list[Anchor]:
    """The anchors of a record that is merged or split."""
    some = list(dict.fromkeys(found))
    if len(some) > MOST_ANCHORS:
        raise UsageError(f"{record.id} is told {len(some)} times", hint=f"{MOST_ANCHORS} at most can be decided about")
    return some


def _part(one: Anchor, part: int) -> Anchor:
    return replace(one, part=part)


def _added(ledger: Ledger, ground: Ground, proposal: Proposal) -> Judgement:
    record = find(ledger, proposal.about)
    if not isinstance(record, ReportRecord):
        raise UsageError(f"{record.id} is no report", hint="a record is added to a report by selecting words of it")
    kind = proposal.kind
    if kind is None or kind not in ADDABLE:
        raise UsageError("what is to be added?", hint=f"one of {', '.join(ADDABLE)}")
    changes = changes_of(kind, proposal.wishes, record.id, ledger, ground)
    given = {change.field for change in changes}
    missing = [field.name for field in FIELDS[kind] if field.needed and field.name not in given]
    if kind == "commitment" and "evidence" in missing:
        missing.remove("evidence")  # the words of what is to be done tell of it
    held = ground.report(record.id)
    if missing or held is None:
        raise UsageError(f"a {kind} needs {', '.join(missing)}", hint="select the words and say who")
    sheet = Sheet(*held)
    thing = drafted(sheet, kind, changes)
    place = Anchor(kind, record.id, rests_on(thing), called(thing, sheet.voices))
    return _judgement(record.id, proposal, kind, [place], changes)


def _judgement(
    about: str,
    proposal: Proposal,
    kind: Judged,
    found: Sequence[Anchor],
    changes: tuple[Change, ...],
    others: tuple[str, ...] = (),
) -> Judgement:
    note = " ".join((proposal.note or "").split()) or None
    return Judgement("", about, proposal.decision, "", "", note, kind, changes, tuple(found), others)
