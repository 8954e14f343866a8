"""From readings to the ledger as of a day: derived, disposable, and the same whatever order the reports came in."""

from collections.abc import Sequence
from datetime import date

from onrecord.link.conclusions import Conclusions
from onrecord.link.copies import NONE, Samples
from onrecord.model.ledger import Ledger
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.model.ties import UNDECIDED, Decided

__all__ = ["link"]


def link(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    *,
    day: date,
    decided: Decided = UNDECIDED,
    samples: Samples = NONE,
) -> Ledger:
    """The whole ledger as of `day`: days are worked out from all reports, records only from those published by then.

    `decided` is what people decided about which things are one and which are not; `samples` are those of reports' words
    that were taken before (`onrecord.link.copies.sampled`).
    """
    conclusions = Conclusions(day, decided)
    conclusions.renew(reports, readings, samples=samples)
    return conclusions.ledger()
