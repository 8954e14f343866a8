"""One commitment over many reports, with what others said of it and what became of it as of a day."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.link.answers import Answer, Answers, stance_status
from onrecord.link.clusters import cluster, held
from onrecord.link.concepts import actions, lead, named, objects
from onrecord.link.outcome import become
from onrecord.link.promises import Bond, Likeness, alike
from onrecord.link.scene import Scene
from onrecord.model.period import Period
from onrecord.model.reading import FoundCommitment, Reading
from onrecord.model.records import Commitment, CommitmentMention, Response, Statement, Step, Talk
from onrecord.text.ids import content_id

__all__ = ["link_commitments"]

ENOUGH = 4.25
SAYING_ENOUGH = 4  # concepts; a longer phrase is no better title
NEAREST = 60  # commitments of one side and class compared with each other are neighbours in time, not all with all


@dataclass(frozen=True, slots=True)
class _Told:
    """One report's mention of a commitment, the how manieth there, beside what it says of the bond."""

    report: str
    number: int
    found: FoundCommitment
    bond: Bond


def link_commitments(
    scene: Scene, statements: Sequence[Statement], talks: Sequence[Talk], *, day: date
) -> tuple[Commitment, ...]:
    """Commitments told by the reports that count, each once, sorted by id."""
    told = _told(scene)
    verdicts: dict[int, dict[int, Likeness]] = defaultdict(dict)
    for i, j in _candidates(told):
        verdicts[i][j] = alike(told[i].bond, told[j].bond)
    pairs = [(found.score, i, j) for i, here in verdicts.items() for j, found in here.items() if found.score >= ENOUGH]

    def allowed(i: int, j: int) -> bool:
        return not alike(told[i].bond, told[j].bond).vetoed

    answers = Answers(scene, statements, talks)
    made: dict[str, Commitment] = {}
    keys = [(row.report, row.number) for row in told]
    faces = [replace(row.bond, report="") for row in told]
    ties = held(scene.decided.commitments, keys)
    for group in cluster(len(told), pairs, allowed, ties, faces=faces, kin=[row.report for row in told]):
        why = (*scene.decided.commitments.why([keys[i] for i in group]), *_why(group, verdicts))
        commitment = _commitment(scene, [told[i] for i in group], answers, why, day)
        made[commitment.id] = commitment
    return tuple(made[key] for key in sorted(made))


def _why(group: Sequence[int], verdicts: Mapping[int, Mapping[int, Likeness]]) -> tuple[str, ...]:
    within = frozenset(group)
    found: dict[str, None] = {}
    for i in group:
        here = verdicts.get(i, {})
        found |= dict.fromkeys(reason for j in sorted(here.keys() & within) for reason in here[j].reasons)
    return tuple(found)[:8]


def _told(scene: Scene) -> list[_Told]:
    names = _Names(scene)
    rows = [
        _Told(reading.report, number, found, _bond(scene, reading, found, names))
        for reading in scene.readings.values()
        for number, found in enumerate(reading.commitments)
    ]
    return sorted(rows, key=lambda row: (scene.order(row.report), row.found.evidence.start, row.found.evidence.end))


def _bond(scene: Scene, reading: Reading, found: FoundCommitment, names: "_Names") -> Bond:
    report = reading.report
    by, to = scene.actors_of(report, found.by), scene.actors_of(report, found.to)
    first = lead(found.action.exact) or lead(found.evidence.exact)
    words = f"{found.action.exact} {found.condition.exact if found.condition else ''}"
    return Bond(
        scene.sides(by),
        frozenset(actor for actor in (*by, *to) if scene.actors[actor].kind == "person"),
        scene.sides(to) | (scene.sides(_met(scene, reading, found)) if first == "meet" else frozenset()),
        actions(found.action.exact) or actions(found.evidence.exact),
        (objects(words) | objects(found.evidence.exact)) - names.of((*by, *to)),
        _due(scene, report, found),
        scene.day(report),
        report,
        first,
    )


def _met(scene: Scene, reading: Reading, found: FoundCommitment) -> tuple[str, ...]:
    """Who is named in the words of a promise to meet: with them it is to be, whether or not it was made to them."""
    return scene.people_in(reading, found.action)


def _due(scene: Scene, report: str, found: FoundCommitment) -> Period:
    """The days a promise falls due; a past day up to the report's own is when it was made or told."""
    due, told = scene.due(report, found.due), scene.day(report)
    past = found.due is not None and found.due.tense == "past"
    return Period() if past and told is not None and due.end is not None and due.end <= told else due


