"""Entering a decision: checked against the ledger that was looked at, and against what others decided meanwhile."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from onrecord.errors import LedgerError, NotFound, Stale, UsageError
from onrecord.ledger import Store
from onrecord.model.decisions import in_words
from onrecord.model.judgement import Judgement
from onrecord.model.ledger import Ledger
from onrecord.model.records import Commitment, Dispute, Figure, Statement, Talk
from onrecord.review.drafting import draft
from onrecord.review.ground import Ground, reports_of
from onrecord.review.proposal import Proposal
from onrecord.text.ids import content_id

__all__ = ["decide", "withdraw"]

TRIES = 5
"""How often a decision is checked again because another was entered just then."""
LONGEST_NOTE, LONGEST_NAME = 2000, 200


def decide(
    store: Store,
    ledger: Ledger,
    proposal: Proposal,
    *,
    by: str,
    seen: Collection[str] | None = None,
    at: str | None = None,
) -> Judgement:
    """Enter what somebody decided about a record of a ledger that was derived from this store; the new row.

    `seen` are the ids of the decisions about the record that the person could see, `decided(ledger, id)` at the time
    the page was made; None for whatever stands now. `at` is the time in ISO 8601, now by default. Raises `Stale` where
    another decision about the same has come or gone since, `NotFound` for ids that the ledger does not have, and
    `UsageError` for what cannot be meant.
    """
    by = " ".join(by.split())
    _check(by, proposal.note)
    for _ in range(TRIES):
        standing = store.judgements()
        ground = Ground(store, standing)
        new = draft(ledger, ground, proposal)
        earlier = _earlier(ledger, ground, replace(new, id="j-"))
        if seen is not None:
            _refuse_stale(store, earlier, seen)
        new = _signed(new, by, _after(at, earlier), tuple(judgement.id for judgement in earlier))
        if store.judge(new, beside=[judgement.id for judgement in standing]):
            return new
    raise LedgerError("others are deciding at the same moment", where=store.place, hint="try again")


def withdraw(store: Store, judgement: str, *, by: str, note: str | None = None, at: str | None = None) -> Judgement:
    """Take a decision back; its row stays, with who took it back, when and why. Raises `NotFound`.

    `judgement` is the id of one that stands, or the beginning of it.
    """
    by = " ".join(by.split())
    _check(by, note)
    found = [one for one in store.judgements() if judgement and one.id.startswith(judgement)]
    if len(found) > 1:
        raise UsageError(f"{len(found)} decisions begin with {judgement!r}", hint="give more of the id")
    if not found:
        hint = "`onrecord review list` lists those that do"
        raise NotFound(f"no decision that stands has an id that begins with {judgement!r}", hint=hint)
    store.withdraw(found[0].id, at=at or _now(), by=by, note=note)
    return found[0]


def _check(by: str, note: str | None) -> None:
    if not by or len(by) > LONGEST_NAME:
        raise UsageError("a decision needs the name of who makes it")
    if note is not None and len(note) > LONGEST_NOTE:
        raise UsageError("the reason is too long", hint=f"{LONGEST_NOTE} characters at most")


def _earlier(ledger: Ledger, ground: Ground, new: Judgement) -> tuple[Judgement, ...]:
    """The standing decisions about the same things as a new one, oldest first.

    Raises `Stale` where the record has gone by a decision that the ledger does not know, else `NotFound`.
    """
    # As if it knew all that stands: what came near to these words before does so still.
    knowing = replace(new, at="9999", seen=tuple(judgement.id for judgement in ground.judgements))
    applied = ground.with_one_more(knowing)
    mine = {place for place, _ in applied.outcomes[new.id].places} if new.anchors else set()
    if not mine:
        known = {judgement.id for judgement in ledger.judgements}
        here = {anchor.report for anchor in new.anchors} or _told_in(ledger, new.about)
        gone = [j for j in ground.judgements if j.id not in known and reports_of([j]) & here]
        if gone:
            raise Stale(_whose(gone), decisions=tuple(j.id for j in gone), hint="look at it again")
        raise NotFound(f"the words of {new.about} are no longer read so", hint="look at its report again")
    outcomes = [(judgement, applied.outcomes.get(judgement.id)) for judgement in ground.judgements]
    same = [judgement for judgement, done in outcomes if done and mine & {place for place, _ in done.places}]
    return tuple(sorted(same, key=lambda judgement: (judgement.at, judgement.id)))


def _told_in(ledger: Ledger, record: str) -> set[str]:
    """The reports that tell of a record of the ledger, or all where that cannot be said."""
    said: Sequence[Statement | Figure] = (*ledger.statements, *ledger.figures)
    told: Sequence[Talk | Commitment | Dispute] = (*ledger.talks, *ledger.commitments, *ledger.disputes)
    found = [one.report for one in said if one.id == record]
    found += [mention.report for one in told if one.id == record for mention in one.mentions]
    return set(found) or {report.id for report in ledger.reports}


def _refuse_stale(store: Store, earlier: Sequence[Judgement], seen: Collection[str]) -> None:
    """Raise `Stale` where a decision stands that was not seen, or one that was seen stands no more."""
    new = [judgement for judgement in earlier if judgement.id not in seen]
    if new:
        raise Stale(_whose(new), decisions=tuple(judgement.id for judgement in new), hint="look at it again")
    here = {judgement.id for judgement in earlier}
    gone = [one for one in store.withdrawn() if one.judgement.id in seen and one.judgement.id not in here]
    if gone:
        what = f"{gone[0].by or 'somebody'} withdrew on {gone[0].at[:10]}: {in_words(gone[0].judgement)}"
        raise Stale(what, decisions=tuple(one.judgement.id for one in gone), hint="look at it again")


def _whose(decisions: Sequence[Judgement]) -> str:
    last = decisions[-1]
    more = f", and {len(decisions) - 1} more" if len(decisions) > 1 else ""
    return f"{last.by} has decided about the same on {last.at[:10]}: {in_words(last)} ({last.id}{more})"


def _signed(new: Judgement, by: str, at: str, seen: tuple[str, ...]) -> Judgement:
    content = {"about": new.about, "decision": new.decision, "by": by, "at": at, "what": in_words(new)}
    return replace(new, id=content_id("j", content), by=by, at=at, seen=seen)


def _after(at: str | None, earlier: Sequence[Judgement]) -> str:
    """The time of a decision: now, and after those that it follows, also where a clock was set back."""
    if at is not None:
        return at
    now, last = _now(), max((judgement.at for judgement in earlier), default="")
    if now > last:
        return now
    return (datetime.fromisoformat(last) + timedelta(microseconds=1)).isoformat(timespec="microseconds")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
