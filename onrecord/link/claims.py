"""Claims: what is said to be so, whoever says it, in whatever words; who speaks against it; how many stand behind it.

Statements that could say the same, or the contrary, meet (`onrecord.link.meeting`) and are compared feature by feature
(`onrecord.link.claim_features`); what joins is one claim, what cannot hold together with a claim is an objection to it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from onrecord.link.agreeing import Agreeing
from onrecord.link.claim_records import Records
from onrecord.link.clusters import tied
from onrecord.link.copies import Copied
from onrecord.link.grouping import Group, Grouping
from onrecord.link.origins import Sources
from onrecord.link.renewed import Renewed
from onrecord.link.sayings import Sayings
from onrecord.link.scene import Scene
from onrecord.model.records import Claim, Dispute, Statement
from onrecord.model.ties import Ties

__all__ = ["Claims", "link_claims"]


def link_claims(
    scene: Scene, statements: Sequence[Statement], disputes: Sequence[Dispute], copies: Mapping[str, str]
) -> tuple[Claim, ...]:
    """What several statements say, or one that others speak against, by id; `statements` are all of the scene's."""
    records = iter(statements)
    by_report = {reading.report: tuple(islice(records, len(reading.statements))) for reading in scene.in_order()}
    claims = Claims()
    claims.renew(
        scene, by_report, by_report, Renewed(made={one.id: one for one in disputes}), Copied(copies, frozenset())
    )
    return tuple(claims.records[key] for key in sorted(claims.records))


class Claims:
    """The claims of all reports that are held, by id.

    What is said in the very same words is one line, however often; lines that say the same hang together, and what
    hangs together is grouped by itself. So a report touches the lines that its statements meet, and their groups.
    """

    def __init__(self) -> None:
        self.records: dict[str, Claim] = {}
        self._held: _Held | None = None
        self._claim: dict[int, str] = {}  # by the first line of a group that is one
        self._disputes: dict[str, Dispute] = {}
        self._disputed: Counter[str] = Counter()
        self._about: dict[str, tuple[object, ...]] = {}

    def renew(
        self,
        scene: Scene,
        reports: Collection[str],
        statements: Mapping[str, Sequence[Statement]],
        disputes: Renewed[Dispute],
        copied: Copied,
    ) -> Renewed[Claim]:
        """Take what these reports say now, what changed among disputes, and which reports copy others than before.

        `statements` are those of every report, by report.
        """
        held = self._held = self._held or _Held(scene.decided.claims)
        sources = Sources(scene, copied.of)
        changed = held.sayings.renew(scene, reports, statements)
        same, told = held.agreeing.renew(changed)
        otherwise = held.lines((*copied.changed, *self._otherwise(sources, reports)), but=changed.put)
        otherwise |= changed.thinner | changed.other
        told |= changed.new | changed.longer.keys() | otherwise | held.disputed(*self._newly_disputed(disputes))
        groups = held.grouping.renew(changed.gone, same)
        for group in {*groups.gone, *map(held.grouping.of, otherwise)}:
            held.records.forget(group)
        again = {*groups.made, *map(held.grouping.of, told)}
        renewed = self._told(held, sources, groups.gone, again, changed.longer)
        held.sayings.close()
        return renewed

    def _told(
        self,
        held: "_Held",
        sources: Sources,
        gone: Collection[Group],
        again: Collection[Group],
        longer: Mapping[int, Sequence[int]],
    ) -> Renewed[Claim]:
        """Tell the claims of some groups anew; those of others are no more."""
        left = {name for group in (*gone, *again) if (name := self._claim.pop(group[0], None)) is not None}
        before = {name: self.records.pop(name) for name in left}
        made = {}
        for group in again:
            added = [row for line in group for row in longer.get(line, ())]
            record = held.records.claim(group, sources, self._disputed.keys(), added, held.grouping.decided(group))
            if record is not None:
                made[record.id] = record
                self._claim[group[0]] = record.id
        self.records |= made
        return Renewed(
            frozenset(left - made.keys()), {name: one for name, one in made.items() if one != before.get(name)}
        )

    def _newly_disputed(self, disputes: Renewed[Dispute]) -> tuple[Collection[str], Collection[str]]:
        """The reports, and of these the statements, that are part of a dispute and were not, or no more."""
        old = [self._disputes.pop(name) for name in {*disputes.gone, *disputes.made} if name in self._disputes]
        new = list(disputes.made.values())
        self._disputes |= disputes.made
        before = {name: self._disputed[name] > 0 for one in (*old, *new) for name in one.statements}
        self._disputed.subtract(name for one in old for name in one.statements)
        self._disputed.update(name for one in new for name in one.statements)
        for name in [name for name in before if not self._disputed[name]]:
            del self._disputed[name]
        changed = {name for name, was in before.items() if was != (name in self._disputed)}
        return {mention.report for one in (*old, *new) for mention in one.mentions}, changed

    def _otherwise(self, sources: Sources, reports: Collection[str]) -> Iterator[str]:
        """Those of the reports that had their words from elsewhere than they have now."""
        for report in reports:
            now, before = sources.about(report), self._about.pop(report, None)
            if now is not None:
                self._about[report] = now
            if now != before:
                yield report


class _Held:
    """Statements in lines, the pairs among these, their groups, and what is told of these."""

    def __init__(self, ties: Ties) -> None:
        self.sayings = Sayings(tied(ties))
        self.agreeing = Agreeing(self.sayings)
        self.grouping = Grouping(self.sayings, self.agreeing, ties)
        self.records = Records(self.sayings, self.agreeing)

    def lines(self, reports: Collection[str], *, but: Collection[int]) -> set[int]:
        """The lines that the statements of some reports are in, less some of these."""
        rows = {number for report in reports for number in self.sayings.of(report)}
        return {self.sayings.first(number) for number in rows.difference(but)}

    def disputed(self, reports: Collection[str], statements: Collection[str]) -> set[int]:
        """The lines that some statements of some reports are in."""
        rows = [number for report in reports for number in self.sayings.of(report)]
        return {self.sayings.first(number) for number in rows if self.sayings.rows[number].statement.id in statements}
