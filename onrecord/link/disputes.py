"""One dispute over many reports: the same sides on the same question."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import product

from onrecord.link.concepts import overlap, topics
from onrecord.link.files import Place
from onrecord.link.joining import Group, Joining, Rule
from onrecord.link.named import Named
from onrecord.link.names import calling
from onrecord.link.renewed import Renewed
from onrecord.link.scene import Scene
from onrecord.link.statements import statement_id
from onrecord.link.verdict import Verdict
from onrecord.model.reading import FoundDispute, Reading
from onrecord.model.records import Dispute, DisputeMention
from onrecord.text.ids import content_id

__all__ = ["Disputes", "link_disputes"]

ENOUGH = 0.6  # share of the smaller set of concepts, of the two words for it that are closest
AT_LEAST = 2  # concepts in common, the sides' own names not counted
NEAREST = 60


@dataclass(frozen=True, slots=True)
class _Told:
    """One report's telling of a dispute: actors and sides against each other, and the concepts of what it is about."""

    report: str
    number: int
    place: Place
    found: FoundDispute
    by: tuple[str, ...]
    against: tuple[str, ...]
    asserting: frozenset[str]
    denying: frozenset[str]
    about: tuple[frozenset[str], ...]
    statements: tuple[str, ...]


def link_disputes(scene: Scene) -> tuple[Dispute, ...]:
    """Disputes shown by the reports that count, each once, sorted by id."""
    disputes = Disputes()
    disputes.renew(scene, scene.readings)
    return tuple(disputes.records[key] for key in sorted(disputes.records))


class Disputes:
    """The disputes that reports show, by id; when some reports change, only those that these can touch are made
    anew."""

    def __init__(self) -> None:
        self._joining: Joining[_Told] | None = None
        self._named = Named[Dispute]()
        self.records = self._named.records

    def renew(self, scene: Scene, reports: Collection[str]) -> Renewed[Dispute]:
        """Look again at the disputes of some reports."""
        if self._joining is None:
            self._joining = Joining(Rule(_compare, _blocks, _face, ENOUGH, NEAREST), scene.decided.disputes)
        read = [scene.readings[report] for report in reports if report in scene.readings]
        rows = [_told(scene, reading, number) for reading in read for number in range(len(reading.disputes))]
        changed = self._joining.renew(reports, rows)
        return self._named.renew(
            (group.key for group in changed.gone), ((group.key, _dispute(group)) for group in changed.made)
        )


def _told(scene: Scene, reading: Reading, number: int) -> _Told:
    found = reading.disputes[number]
    by, against = (scene.actors_of(reading.report, voices) for voices in (found.asserted_by, found.denied_by))
    asserting, denying = scene.sides(by), scene.sides(against)
    names = _names(scene, asserting | denying)
    return _Told(
        reading.report,
        number,
        (*scene.order(reading.report), found.claim.start, found.claim.end, number),
        found,
        by,
        against,
        asserting,
        denying,
        tuple(topics(span.exact) - names for span in (found.claim, *found.evidence)),
        tuple(statement_id(reading, reading.statements[i]) for i in found.statements),
    )


def _names(scene: Scene, sides: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(calling(scene.actors[side]) for side in sides))


def _compare(one: _Told, other: _Told) -> Verdict:
    """How close the two come where they are closest: in the claim, or in the words of either side."""
    pairs = [(a, b) for a in one.about for b in other.about if len(a & b) >= AT_LEAST]
    against = bool(one.denying & other.denying and one.asserting & other.asserting)
    return Verdict(max((overlap(a, b) for a, b in pairs), default=0.0), (), not against)


def _blocks(row: _Told) -> list[tuple[str, str]]:
    return list(product(row.asserting, row.denying))


def _face(row: _Told) -> tuple[frozenset[str], frozenset[str]]:
    return row.asserting, row.denying


def _id(first: _Told) -> str:
    claim = [first.found.claim.start, first.found.claim.end]
    sides = {"asserting": sorted(first.asserting), "denying": sorted(first.denying)}
    return content_id("d", {"report": first.report, "claim": claim, **sides})


def _dispute(group: Group[_Told]) -> Dispute:
    rows = group.rows
    mentions = []
    for report in dict.fromkeys(row.report for row in rows):
        spans_here = {(s.start, s.end): s for row in rows if row.report == report for s in row.found.evidence}
        mentions.append(DisputeMention(report, tuple(spans_here[key] for key in sorted(spans_here))))
    return Dispute(
        id=_id(rows[0]),
        claim=rows[0].found.claim.exact,
        asserted_by=tuple(dict.fromkeys(actor for row in rows for actor in row.by)),
        denied_by=tuple(dict.fromkeys(actor for row in rows for actor in row.against)),
        statements=tuple(dict.fromkeys(s for row in rows for s in row.statements)),
        mentions=tuple(mentions),
        why=tuple(dict.fromkeys((*group.decided, *(reason for row in rows for reason in row.found.why)))),
    )
