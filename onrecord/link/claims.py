"""Claims: what is said to be so, whoever says it; and how many independent origins stand behind it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.link.clusters import cluster, held
from onrecord.link.concepts import concepts
from onrecord.link.scene import Scene
from onrecord.model.acts import Act, ClaimStatus
from onrecord.model.records import Claim, Dispute, Statement
from onrecord.text.ids import content_id

__all__ = ["link_claims"]

SAME = 0.7  # of all concepts of two contents, the share that both have
FEWEST = 4  # concepts; shorter contents say too little to be one claim by their words
COMMONEST = 40  # a concept in more contents than this does not bring two together
NEGATIVE: frozenset[Act] = frozenset({"deny", "doubt", "refuse"})


def link_claims(
    scene: Scene, statements: Sequence[Statement], disputes: Sequence[Dispute], copies: Mapping[str, str]
) -> tuple[Claim, ...]:
    """What at least two statements say in nearly the same words, sorted by id; `statements` are all of the scene's."""
    about = [_concepts(statement) for statement in statements]
    pairs = _pairs(about)

    def allowed(i: int, j: int) -> bool:
        return (statements[i].act in NEGATIVE) == (statements[j].act in NEGATIVE)

    ties = scene.decided.claims
    keys = [(reading.report, number) for reading in scene.readings for number in range(len(reading.statements))]
    made = {}
    for group in cluster(len(statements), pairs, allowed, held(ties, keys)):
        if len(group) > 1:
            why = ties.why([keys[i] for i in group])
            claim = replace(_claim(scene, [statements[i] for i in group], disputes, copies), why=why)
            made[claim.id] = claim
    return tuple(made[key] for key in sorted(made))


def _concepts(statement: Statement) -> frozenset[str]:
    return concepts(" ".join(span.exact for span in statement.content))


def _pairs(about: Sequence[frozenset[str]]) -> list[tuple[float, int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for i, found in enumerate(about):
        for concept in found if len(found) >= FEWEST else ():
            holders[concept].append(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for held_by in holders.values():
        if len(held_by) <= COMMONEST:
            for at, i in enumerate(held_by):
                for j in held_by[at + 1 :]:
                    shared[i, j] += 1
    likeness = ((len(about[i] & about[j]) / len(about[i] | about[j]), i, j) for i, j in shared)
    return sorted(pair for pair in likeness if pair[0] >= SAME)


def _claim(scene: Scene, group: Sequence[Statement], disputes: Sequence[Dispute], copies: Mapping[str, str]) -> Claim:
    outlets = {report.id: report.outlet or report.name for report in scene.reports}
    ids = tuple(statement.id for statement in group)
    return Claim(
        id=content_id("k", {"statement": ids[0]}),
        text=group[0].content[0].exact,
        statements=ids,
        outlets=len({outlets[statement.report] for statement in group}),
        origins=len({(copies.get(s.report, s.report), s.chain[0] if s.chain else None) for s in group}),
        status=_status(group, frozenset(ids), disputes, copies),
    )


def _status(
    group: Sequence[Statement], ids: frozenset[str], disputes: Sequence[Dispute], copies: Mapping[str, str]
) -> ClaimStatus:
    if all(statement.act in NEGATIVE for statement in group):
        return "denied" if any(statement.act == "deny" for statement in group) else "doubted"
    if any(ids & set(dispute.statements) for dispute in disputes):
        return "disputed"
    sources = {(statement.source, copies.get(statement.report, statement.report)) for statement in group}
    return (
        "corroborated"
        if len({source for source, _ in sources}) > 1 and len({origin for _, origin in sources}) > 1
        else "unchallenged"
    )
