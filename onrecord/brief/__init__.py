"""The brief: the state of play as of a day, assembled from records and exact quotes, as an analyst would paste it."""

from onrecord.brief.commitments import by_kind, commitments
from onrecord.brief.days import period_words
from onrecord.brief.demands import announced, demands
from onrecord.brief.disputes import disputes
from onrecord.brief.figures import figures
from onrecord.brief.index import Index
from onrecord.brief.notes import Notes
from onrecord.brief.talks import talks
from onrecord.brief.telling import Telling
from onrecord.brief.value import Brief
from onrecord.model.ledger import Ledger
from onrecord.model.period import Period

__all__ = ["Brief", "brief"]


def brief(ledger: Ledger) -> Brief:
    """The state of play that a ledger holds: the same ledger gives the same brief, letter by letter."""
    index = Index(ledger)
    tell = Telling(index, Notes(index))
    promised = by_kind(tell)
    # In the order in which they are read, so that the marks count upwards.
    ordered = (
        commitments(tell, "overdue", promised["overdue"]),
        commitments(tell, "due", promised["due"]),
        disputes(tell),
        commitments(tell, "settled", promised["settled"]),
        commitments(tell, "open", promised["open"]),
        commitments(tell, "threat", promised["threat"]),
        *talks(tell),
        figures(tell),
        demands(tell),
        announced(tell),
    )
    return Brief(
        day=ledger.day,
        reports=len(ledger.reports),
        span=_span(ledger),
        agencies=tuple(sorted({agency for report in ledger.reports for agency in report.agencies})),
        undated=sum(not report.published.period.known for report in ledger.reports),
        later=ledger.later,
        sections=tuple(found for found in ordered if found.lines),
        evidence=tell.notes.all,
    )


def _span(ledger: Ledger) -> str:
    """From the first day to the last on which the reports were published, in words."""
    periods = [report.published.period for report in ledger.reports]
    first = min((day for period in periods if (day := period.start or period.end)), default=None)
    last = max((day for period in periods if (day := period.end or period.start)), default=None)
    return period_words(Period(first, last), year=ledger.day.year)
