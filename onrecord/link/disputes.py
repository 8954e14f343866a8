"""One dispute over many reports: the same sides on the same question."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.link.clusters import cluster, held
from onrecord.link.concepts import named, overlap, topics
from onrecord.link.scene import Scene
from onrecord.link.statements import statement_id
from onrecord.model.reading import FoundDispute
from onrecord.model.records import Dispute, DisputeMention
from onrecord.text.ids import content_id

__all__ = ["link_disputes"]

ENOUGH = 0.6  # share of the smaller set of concepts, of the two words for it that are closest
AT_LEAST = 2  # concepts in common, the sides' own names not counted
NEAREST = 60


@dataclass(frozen=True, slots=True)
class _Told:
    report: str
    number: int
    found: FoundDispute
    asserting: frozenset[str]
    denying: frozenset[str]
    about: tuple[frozenset[str], ...]
    statements: tuple[str, ...]


def link_disputes(scene: Scene) -> tuple[Dispute, ...]:
    """Disputes shown by the reports that count, each once, sorted by id."""
    told = _told(scene)
    pairs = [(_alike(told[i], told[j]), i, j) for i, j in _candidates(told)]
    pairs = [pair for pair in pairs if pair[0] >= ENOUGH]

    def allowed(i: int, j: int) -> bool:
        return bool(told[i].denying & told[j].denying and told[i].asserting & told[j].asserting)

    keys = [(row.report, row.number) for row in told]
    made = {}
    faces = [(row.asserting, row.denying) for row in told]
    for group in cluster(len(told), pairs, allowed, held(scene.decided.disputes, keys), faces=faces):
        dispute = _dispute(scene, [told[i] for i in group], scene.decided.disputes.why([keys[i] for i in group]))
        made[dispute.id] = dispute
    return tuple(made[key] for key in sorted(made))


def _told(scene: Scene) -> list[_Told]:
    rows = []
    for reading in scene.readings.values():
        for number, found in enumerate(reading.disputes):
            asserting = scene.sides(scene.actors_of(reading.report, found.asserted_by))
            denying = scene.sides(scene.actors_of(reading.report, found.denied_by))
            statements = tuple(statement_id(reading, reading.statements[i]) for i in found.statements)
            names = _names(scene, asserting | denying)
            about = tuple(topics(span.exact) - names for span in (found.claim, *found.evidence))
            rows.append(_Told(reading.report, number, found, asserting, denying, about, statements))
    return sorted(rows, key=lambda row: (scene.order(row.report), row.found.claim.start, row.found.claim.end))


def _names(scene: Scene, sides: frozenset[str]) -> frozenset[str]:
    actors = [scene.actors[side] for side in sides]
    return frozenset().union(*(named((actor.name, *actor.aliases)) for actor in actors))


def _alike(one: _Told, other: _Told) -> float:
    """How close the two come where they are closest: in the claim, or in the words of either side."""
    pairs = [(a, b) for a in one.about for b in other.about if len(a & b) >= AT_LEAST]
    return max((overlap(a, b) for a, b in pairs), default=0.0)


def _candidates(told: Sequence[_Told]) -> list[tuple[int, int]]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, row in enumerate(told):
        for asserting in row.asserting:
            for denying in row.denying:
                blocks[asserting, denying].append(i)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        for at, i in enumerate(block):
            found.update((i, j) for j in block[at + 1 : at + 1 + NEAREST])
    return sorted(found)


def _dispute(scene: Scene, rows: Sequence[_Told], why: tuple[str, ...]) -> Dispute:
    first = rows[0]
    mentions = []
    for report in dict.fromkeys(row.report for row in rows):
        spans_here = {(s.start, s.end): s for row in rows if row.report == report for s in row.found.evidence}
        mentions.append(DisputeMention(report, tuple(spans_here[key] for key in sorted(spans_here))))
    place = [first.found.claim.start, first.found.claim.end]
    sides = {"asserting": sorted(first.asserting), "denying": sorted(first.denying)}
    return Dispute(
        id=content_id("d", {"report": first.report, "claim": place, **sides}),
        claim=first.found.claim.exact,
        asserted_by=tuple(dict.fromkeys(a for row in rows for a in scene.actors_of(row.report, row.found.asserted_by))),
        denied_by=tuple(dict.fromkeys(a for row in rows for a in scene.actors_of(row.report, row.found.denied_by))),
        statements=tuple(dict.fromkeys(s for row in rows for s in row.statements)),
        mentions=tuple(mentions),
        why=tuple(dict.fromkeys((*why, *(reason for row in rows for reason in row.found.why)))),
    )
