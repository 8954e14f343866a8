"""Claims: what is said to be so, whoever says it, in whatever words; who speaks against it; how many stand behind it.

Statements that could say the same, or the contrary, meet (`onrecord.link.meeting`) and are compared feature by feature
(`onrecord.link.claim_features`); what joins is one claim, what cannot hold together with a claim is an objection to it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Final

from onrecord.link.claim_features import FROM_AFAR, JOINS, STAYS, compare, enough
from onrecord.link.clusters import Held, cluster, held
from onrecord.link.meeting import candidates
from onrecord.link.objections import against, status_of
from onrecord.link.origins import Sources, origins_of
from onrecord.link.said import Said, said_in
from onrecord.link.scene import Scene
from onrecord.model.records import Claim, Dispute, Objection, Statement
from onrecord.text.ids import content_id

__all__ = ["link_claims"]

REASONS: Final = 12  # lines of explanation of one claim
MANY: Final = 200  # statements of a claim from which only those in the same words are explained


@dataclass(frozen=True, slots=True)
class _Found:
    """Pairs that say the same with their score, why each does, and the objections of each statement to each other."""

    pairs: list[tuple[float, int, int]]
    why: dict[tuple[int, int], tuple[str, ...]]
    objections: dict[int, list[tuple[int, Objection]]]


def link_claims(
    scene: Scene, statements: Sequence[Statement], disputes: Sequence[Dispute], copies: Mapping[str, str]
) -> tuple[Claim, ...]:
    """What several statements say, or one that others speak against, by id; `statements` are all of the scene's."""
    said = said_in(scene, statements)
    ties = scene.decided.claims
    keys = [(reading.report, number) for reading in scene.in_order() for number in range(len(reading.statements))]
    tied = held(ties, keys)
    nodes = _nodes(said, tied)
    found = _compared(said, nodes)
    disputed = frozenset(name for dispute in disputes for name in dispute.statements)
    sources = Sources(scene, copies)
    made = {}
    for group in _groups(said, nodes, found, tied):
        claim = _claim(said, group, found, disputed, sources, ties.why([keys[i] for i in group]))
        if claim is not None:
            made[claim.id] = claim
    return tuple(made[key] for key in sorted(made))


def _nodes(said: Sequence[Said], tied: Held) -> dict[int, list[int]]:
    """Statements that say the very same in the same words, by the first of them: they are compared once."""
    apart = {i for pair in (*tied.together, *tied.apart) for i in pair}
    folded: dict[object, int] = {}
    nodes: dict[int, list[int]] = {}
    for i, one in enumerate(said):
        alone = i in apart or not enough(one)
        nodes.setdefault(i if alone else folded.setdefault(_as_said(one), i), []).append(i)
    return nodes


def _as_said(one: Said) -> tuple[object, ...]:
    return one.words, one.names, one.doers, one.deeds, one.sign, one.open, one.statement.act


def _compared(said: Sequence[Said], nodes: Mapping[int, Sequence[int]]) -> _Found:
    found = _Found([], {}, defaultdict(list))
    for i, j, near in candidates(said, sorted(nodes)):
        verdict = compare(said[i], said[j])
        if not verdict.vetoed and verdict.score >= (JOINS if near else FROM_AFAR):
            found.pairs.append((verdict.score, i, j))
            found.why[i, j] = verdict.reasons
            continue
        if not near:
            continue
        for mine, theirs in ((i, j), (j, i)):
            objection = against(said[mine], said[theirs])
            if objection is not None:
                found.objections[mine].append((theirs, objection))
    return found


def _groups(said: Sequence[Said], nodes: Mapping[int, Sequence[int]], found: _Found, tied: Held) -> Iterator[list[int]]:
    order = sorted(nodes)
    number = {node: n for n, node in enumerate(order)}
    pairs = [(score, number[i], number[j]) for score, i, j in found.pairs]
    together = tuple((number[i], number[j]) for i, j in tied.together)
    apart = frozenset((number[i], number[j]) for i, j in tied.apart)

    @cache
    def allowed(a: int, b: int) -> bool:
        verdict = compare(said[order[a]], said[order[b]])
        return not verdict.vetoed and verdict.score >= STAYS

    for group in cluster(len(order), pairs, allowed, Held(together, apart)):
        yield sorted(i for n in group for i in nodes[order[n]])


def _claim(
    said: Sequence[Said],
    group: Sequence[int],
    found: _Found,
    disputed: frozenset[str],
    sources: Sources,
    decided: tuple[str, ...],
) -> Claim | None:
    members = [said[i] for i in group]
    objections = _objections(said, group, found)
    if len(group) < 2 and not objections:
        return None
    ids = tuple(one.statement.id for one in members)
    first = members[0].statement
    origins = origins_of(sources, [one.statement for one in members])
    return Claim(
        id=content_id("k", {"statement": ids[0]}),
        text=first.content[0].exact,
        statements=ids,
        outlets=len({sources.outlet(one.statement.report) for one in members}),
        origins=len(origins.groups),
        status=status_of(members, objections, disputed, sources.copies),
        why=(*decided, *_reasons(said, group, found), *origins.reasons),
        against=tuple(objection for _, objection in objections),
        grouped=origins.groups,
    )


def _objections(said: Sequence[Said], group: Sequence[int], found: _Found) -> list[tuple[Said, Objection]]:
    """Every statement against any of the group, once, in order of time."""
    best: dict[int, Objection] = {}
    within = frozenset(group)
    for i in group:
        for j, objection in found.objections.get(i, ()):
            best.setdefault(j, objection)
    return [(said[j], best[j]) for j in sorted(best) if j not in within]


def _reasons(said: Sequence[Said], group: Sequence[int], found: _Found) -> Iterator[str]:
    """By what each statement of a claim was joined, in the order of time."""
    rows = (
        {(i, j): found.why[i, j] for i, j in combinations(group, 2) if (i, j) in found.why}
        if len(group) <= MANY
        else {}
    )
    compared = {i for pair in rows for i in pair}
    first: dict[tuple[object, ...], int] = {}
    for j in group:
        i = first.setdefault(_as_said(said[j]), j)
        if i != j and j not in compared:
            rows[i, j] = ("the same words",)
    for (i, j), why in sorted(rows.items())[:REASONS]:
        one, other = said[i].statement.id, said[j].statement.id
        yield f"{other} says the same as {one}: {', '.join(why)}"
