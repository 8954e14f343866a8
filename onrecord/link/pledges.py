"""What one report tells of a commitment, with who and when resolved: the rows that are joined to commitments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.link.answer import stance_status
from onrecord.link.concepts import actions, lead, objects
from onrecord.link.files import Place
from onrecord.link.promises import Bond
from onrecord.link.scene import Scene
from onrecord.link.within import counts_in, names_of
from onrecord.model.period import Period
from onrecord.model.reading import FoundCommitment, Reading
from onrecord.model.records import CommitmentMention, Response, Step

__all__ = ["Pledge", "pledges"]

_OMITS = re.compile(
    r"^(?:to )?(?:not|never|no longer)\b"
    r"|\b(?:will|would|shall|must|can|could)\s+(?:not|never|no longer)\b|\b\w+n['’]t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pledge:
    """One report's mention of a commitment, the how manieth there, beside what it says of the bond.

    `place` is where it stands in time, among all reports and in its own; `by` and `to` are actors, and `steps` what
    this report alone tells of what became of it.
    """

    report: str
    number: int
    place: Place
    bond: Bond
    found: FoundCommitment
    by: tuple[str, ...]
    to: tuple[str, ...]
    mention: CommitmentMention
    steps: tuple[Step, ...]


def pledges(scene: Scene, report: str) -> list[Pledge]:
    """The commitments that a report tells, in the order of their places; none of a report that is gone."""
    reading = scene.readings.get(report)
    if reading is None:
        return []
    found = [_pledge(scene, reading, number, one) for number, one in enumerate(reading.commitments)]
    return sorted(found, key=lambda pledge: pledge.place)


def _pledge(scene: Scene, reading: Reading, number: int, found: FoundCommitment) -> Pledge:
    report = reading.report
    by, to = scene.actors_of(report, found.by), scene.actors_of(report, found.to)
    bond, mention = _bond(scene, reading, found, by, to), _mention(scene, report, found)
    return Pledge(
        report,
        number,
        (*scene.order(report), found.evidence.start, found.evidence.end, number),
        bond,
        found,
        by,
        to,
        mention,
        tuple(_steps(scene, found, mention, bond, by)),
    )


def _bond(scene: Scene, reading: Reading, found: FoundCommitment, by: tuple[str, ...], to: tuple[str, ...]) -> Bond:
    report = reading.report
    first = lead(found.action.exact) or lead(found.evidence.exact)
    words = f"{found.action.exact} {found.condition.exact if found.condition else ''}"
    met = _met(scene, reading, found) if first == "meet" else ()
    persons = [actor for actor in (*by, *to, *met) if scene.actors[actor].kind == "person"]
    matter = (objects(words) | objects(found.evidence.exact)) - names_of(scene, by)
    return Bond(
        scene.sides(by),
        frozenset(actor for actor in (*by, *to) if scene.actors[actor].kind == "person"),
        scene.sides(to) | scene.sides(met),
        actions(found.action.exact) or actions(found.evidence.exact),
        matter - names_of(scene, to),
        _due(scene, report, found),
        scene.day(report),
        report,
        first,
        counts_in(reading, (found.evidence,)),
        matter,
        frozenset((scene.side(actor), actor) for actor in persons),
        bool(_OMITS.search(found.action.exact)),
    )


def _met(scene: Scene, reading: Reading, found: FoundCommitment) -> tuple[str, ...]:
    """Who is named in the words of a promise to meet: with them it is to be, whether or not it was made to them."""
    return scene.people_in(reading, found.action)


def _due(scene: Scene, report: str, found: FoundCommitment) -> Period:
    """The days a promise falls due; a past day up to the report's own is when it was made or told."""
    due, told = scene.due(report, found.due), scene.day(report)
    past = found.due is not None and found.due.tense == "past"
    return Period() if past and told is not None and due.end is not None and due.end <= told else due


def _mention(scene: Scene, report: str, found: FoundCommitment) -> CommitmentMention:
    responses = tuple(Response(scene.actors_of(report, one.by), one.stance, one.evidence) for one in found.responses)
    stated_by = scene.actors_of(report, found.stated_by)
    return CommitmentMention(report, found.evidence, stated_by, found.status, responses, found.why)


def _steps(
    scene: Scene, found: FoundCommitment, mention: CommitmentMention, bond: Bond, by: tuple[str, ...]
) -> Iterator[Step]:
    stated_by = mention.stated_by or by
    # Who denies it in these words has not pledged it; a mention is made only where there are answers to look at.
    yield Step(bond.told, "pledged", () if mention.only_denied else stated_by, found.evidence)
    told = set()
    for one in mention.responses:
        status = stance_status(one.stance, own=bool(scene.sides(one.by) & bond.by))
        told.add(status)
        yield Step(bond.told, status, one.by, one.evidence)
    if found.status != "pledged" and found.status not in told:
        yield Step(bond.told, found.status, stated_by if not mention.responses else (), found.evidence)
