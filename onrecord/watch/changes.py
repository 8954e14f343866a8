"""What is new in the ledger since it was last told: records that came, and those whose status changed."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from onrecord.model.ledger import Ledger
from onrecord.model.records import Commitment, Dispute, ReportRecord, Talk

__all__ = ["Change", "changes", "snapshot"]

LONGEST = 300  # characters of what is quoted


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new: of which record, what was and what is now, in whose report and in which words.

    `id` is made of all of it, so that who is told twice can see it.
    """

    id: str
    kind: str
    record: str
    title: str
    was: str | None
    now: str
    report: str
    words: str
    day: str

    def as_json(self) -> str:
        """The change as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def snapshot(ledger: Ledger) -> dict[str, str]:
    """What is remembered of a ledger: for each report and record that is told of, its status."""
    return {record.id: _status(record, {}) for record in _told(ledger)}


def changes(ledger: Ledger, before: Mapping[str, str]) -> Iterator[Change]:
    """What is new since `before`: reports first, then commitments, talks and disputes, each by id.

    A report is told once: of two texts of one page the one that came second is the changed one, also where both are of
    one day and the ledger, which looks at days and not at when a text came in, has them the other way round.
    """
    names = {report.id: report.title or report.name for report in ledger.reports}
    later = {report.version_of: report.id for report in ledger.reports if report.version_of and report.id in before}
    for record in _told(ledger):
        now, was = _status(record, later), before.get(record.id)
        if now != was and not (was and isinstance(record, ReportRecord)):
            yield _change(record, was, now, names, ledger.day.isoformat())


def _told(ledger: Ledger) -> Iterator[ReportRecord | Commitment | Talk | Dispute]:
    yield from ledger.reports
    yield from ledger.commitments
    yield from ledger.talks
    yield from ledger.disputes


def _status(record: ReportRecord | Commitment | Talk | Dispute, later: Mapping[str, str]) -> str:
    if isinstance(record, ReportRecord):
        return "changed" if record.version_of or record.id in later else "taken in"
    return record.status if isinstance(record, Commitment | Talk) else "disputed"


def _change(
    record: ReportRecord | Commitment | Talk | Dispute, was: str | None, now: str, names: Mapping[str, str], day: str
) -> Change:
    kind, title, report, words = _shown(record)
    told = (kind, record.id, title[:LONGEST], was, now, names.get(report, report), words[:LONGEST], day)
    digest = hashlib.sha256(json.dumps([record.id, was, now, day]).encode()).hexdigest()[:16]
    return Change(f"n-{digest}", *told)


def _shown(record: ReportRecord | Commitment | Talk | Dispute) -> tuple[str, str, str, str]:
    """Its kind, its title, the report that told of it last, and that report's words."""
    if isinstance(record, ReportRecord):
        return "report", record.title or record.name, record.id, record.url or ""
    if isinstance(record, Commitment):
        last = record.mentions[-1]
        return "commitment", record.action, last.report, last.evidence.exact
    if isinstance(record, Talk):
        mention = record.mentions[-1]
        return "talk", mention.evidence.exact, mention.report, mention.evidence.exact
    shown = record.mentions[-1]
    return "dispute", record.claim, shown.report, shown.evidence[0].exact if shown.evidence else ""
