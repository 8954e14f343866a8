"""A ledger that is looked at again and again: what came into it since is added to what was concluded before."""

from collections.abc import Collection
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from onrecord.ledger import Store
from onrecord.model.judgement import Judgement
from onrecord.model.ledger import Ledger
from onrecord.viewing import conclude, keep, kept, remembered, told, uncollected

if TYPE_CHECKING:
    from onrecord.link.conclusions import Conclusions

__all__ = ["Following"]

SMALL = 20_000
"""Statements of a view that is kept whenever it changes; to write a larger one takes longer than what changed."""


class Following:
    """The ledger of one store as of a day, for whoever stays: pages that are served, a watch.

    The first answer is a view that was kept, where there is one. From the first change on everything that was concluded
    stays in memory, and a report that comes costs what it touches. Another day, and a person's decision, have it
    concluded anew.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._day: date | None = None
        self._number = 0
        self._judgements: tuple[Judgement, ...] = ()
        self._conclusions: Conclusions | None = None

    def ledger(self, day: date) -> Ledger:
        """What the reports published by a day come to, from all that the store holds now."""
        with uncollected():
            view = None if day == self._day else kept(self._store, day)
            if view is not None:
                self._day, self._conclusions = day, None
                return view
            judgements = self._store.judgements()
            follows = self._follow(day, judgements)
            conclusions = self._conclusions if follows else None
            ledger = told(conclusions or self._begun(day, judgements), judgements)
            if not follows or len(ledger.statements) <= SMALL:
                self._keep(ledger, judgements)
            return ledger

    def _keep(self, ledger: Ledger, judgements: tuple[Judgement, ...]) -> None:
        """Keep the view for others, unless more has come in meanwhile."""
        state = self._store.state(ledger.day)
        if not self._store.changed(self._number).reports and self._store.judgements() == judgements:
            keep(self._store, ledger, state=state)

    def _begun(self, day: date, judgements: tuple[Judgement, ...]) -> "Conclusions":
        """Conclude everything anew."""
        self._conclusions = None  # two at a time would take twice the memory
        self._number = self._store.changed(0).number
        self._conclusions = conclude(self._store, day, judgements, samples=partial(remembered, self._store))
        self._day, self._judgements = day, judgements
        return self._conclusions

    def _follow(self, day: date, judgements: tuple[Judgement, ...]) -> bool:
        """Add what came since; False where that is not enough."""
        conclusions, changed = self._conclusions, self._store.changed(self._number)
        if conclusions is None or (day, judgements) != (self._day, self._judgements):
            return False
        if not _free(changed.reports, judgements):
            return False
        self._conclusions = None  # what is left half done by an error is no ground to go on from
        reports = [self._store.report(name) for name in changed.reports]
        conclusions.renew(reports, [self._store.reading(name) for name in changed.reports])
        self._conclusions, self._number = conclusions, changed.number
        return True


def _free(reports: Collection[str], judgements: Collection[Judgement]) -> bool:
    """Is nothing of these reports decided, so that they count as they were read?"""
    anchors = [anchor.report for judgement in judgements for anchor in judgement.anchors]
    words = {span.report for j in judgements for c in j.changes for who in c.who for span in who.words}
    return not reports or ("" not in anchors and None not in anchors and words.union(anchors).isdisjoint(reports))
