"""What is held as people have corrected it so far, report by report, as far as one decision needs it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.errors import NotFound
from onrecord.ledger import Store
from onrecord.model.judgement import Judgement
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.review.apply import Applied, apply

__all__ = ["Ground", "reports_of"]


class Ground:
    """The reports of a store with their readings after the decisions that stand, looked up one by one."""

    def __init__(self, store: Store, judgements: Sequence[Judgement]) -> None:
        self.judgements = judgements
        self._store = store
        self._done: dict[str, tuple[Report, Reading] | None] = {}
        self._about: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in judgements:
            for name in reports_of([judgement]):
                self._about[name].append(judgement)

    def report(self, name: str) -> tuple[Report, Reading] | None:
        """A report with its judged reading; None where it is not held."""
        if name not in self._done:
            try:
                held = [(self._store.report(name), self._store.reading(name))]
            except NotFound:
                self._done[name] = None
            else:
                # What belongs together over reports is of no account here: one report is judged by itself.
                done = apply(held, self._about.get(name, ()))
                self._done[name] = done.reports[0], done.readings[0]
        return self._done[name]

    def with_one_more(self, judgement: Judgement) -> Applied:
        """All reports that a decision is anchored in, after all decisions and this one."""
        names = sorted(reports_of([judgement]))
        held = (
            [(self._store.report(name), self._store.reading(name)) for name in names if self._store.holds(name)]
            if all(anchor.report for anchor in judgement.anchors)
            else list(self._store.held())
        )
        here = {report.id for report, _ in held}
        beside = [j for j in self.judgements if reports_of([j]) & here or not reports_of([j])]
        return apply(held, [*beside, judgement])


def reports_of(judgements: Iterable[Judgement]) -> set[str]:
    """The reports in which decisions are anchored."""
    return {anchor.report for judgement in judgements for anchor in judgement.anchors if anchor.report}