class _Names:
    """The concepts in the names of actors and of their sides, worked out once for each actor."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._known = scene, dict[str, frozenset[str]]()

    def of(self, actors: Sequence[str]) -> frozenset[str]:
        """Those of several actors together."""
        return frozenset().union(*(self._one(actor) for one in actors for actor in (one, self._scene.side(one))))

    def _one(self, actor: str) -> frozenset[str]:
        if actor not in self._known:
            found = self._scene.actors[actor]
            self._known[actor] = named((found.name, *found.aliases))
        return self._known[actor]


def _candidates(told: Sequence[_Told]) -> list[tuple[int, int]]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, row in enumerate(told):
        for side in row.bond.by:
            for action in row.bond.actions or {""}:
                blocks[side, action].append(i)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        for at, i in enumerate(block):
            found.update((i, j) for j in block[at + 1 : at + 1 + NEAREST])
    return sorted(found)


def _commitment(scene: Scene, rows: Sequence[_Told], answers: Answers, why: tuple[str, ...], day: date) -> Commitment:
    first = rows[0]
    reports = frozenset(row.report for row in rows)
    bond = _whole(rows)
    elsewhere = answers.to(bond, reports, scene.day(first.report))
    steps = [step for row in rows for step in _steps(scene, row)]
    steps += [_step(bond, scene, answer) for answer in elsewhere]
    steps += [step for _, step in answers.deeds(bond, scene.day(first.report))]
    outcome = become(steps, bond.due, day=day, again=[row.found.evidence for row in rows if _ahead(row.bond)])
    return Commitment(
        id=_id(first),
        by=tuple(dict.fromkeys(actor for row in rows for actor in scene.actors_of(row.report, row.found.by))),
        to=tuple(dict.fromkeys(actor for row in rows for actor in scene.actors_of(row.report, row.found.to))),
        action=_fullest(rows).found.action.exact,
        due=bond.due,
        condition=next((row.found.condition.exact for row in rows if row.found.condition), None),
        status=outcome.status,
        status_since=outcome.since,
        history=outcome.history,
        mentions=tuple(_mention(scene, row) for row in rows),
        confidence=max(row.found.confidence for row in rows),
        why=tuple(dict.fromkeys((*first.found.why, *why))),
    )


def _ahead(bond: Bond) -> bool:
    """Does this telling name a day that was still to come when it was told?"""
    last = bond.due.end or bond.due.start
    return last is not None and bond.told is not None and bond.told <= last


def _id(first: _Told) -> str:
    evidence = [first.found.evidence.start, first.found.evidence.end]
    return content_id(
        "c",
        {"report": first.report, "evidence": evidence, "action": first.found.action.exact, "by": sorted(first.bond.by)},
    )


def _whole(rows: Sequence[_Told]) -> Bond:
    """What all mentions together say; the due days are the narrowest that any of them names."""
    due = min((row.bond.due for row in rows if row.bond.due.known), key=_width, default=Period())
    first = rows[0].bond
    everything = [row.bond for row in rows]
    return Bond(
        frozenset().union(*(bond.by for bond in everything)),
        first.people,
        _addressed(everything),
        frozenset().union(*(bond.actions for bond in everything)),
        frozenset().union(*(bond.about for bond in everything)),
        due,
        first.told,
        first.report,
        first.lead,
    )


def _addressed(bonds: Sequence[Bond]) -> frozenset[str]:
    """The sides to which at least half of the tellings that name any say the promise was made."""
    naming = [bond.to for bond in bonds if bond.to]
    counted = Counter(side for to in naming for side in to)
    return frozenset(side for side, count in counted.items() if 2 * count >= len(naming))


def _fullest(rows: Sequence[_Told]) -> _Told:
    """The mention whose action says most of what is to be done to what: "withdraw its troops" before "pulled back"."""

    def said(row: _Told) -> int:
        return min(len(objects(row.found.action.exact)), SAYING_ENOUGH)

    return max(rows, key=lambda row: (said(row), row.found.confidence))


def _width(period: Period) -> int:
    return (period.end - period.start).days if period.start and period.end else 10_000


def _mention(scene: Scene, row: _Told) -> CommitmentMention:
    responses = tuple(Response(scene.actors_of(row.report, r.by), r.stance, r.evidence) for r in row.found.responses)
    stated_by = scene.actors_of(row.report, row.found.stated_by)
    return CommitmentMention(row.report, row.found.evidence, stated_by, row.found.status, responses, row.found.why)


def _steps(scene: Scene, row: _Told) -> list[Step]:
    day, own = scene.day(row.report), row.bond.by
    stated_by = scene.actors_of(row.report, row.found.stated_by) or scene.actors_of(row.report, row.found.by)
    # Who denies it in these words has not pledged it; a mention is made only where there are answers to look at.
    tellers = () if row.found.responses and _mention(scene, row).only_denied else stated_by
    steps = [Step(day, "pledged", tellers, row.found.evidence)]
    for response in row.found.responses:
        by = scene.actors_of(row.report, response.by)
        status = stance_status(response.stance, own=bool(scene.sides(by) & own))
        steps.append(Step(day, status, by, response.evidence))
    if row.found.status != "pledged" and not any(step.status == row.found.status for step in steps):
        steps.append(Step(day, row.found.status, stated_by if not row.found.responses else (), row.found.evidence))
    return steps


def _step(bond: Bond, scene: Scene, answer: Answer) -> Step:
    own = bool(scene.sides(answer.response.by) & bond.by)
    return Step(
        answer.day, stance_status(answer.response.stance, own=own), answer.response.by, answer.response.evidence
    )
