"""What all reports together come to, held part by part: a report that comes, goes or changes touches what it can touch.

Every part holds what it concluded and is told which reports to look at again. What they hold rests on nothing but
which reports there are: in whatever order and portions these come, and whatever else came and went meanwhile.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from onrecord.link.about import About
from onrecord.link.cast import Cast, Recast
from onrecord.link.claims import Claims
from onrecord.link.commitments import Commitments
from onrecord.link.copies import NONE, Copied, Copies, Samples
from onrecord.link.disputes import Disputes
from onrecord.link.figures import Figures
from onrecord.link.once import Once
from onrecord.link.reports import Reports
from onrecord.link.scene import Scene
from onrecord.link.shelf import Shelf
from onrecord.link.statements import Statements
from onrecord.link.talks import Talks
from onrecord.link.versions import Versions
from onrecord.model.ledger import Ledger
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.model.ties import UNDECIDED, Decided
from onrecord.resolve.printed import Printings, printings
from onrecord.resolve.published import Days

__all__ = ["Conclusions"]


class Conclusions:
    """The ledger as of a day; `decided` is what people decided about which things are one and which are not."""

    def __init__(self, day: date, decided: Decided = UNDECIDED) -> None:
        self._day = day
        self._given: dict[str, Report] = {}
        self._read: dict[str, Reading] = {}
        self._later: set[str] = set()
        self._once, self._days, self._printed, self._cast = Once(), Days(), Printings(), Cast(decided)
        self._counting: dict[str, Report] = {}
        self._counted: dict[str, Reading] = {}
        self._scene = Scene(
            self._counting, self._counted, self._days.published, self._cast.actors, self._cast.home,
            decided, self._printed.first,
        )  # fmt: skip
        self._statements, self._versions, self._copies = Statements(), Versions(), Copies()
        self._reports, self._talks, self._figures, self._disputes = Reports(), Talks(), Figures(), Disputes()
        self._commitments, self._claims, self._about = Commitments(day=day), Claims(), About()
        self._rows = (
            Shelf(self._reports.records), Shelf(self._cast.actors), Shelf(self._about.records),
            Shelf(self._talks.records), Shelf(self._commitments.records), Shelf(self._figures.records),
            Shelf(self._disputes.records), Shelf(self._claims.records),
        )  # fmt: skip

    def ledger(self) -> Ledger:
        """All records as they stand now."""
        reports, actors, statements, talks, commitments, figures, disputes, claims = self._rows
        return Ledger(
            self._day, reports.row(), actors.row(), statements.row(), talks.row(), commitments.row(), figures.row(),
            disputes.row(), claims.row(), later=len(self._later),
        )  # fmt: skip

    def renew(
        self,
        reports: Iterable[Report],
        readings: Iterable[Reading],
        *,
        gone: Collection[str] = (),
        samples: Samples = NONE,
    ) -> None:
        """Take reports in with their readings, in place of those of their ids, and let others go.

        `samples` are those of reports' words that were taken before (`onrecord.link.copies.sampled`).
        """
        touched = self._taken({report.id: report for report in reports}, readings, gone)
        recast = self._cast.renew(self._scene, touched)
        self._link(touched, recast, touched | recast.reports | self._reprinted(touched), samples)

    def _taken(self, arrived: Mapping[str, Report], readings: Iterable[Reading], gone: Collection[str]) -> set[str]:
        """Which reports count from now on, or no longer, or otherwise."""
        read = {reading.report: reading for reading in readings}
        for name in gone:
            self._given.pop(name, None)
            self._read.pop(name, None)
        self._given |= arrived
        self._read |= read
        touched = {*arrived, *read, *gone, *self._once.renew(arrived, gone)}
        touched |= self._days.renew(self._once.kept, self._read, touched)
        for name in touched:
            self._count(name)
        return touched

    def _count(self, name: str) -> None:
        given, kept = self._given.get(name), self._once.kept.get(name)
        self._later.discard(name)
        self._counting.pop(name, None)
        self._counted.pop(name, None)
        if given is None:
            return
        if not _by(self._days.published.get(name, given.published), self._day):
            self._later.add(name)
        elif kept is not None:
            self._counting[name] = kept
            if name in self._read:
                self._counted[name] = self._read[name]

    def _reprinted(self, touched: Collection[str]) -> frozenset[str]:
        """The reports whose times count from another day, because an earlier printing came, went or changed."""
        here = [self._counting[name] for name in touched if name in self._counting]
        read = [self._counted[report.id] for report in here if report.id in self._counted]
        arrived = {page.name: page for page in printings(here, read, self._days.published)}
        return self._printed.renew(arrived, [name for name in touched if name not in arrived])

    def _link(self, touched: Collection[str], recast: Recast, look: Collection[str], samples: Samples) -> None:
        """Have every part look again: those before that others rest on."""
        scene = self._scene
        self._statements.renew(scene, look)
        said = self._statements.by_report
        talks = self._talks.renew(scene, look, actors={*recast.actors.gone, *recast.actors.made})
        figures, disputes = self._figures.renew(scene, look), self._disputes.renew(scene, look)
        commitments = self._commitments.renew(scene, look, said, talks)
        copied = self._copies.renew(scene, touched, samples)
        claims = self._claims.renew(scene, look, said, disputes, Copied(self._copies.of, copied))
        statements = self._about.renew(said, look, commitments, figures, disputes)
        changed = {*touched, *copied, *self._versions.renew(scene, touched)}
        reports = self._reports.renew(scene, changed, self._copies.of, self._versions.of)
        of_reports, of_actors, of_statements, of_talks, of_commitments, of_figures, of_disputes, of_claims = self._rows
        of_reports.note(reports)
        of_actors.note(recast.actors)
        of_statements.note(statements)
        of_talks.note(talks)
        of_commitments.note(commitments)
        of_figures.note(figures)
        of_disputes.note(disputes)
        of_claims.note(claims)


def _by(published: Published, day: date) -> bool:
    """Is a report of this day or an earlier one, or of no known day?"""
    last = published.end or published.start
    return last is None or last <= day
